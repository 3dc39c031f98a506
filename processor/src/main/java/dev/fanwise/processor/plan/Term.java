package dev.fanwise.processor.plan;

import dev.fanwise.FanMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A number of a law: known, or an expression of the fans, which are known at run time only where
 * dimensions are symbolic. A formula is written once; on known numbers it is worked out at once, by
 * the very operations that generated code has otherwise.
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

  /** {@code MupScale.std} of the fans, those of another shape, and a gain. */
  record Mup(Geometry base, double gain) implements Term {}

  /** A function of the fans that {@code JaxVariance} has, of a variance's scale and its mode. */
  record Jax(String function, double scale, FanMode mode, ElementType type) implements Term {}

  /** The operators of {@link Binary}. */
  enum Operator {
    PLUS("+"),
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
   * The number where both fans are {@code fan}, in double, about.
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
    if (this instanceof Mup mup) {
      return mup.gain() / Math.sqrt(mup.base().fans().fanIn());
    }
    return this instanceof Jax jax ? (float) Math.sqrt(jax.scale() / fan) : fan;
  }

  /** The names of steps in the expression. */
  default Stream<String> names() {
    if (this instanceof Named named) {
      return Stream.of(named.name());
    }
    if (this instanceof Binary binary) {
      return Stream.concat(binary.left().names(), binary.right().names());
    }
    if (this instanceof Root root) {
      return root.term().names();
    }
    return this instanceof Negated negated ? negated.term().names() : Stream.of();
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
    return this instanceof Jax ? "JAX's own" : "muP's std";
  }

  /** {@code " = 0.05"} if the number is known, else nothing: the end of a line of a derivation. */
  default String result() {
    return isKnown() ? " = " + text() : "";
  }
}
