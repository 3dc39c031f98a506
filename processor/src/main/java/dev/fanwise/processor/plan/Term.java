package dev.fanwise.processor.plan;

import dev.fanwise.ResidualRule;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.MupScale;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number of a law: known, or an expression of the fans and of counts that the model has, which
 * are known at run time only where they are symbolic. Formulas themselves are the runtime's: on
 * known numbers they are worked out at once, by the very methods that generated code calls
 * otherwise.
 */
public sealed interface Term {
  /** Stands for the fans among the arguments of a {@link Formula}. */
  Object FANS =
      new Object() {
        @Override
        public String toString() {
          return "fans";
        }
      };

  /** A known number. */
  record Known(double value) implements Term {}

  /** A number that a step before has named. */
  record Named(String name) implements Term {}

  /** A sum, difference or product. */
  record Binary(Operator operator, Term left, Term right) implements Term {}

  /** A negated number. */
  record Negated(Term term) implements Term {}

  /**
   * A function of the fans that the runtime has.
   *
   * @param owner the class that has it
   * @param method its method
   * @param arguments what that takes: numbers, constants of enums, and {@link #FANS}
   * @param text how one writes it
   * @param ofFans what it computes
   */
  record Formula(
      String owner,
      String method,
      List<Object> arguments,
      String text,
      ToDoubleFunction<Fans> ofFans)
      implements Term {
    public Formula {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return owner
          + "."
          + method
          + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * A function of one number that {@code Formulas} has.
   *
   * @param method its method
   * @param number the number
   * @param text how one writes it
   * @param function what it computes
   */
  record Function(String method, Term number, String text, DoubleUnaryOperator function)
      implements Term {
    @Override
    public String toString() {
      return "Formulas." + method + "(" + number.text() + ")";
    }
  }

  /** {@code MupScale.std} of the fans, those of another shape, and a gain. */
  record Mup(Geometry base, double gain) implements Term {
    /** The number where the fans are those of the base, or as if it had no groups. */
    double atBase() {
      Fans fans = base.ungrouped().fans();
      return MupScale.std(fans, fans, gain);
    }
  }

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
      return Formulas.description(rule)
          .replace("(2 * m - 2)", Long.toString(2L * branchLayers - 2))
          .replace("layers", layers.toString());
    }

    double at(double number) {
      return Formulas.residual(rule, (int) Math.min(number, Integer.MAX_VALUE), branchLayers);
    }
  }

  /** The operators of {@link Binary}. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*");

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

  /**
   * What a method of the runtime's {@code Formulas} makes of this number.
   *
   * @param text how one writes that
   */
  default Term in(String method, String text, DoubleUnaryOperator function) {
    return isKnown()
        ? of(function.applyAsDouble(value()))
        : new Function(method, this, text, function);
  }

  private Term binary(Operator operator, Term other) {
    return isKnown() && other.isKnown()
        ? of(operator.apply(value(), other.value()))
        : new Binary(operator, this, other);
  }

  /**
   * The number with some fans, where what else is counted is as many as their inputs.
   *
   * @param steps what the names in the expression stand for
   */
  default double at(Fans fans, List<Step> steps) {
    if (this instanceof Known known) {
      return known.value();
    }
    if (this instanceof Named named) {
      return steps.stream()
          .filter(step -> step.name().equals(named.name()))
          .findFirst()
          .orElseThrow()
          .term()
          .at(fans, steps);
    }
    if (this instanceof Binary binary) {
      return binary.operator().apply(binary.left().at(fans, steps), binary.right().at(fans, steps));
    }
    if (this instanceof Negated negated) {
      return -negated.term().at(fans, steps);
    }
    if (this instanceof Function function) {
      return function.function().applyAsDouble(function.number().at(fans, steps));
    }
    if (this instanceof Formula formula) {
      return formula.ofFans().applyAsDouble(fans);
    }
    if (this instanceof Mup mup) {
      return mup.atBase();
    }
    return ((Residual) this).at(fans.fanIn());
  }

  /** The expression and all that it consists of. */
  private Stream<Term> all() {
    Stream<Term> operands =
        this instanceof Binary binary
            ? Stream.of(binary.left(), binary.right())
            : this instanceof Function function
                ? Stream.of(function.number())
                : this instanceof Negated negated ? Stream.of(negated.term()) : Stream.of();
    return Stream.concat(Stream.of(this), operands.flatMap(Term::all));
  }

  /** The names of steps in the expression. */
  default Stream<String> names() {
    return all().filter(Named.class::isInstance).map(term -> ((Named) term).name());
  }

  /** Whether the expression needs the fans. */
  default boolean needsFans() {
    return all().anyMatch(term -> term instanceof Formula || term instanceof Mup);
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
    if (this instanceof Named named) {
      return named.name();
    }
    if (this instanceof Function function) {
      return function.text();
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
    return this instanceof Formula formula ? formula.text() : "muP's std";
  }

  /** {@code " = 0.05"} if the number is known, else nothing: the end of a line of a derivation. */
  default String result() {
    return isKnown() ? " = " + text() : "";
  }
}
