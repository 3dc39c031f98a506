package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Term;

/** The calls that draw a whole tensor from PyTorch's numbers. */
final class TorchLawWriter {
  private final Law law;

  TorchLawWriter(ParameterPlan parameter) {
    this.law = parameter.law();
  }

  /**
   *
   *
   * <pre>{@code
   * generator.uniform(Sink.of(weight, 0), 200_704, -0.0357, 0.0357);
   * }</pre>
   */
  CodeBlock whole(CodeBlock sink, String elements) {
    return law.accept(
        new Law.Cases<>(
            this::undrawn,
            uniform -> call("uniform", sink, elements, uniform.low(), uniform.high()),
            normal -> call("normal", sink, elements, Term.of(normal.mean()), normal.std()),
            cut ->
                call(
                    "truncatedNormal",
                    sink,
                    elements,
                    Term.of(cut.mean()),
                    cut.std(),
                    LawWriter.from(cut, cut.lower()),
                    LawWriter.from(cut, cut.upper())),
            sparse ->
                CodeBlock.of(
                    "generator.sparse($L,$W/* rows */ $L,$W/* columns */ $L,$W/* zeros */ $L,"
                        + "$W/* std */ $L);\n",
                    sink,
                    argument(sparse, "rows"),
                    argument(sparse, "columns"),
                    argument(sparse, "zeros"),
                    argument(sparse, "std")),
            this::undrawn));
  }

  /** The rules of the stream have let nothing else through. */
  private CodeBlock undrawn(Law other) {
    throw new IllegalStateException("PyTorch's numbers for " + other);
  }

  private static String argument(Law.Structured law, String name) {
    return law.arguments().stream()
        .filter(one -> one.name().equals(name))
        .map(one -> Literals.of(one.value()))
        .findFirst()
        .orElseThrow();
  }

  private static CodeBlock call(String method, CodeBlock sink, String elements, Term... numbers) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("generator.$L($L,$W$L", method, sink, elements);
    for (Term number : numbers) {
      code.add(",$W$L", TermWriter.of(number));
    }
    return code.add(");\n").build();
  }
}
