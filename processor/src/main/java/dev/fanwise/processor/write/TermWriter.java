package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Term;

/** Terms as Java expressions of a variable {@code shape}, and of {@code fans} for muP. */
final class TermWriter {
  private TermWriter() {}

  /** {@code bound * factor}: an expression that needs no fans. */
  static CodeBlock of(Term term) {
    if (term instanceof Term.Known known) {
      return CodeBlock.of("$L", Literals.of(known.value()));
    }
    if (term instanceof Term.Named named) {
      return CodeBlock.of("$L", named.name());
    }
    if (term instanceof Term.Negated negated) {
      return CodeBlock.of("-$L", operand(negated.term()));
    }
    if (term instanceof Term.Binary binary) {
      boolean isSum = isSum(binary);
      return CodeBlock.of(
          isSum ? "$L $L$W$L" : "$L $L $L",
          isSum ? of(binary.left()) : factor(binary.left()),
          binary.operator().sign(),
          operand(binary.right()));
    }
    Term.Function function = (Term.Function) term;
    return CodeBlock.of(
        "$T.$L($L)", Types.runtime("Formulas"), function.method(), of(function.number()));
  }

  /**
   * {@code Formulas.kaiming(1.4142135623730951, FanMode.FAN_OUT, shape.fans())}.
   *
   * @param fans the expression that counts the fans
   */
  static CodeBlock of(Term.Formula formula, CodeBlock fans) {
    return CodeBlock.of(
        "$T.$L($L)",
        Types.runtime(formula.owner()),
        formula.method(),
        formula.arguments().stream()
            .map(one -> argument(one, fans))
            .collect(CodeBlock.joining(",$W")));
  }

  private static CodeBlock argument(Object argument, CodeBlock fans) {
    if (argument instanceof Enum<?> constant) {
      return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
    }
    return argument == Term.FANS ? fans : CodeBlock.of("$L", Literals.of((double) argument));
  }

  /** {@code MupScale.std(fans, shape.baseFans(fans, 64, 64), 1.0)}. */
  static CodeBlock of(Term.Mup mup) {
    return CodeBlock.of(
        "$T.std(fans,$Wshape.baseFans(fans,$W$L),$W$L)",
        Types.runtime("MupScale"),
        Literals.dimensions(mup.base().shape()),
        mup.gain());
  }

  /** {@code Formulas.residual(ResidualRule.GPT2, depth, 2)}. */
  static CodeBlock of(Term.Residual residual, CodeBlock layers) {
    return CodeBlock.of(
        "$T.residual($T.$L,$W$L,$W$L)",
        Types.runtime("Formulas"),
        ClassName.get("dev.fanwise", "ResidualRule"),
        residual.rule(),
        layers,
        residual.branchLayers());
  }

  /** An operand that needs no sum's or product's brackets around it, or has them. */
  private static CodeBlock operand(Term term) {
    return term instanceof Term.Binary ? CodeBlock.of("($L)", of(term)) : of(term);
  }

  /** The left side of a product or quotient. */
  private static CodeBlock factor(Term term) {
    return term instanceof Term.Binary binary && isSum(binary) ? operand(term) : of(term);
  }

  private static boolean isSum(Term.Binary binary) {
    return binary.operator() == Term.Operator.PLUS || binary.operator() == Term.Operator.MINUS;
  }
}
