package dev.fanwise.processor.plan;

import dev.fanwise.FanMode;
import dev.fanwise.ResidualRule;
import dev.fanwise.runtime.Formulas;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/**
 * A number of a law: known, or an expression of the fans and of counts that the model has, which
 * are known at run time only where they are symbolic. A formula is written once; on known numbers
 * it is worked out at once, by the very operations that generated code has otherwise.
 */
public sealed interface Term {
  Term FAN_IN = new Fan(true);
  Term FAN_OUT = new Fan(false);

  /** A known number. */
  record Known(double value) implements Term {}

  /** fan_in or fan_out. */
  record Fan(boolean isFanIn) implements Term {}

  /** A number that a step before has named. */
  record Named(String name) implements Term {}

  /** A sum, product or quotient. */
  record Binary(Operator operator, Term left, Term right) implements Term {}

  /** A negated number. */
  record Negated(Term term) implements Term {}

  /** A square root. */
  record Root(Term term) implements Term {}

  /**
   * A function of the fans that {@code Formulas} has.
   *
   * @param method its method that takes them
   * @param ofFans what it computes from fan_in and fan_out
   */
  record Formula(String method, DoubleBinaryOperator ofFans) implements Term {
    @Override
    public String toString() {
      return "Formula[method=" + method + "]";
    }
  }

  /** {@code MupScale.std} of the fans, those of another shape, and a gain. */
  record Mup(Geometry base, double gain) implements Term {}

  /** A function of the fans that {@code JaxVariance} has, of a variance's scale and its mode. */
  record Jax(String function, double scale, FanMode mode, ElementType type) implements Term {}

  /**
   * {@code Formulas.residual} of a number of layers.
   *
   * @param branchLayers the number of weight layers in a branch, for FIXUP
   */
  record Residual(ResidualRule rule, Dimension layers, int branchLayers) implements Term {
    /** The number, if that of the layers is known. */
    public Term folded() {
      return layers.isKnown() ? of(Formulas.residual(rule, layers.value(), branchLayers)) : this;
    }

    /** The formula, for people. */
    public String formula() {
      return switch (rule) {
        case GPT2 -> "1 / sqrt(2 * " + layers + ")";
        case DEEPNORM -> "(8 * " + layers + ")^(-1/4)";
        case DEEPNORM_DECODER -> "(12 * " + layers + ")^(-1/4)";
        case SUB_LN -> "sqrt(ln(2 * " + layers + "))";
        case DEPTH_SCALED -> "1 / sqrt(" + layers + ")";
        case NEOX -> "2 / " + layers;
        case T_FIXUP -> "0.67 * " + layers + "^(-1/4)";
        case T_FIXUP_DECODER -> "(9 * " + layers + ")^(-1/4)";
        case FIXUP -> layers + "^(-1/" + (2L * branchLayers - 2) + ")";
      };
    }

    double at(double number) {
      return Formulas.residual(rule, (int) Math.min(number, Integer.MAX_VALUE), branchLayers);
    }
  }

  /** The operators of {@link Binary}. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    double apply(double left, double right) {
      return switch (this) {
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case OVER -> left / right;
      };
    }
  }

  static Term of(double value) {
    return new Known(value);
  }

  default boolean isKnown() {
    return this instanceof Known;
  }

  /** The number, if it is known. */
  default double value() {
    if (this instanceof Known known) {
      return known.value();
    }
    throw new IllegalStateException(text() + " is known at run time only");
  }

  default Term plus(Term other) {
    return binary(Operator.PLUS, other);
  }

  default Term minus(Term other) {
    return binary(Operator.MINUS, other);
  }

  default Term times(Term other) {
    return binary(Operator.TIMES, other);
  }

  default Term over(Term other) {
    return binary(Operator.OVER, other);
  }

  default Term negated() {
    return isKnown() ? of(-value()) : new Negated(this);
  }

  /**
   * Whether this is the negative of another term, as it is written. Records' own equals would do,
   * but its first call has a cold JVM link method handles, a class for each.
   */
  default boolean isNegativeOf(Term other) {
    if (this instanceof Known known) {
      return other.isKnown() && known.value() == -other.value();
    }
    return this instanceof Negated negated && negated.term() == other;
  }

  default Term sqrt() {
    return isKnown() ? of(Math.sqrt(value())) : new Root(this);
  }

  private Term binary(Operator operator, Term other) {
    return isKnown() && other.isKnown()
        ? of(operator.apply(value(), other.value()))
        : new Binary(operator, this, other);
  }

  /**
   * The number where both fans are {@code fan}, and so is what else is counted, in double, about.
   *
   * @param steps what the names in the expression stand for
   */
  default double at(double fan, List<Step> steps) {
    if (this instanceof Known known) {
      return known.value();
    }
    if (this instanceof Named named) {
      return steps.stream()
          .filter(step -> step.name().equals(named.name()))
          .findFirst()
          .orElseThrow()
          .term()
          .at(fan, steps);
    }
    if (this instanceof Binary binary) {
      return binary.operator().apply(binary.left().at(fan, steps), binary.right().at(fan, steps));
    }
    if (this instanceof Negated negated) {
      return -negated.term().at(fan, steps);
    }
    if (this instanceof Root root) {
      return Math.sqrt(root.term().at(fan, steps));
    }
    if (this instanceof Formula formula) {
      return formula.ofFans().applyAsDouble(fan, fan);
    }
    if (this instanceof Mup mup) {
      return mup.gain() / Math.sqrt(mup.base().ungrouped().fans().fanIn());
    }
    if (this instanceof Residual residual) {
      return residual.at(fan);
    }
    return this instanceof Jax jax ? (float) Math.sqrt(jax.scale() / fan) : fan;
  }

  /** The expression and all that it consists of. */
  private Stream<Term> all() {
    Stream<Term> operands =
        this instanceof Binary binary
            ? Stream.of(binary.left(), binary.right())
            : this instanceof Root root
                ? Stream.of(root.term())
                : this instanceof Negated negated ? Stream.of(negated.term()) : Stream.of();
    return Stream.concat(Stream.of(this), operands.flatMap(Term::all));
  }

  /** The names of steps in the expression. */
  default Stream<String> names() {
    return all().filter(Named.class::isInstance).map(term -> ((Named) term).name());
  }

  /** Whether the expression needs the fans. */
  default boolean needsFans() {
    return all()
        .anyMatch(
            term ->
                term instanceof Fan
                    || term instanceof Formula
                    || term instanceof Mup
                    || term instanceof Jax);
  }

  /** The counts of layers in the expression. */
  default Stream<Symbol> symbols() {
    return all()
        .filter(Residual.class::isInstance)
        .map(term -> ((Residual) term).layers().symbol());
  }

  /** The number or expression, for people. */
  default String text() {
    if (this instanceof Known known) {
      return Numbers.text(known.value());
    }
    if (this instanceof Fan fan) {
      return fan.isFanIn() ? "fan_in" : "fan_out";
    }
    if (this instanceof Named named) {
      return named.name();
    }
    if (this instanceof Root root) {
      return "sqrt(" + root.term().text() + ")";
    }
    if (this instanceof Negated negated) {
      return "-" + negated.term().text();
    }
    if (this instanceof Binary binary) {
      return "("
          + binary.left().text()
          + " "
          + binary.operator().sign()
          + " "
          + binary.right().text()
          + ")";
    }
    if (this instanceof Residual residual) {
      return residual.formula();
    }
    if (this instanceof Formula formula) {
      return formula.method();
    }
    return this instanceof Jax ? "JAX's own" : "muP's std";
  }

  /** {@code " = 0.05"} if the number is known, else nothing: the end of a line of a derivation. */
  default String result() {
    return isKnown() ? " = " + text() : "";
  }
}
