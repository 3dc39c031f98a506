package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import java.util.List;

/** The statement by which threads of a pool come to fill a parameter. */
final class ShareWriter {
  private final ParameterPlan parameter;
  private final FillMethodsWriter fills;

  ShareWriter(ParameterPlan parameter, FillMethodsWriter fills) {
    this.parameter = parameter;
    this.fills = fills;
  }

  /**
   * The statement that hands the parameter to the threads of a pool.
   *
   * <pre>{@code
   * shards.add(200_704, (from, count) -> fillHidden(model.hidden, from, from, count, seed));
   * }</pre>
   */
  CodeBlock write() {
    if (!parameter.isLazy()) {
      return share();
    }
    return !parameter.fitsArray()
        ? CodeBlock.of("")
        : DrawWriter.ifPresent(CodeBlock.of("model.$N", parameter.name()), share());
  }

  private CodeBlock share() {
    CodeBlock weights = AllocateWriter.filled(parameter);
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    if (fills.goesByRows()) {
      return CodeBlock.of(
          "shards.addRows($L,$W$L,$W(from, to) ->$W$N($L, from, to$L,$W$L));\n",
          SymbolicWriter.ofModel(parameter.shape().get(0)),
          rowElements(),
          fills.rowsMethod(),
          weights,
          symbols,
          parameter.engine() == RandomEngine.JAX
              ? new StreamWriter(parameter).keyExpression()
              : CodeBlock.of("seed"));
    }
    if (!new LawWriter(parameter).isDivisible() || parameter.storage() == Storage.NESTED) {
      return CodeBlock.of(
          "shards.add(() ->$W$N($L$L, seed));\n", parameter.fillMethod(), weights, symbols);
    }
    CodeBlock elements =
        parameter.hasKnownShape()
            ? CodeBlock.of("$L", Literals.integer(parameter.elements()))
            : CodeBlock.of("$L.$L", weights, FillMethodsWriter.length(parameter));
    return CodeBlock.of(
        "shards.add($L,$W(from, count) ->$W$N($L, from,$Wfrom,$Wcount$L,$Wseed));\n",
        elements,
        parameter.fillMethod(),
        weights,
        symbols);
  }

  /** The number of elements of a row of nested arrays. */
  private CodeBlock rowElements() {
    List<Dimension> inner = parameter.shape().subList(1, parameter.shape().size());
    if (inner.stream().allMatch(Dimension::isKnown)) {
      long elements = inner.stream().mapToLong(Dimension::value).reduce(1, Math::multiplyExact);
      return CodeBlock.of("$L", Literals.integer(elements));
    }
    List<CodeBlock> factors = inner.stream().map(SymbolicWriter::ofModel).toList();
    return inner.size() == 1
        ? factors.get(0)
        : CodeBlock.of("(long) $L", CodeBlock.join(factors, " * "));
  }
}
