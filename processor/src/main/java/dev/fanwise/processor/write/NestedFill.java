package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.List;

/**
 * The body of a method that fills an array of arrays: loops with literal bounds down to the rows,
 * and a call for each row.
 *
 * <pre>{@code
 * for (int i0 = 0; i0 < 256; i0++) {
 *   Fill.uniform(hidden[i0], 0, 784, key, i0 * 784L, -0.07595545f, 0.07595545f);
 * }
 * }</pre>
 */
final class NestedFill {
  private final ParameterPlan parameter;
  private final String array;
  private final SymbolicWriter symbolic;

  NestedFill(ParameterPlan parameter, String array, SymbolicWriter symbolic) {
    this.parameter = parameter;
    this.array = array;
    this.symbolic = symbolic;
  }

  CodeBlock write() {
    List<Dimension> shape = parameter.shape();
    int loops = shape.size() - 1;
    CodeBlock.Builder code = CodeBlock.builder();
    StringBuilder row = new StringBuilder(array);
    String index = "";
    for (int depth = 0; depth < loops; depth++) {
      String variable = "i" + depth;
      code.add(
          "for (int $L = $L; $L < $L; $L++) {\n$>",
          variable,
          depth == 0 ? "from" : "0",
          variable,
          depth == 0 ? "to" : symbolic.dimension(shape.get(depth)),
          variable);
      row.append('[').append(variable).append(']');
      // Row-major: (i0 * d1 + i1) * d2 …, in longs from the first product on.
      Dimension dimension = shape.get(depth + 1);
      String inner = depth == 0 ? variable : "(" + index + " + " + variable + ")";
      index = inner + " * " + factor(dimension, depth == 0);
    }
    LawWriter law = new LawWriter(parameter);
    code.add(law.whole(row.toString(), symbolic.dimension(shape.get(loops)).toString(), index));
    for (int depth = 0; depth < loops; depth++) {
      code.add("$<}\n");
    }
    return code.build();
  }

  /** A factor of an index: the first of them makes it a long. */
  private String factor(Dimension dimension, boolean isFirst) {
    String number = symbolic.dimension(dimension).toString();
    if (!isFirst) {
      return number;
    }
    return dimension.isKnown() ? number + "L" : "(long) " + number;
  }
}
