package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Term;
import java.util.List;

/** Terms as Java expressions of a variable {@code fans}. */
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
      boolean isSum = binary.operator() == Term.Operator.PLUS;
      return CodeBlock.of(
          "$L $L $L",
          isSum ? of(binary.left()) : factor(binary.left()),
          binary.operator().sign(),
          operand(binary.right()));
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
        "$T.std(fans,$W$L,$W$L)", Types.runtime("MupScale"), fans(mup.base()), mup.gain());
  }

  /** {@code Fans.of(new int[] {64, 32}, Layout.OI, Connection.FORWARD, 1, new int[0], 1)}. */
  private static CodeBlock fans(Geometry geometry) {
    return CodeBlock.of(
        "$T.of(new int[] {$L},$W$L)",
        Types.runtime("Fans"),
        Literals.arguments(geometry.shape().stream().map(Dimension::value).toList()),
        kind(geometry.ofFans()));
  }

  /** What a shape says besides its dimensions. */
  static CodeBlock kind(Geometry geometry) {
    List<Integer> stride = geometry.stride();
    CodeBlock strides =
        stride.isEmpty()
            ? CodeBlock.of("new int[0]")
            : CodeBlock.of("new int[] {$L}", Literals.arguments(stride));
    return CodeBlock.of(
        "$T.$L,$W$T.$L,$W$L,$W$L,$W$L",
        Types.LAYOUT,
        geometry.layout(),
        Types.CONNECTION,
        geometry.connection(),
        geometry.groups(),
        strides,
        geometry.parts());
  }

  /** An operand that needs no sum's or product's brackets around it, or has them. */
  private static CodeBlock operand(Term term) {
    return term instanceof Term.Binary ? CodeBlock.of("($L)", of(term)) : of(term);
  }

  /** The left side of a product or quotient. */
  private static CodeBlock factor(Term term) {
    boolean isSum = term instanceof Term.Binary binary && binary.operator() == Term.Operator.PLUS;
    return isSum ? operand(term) : of(term);
  }
}
