package dev.fanwise.card.model;

import dev.fanwise.runtime.Pattern;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the elements of a parameter are drawn from, with every number. */
public sealed interface Law {
  /** Every element has one value. */
  record Constant(double value) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.constant().apply(this);
    }
  }

  /** Uniform between two bounds. */
  record Uniform(double std, double low, double high) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.uniform().apply(this);
    }
  }

  /** Normal. */
  record Normal(double mean, double std) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.normal().apply(this);
    }
  }

  /**
   * Normal, cut at two bounds.
   *
   * @param mean the mean before the cut
   * @param std the standard deviation before the cut
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   */
  record TruncatedNormal(double mean, double std, double lower, double upper) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.truncatedNormal().apply(this);
    }
  }

  /**
   * Elements that depend on where in the tensor they are.
   *
   * @param pattern the runtime's own
   * @param isKeyed whether they depend on the seed
   */
  record Placed(Pattern pattern, boolean isKeyed) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.placed().apply(this);
    }
  }

  /**
   * A law of which the statistics are all that is known.
   *
   * @param low the bound below, perhaps infinite
   * @param high the bound above, likewise
   */
  record Described(double mean, double std, double low, double high) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.described().apply(this);
    }
  }

  /** None that is known: weights that were read from a file. */
  record Unsaid() implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unsaid().apply(this);
    }
  }

  /**
   * A law whose numbers are known at run time only.
   *
   * @param distribution how its elements are spread, in a word
   * @param isKeyed whether they depend on the seed
   */
  record Unknown(String distribution, boolean isKeyed) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unknown().apply(this);
    }
  }

  /**
   * What comes of each of the laws. A place that asks a law names all of them, in this order, so
   * that it does not compile with a new one until that has its case there.
   *
   * @param <R> what comes of it
   */
  record Cases<R>(
      Function<Constant, R> constant,
      Function<Uniform, R> uniform,
      Function<Normal, R> normal,
      Function<TruncatedNormal, R> truncatedNormal,
      Function<Placed, R> placed,
      Function<Described, R> described,
      Function<Unsaid, R> unsaid,
      Function<Unknown, R> unknown) {}

  /** What comes of this law. */
  <R> R accept(Cases<R> cases);

  /** How the elements are spread, in a word or two. */
  default String distribution() {
    return accept(
        new Cases<>(
            constant -> "constant",
            uniform -> "uniform",
            normal -> "normal",
            cut -> "truncated normal",
            placed -> "structured",
            described -> "structured",
            unsaid -> "unsaid",
            Unknown::distribution));
  }

  /** Whether there is one that somebody has chosen. */
  default boolean isSaid() {
    return accept(
        new Cases<>(
            constant -> true,
            uniform -> true,
            normal -> true,
            cut -> true,
            placed -> true,
            described -> true,
            unsaid -> false,
            unknown -> true));
  }

  /** The one value that the law gives every element, if it is such a law. */
  default OptionalDouble onlyValue() {
    return accept(
        new Cases<>(
            constant -> OptionalDouble.of(constant.value()),
            uniform -> OptionalDouble.empty(),
            normal -> OptionalDouble.empty(),
            cut -> OptionalDouble.empty(),
            placed -> OptionalDouble.empty(),
            described -> OptionalDouble.empty(),
            unsaid -> OptionalDouble.empty(),
            unknown -> OptionalDouble.empty()));
  }

  /** Whether every number is known. */
  default boolean isKnown() {
    return accept(
        new Cases<>(
            constant -> true,
            uniform -> true,
            normal -> true,
            cut -> true,
            placed -> true,
            described -> true,
            unsaid -> false,
            unknown -> false));
  }

  /** Whether elements depend on the seed. */
  default boolean isRandom() {
    return accept(
        new Cases<>(
            constant -> false,
            uniform -> true,
            normal -> true,
            cut -> true,
            Placed::isKeyed,
            described -> true,
            unsaid -> false,
            Unknown::isKeyed));
  }
}
