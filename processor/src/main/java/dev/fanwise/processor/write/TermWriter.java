package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Term;

/** Terms as Java expressions of variables {@code fans} and, for muP, {@code shape}. */
final class TermWriter {
  private TermWriter() {}

  /** {@code 1.4142135623730951 / Math.sqrt(fans.fanIn())}. */
  static CodeBlock of(Term term) {
    if (term instanceof Term.Known known) {
      return CodeBlock.of("$L", Literals.of(known.value()));
    }
    if (term instanceof Term.Fan fan) {
      return CodeBlock.of(fan.isFanIn() ? "fans.fanIn()" : "fans.fanOut()");
    }
    if (term instanceof Term.Named named) {
      return CodeBlock.of("$L", named.name());
    }
    if (term instanceof Term.Root root) {
      return CodeBlock.of("$T.sqrt($L)", Math.class, of(root.term()));
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
    if (term instanceof Term.Formula formula) {
      return CodeBlock.of("$T.$L(fans)", Types.runtime("Formulas"), formula.method());
    }
    if (term instanceof Term.Jax jax) {
      CodeBlock precision =
          jax.type().isHalf()
              ? CodeBlock.of(",$W$T.$L", Types.HALF_PRECISION, jax.type().name())
              : CodeBlock.of("");
      return CodeBlock.of(
          "$T.$L($L,$W$T.$L,$Wfans$L)",
          Types.runtime("JaxVariance"),
          jax.function(),
          Literals.of(jax.scale()),
          ClassName.get("dev.fanwise", "FanMode"),
          jax.mode(),
          precision);
    }
    Term.Mup mup = (Term.Mup) term;
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
