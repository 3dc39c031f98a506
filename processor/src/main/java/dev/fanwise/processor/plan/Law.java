package dev.fanwise.processor.plan;

import dev.fanwise.runtime.Pattern;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the elements of a parameter are drawn from, with every number resolved, in double, or as an
 * expression where dimensions are symbolic.
 */
public sealed interface Law {
  /** Every element has one value. */
  record Constant(double value) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.constant().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of();
    }

    @Override
    public boolean isRandom() {
      return false;
    }

    @Override
    public boolean isDivisible() {
      return true;
    }

    @Override
    public boolean isKnown() {
      return true;
    }
  }

  /** Uniform between two bounds. */
  record Uniform(Term std, Term low, Term high) implements Law {
    public Uniform(double std, double low, double high) {
      this(Term.of(std), Term.of(low), Term.of(high));
    }

    /** Whether the bounds are −b and b. */
    public boolean isSymmetric() {
      return low.isNegativeOf(high);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.uniform().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of(low, high);
    }

    @Override
    public boolean isRandom() {
      return true;
    }

    @Override
    public boolean isDivisible() {
      return true;
    }

    @Override
    public boolean isKnown() {
      return std.isKnown();
    }
  }

  /** Normal. */
  record Normal(double mean, Term std) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.normal().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of(std);
    }

    @Override
    public boolean isRandom() {
      return true;
    }

    @Override
    public boolean isDivisible() {
      return true;
    }

    @Override
    public boolean isKnown() {
      return std.isKnown();
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
  record TruncatedNormal(double mean, Term std, double lower, double upper) implements Law {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.truncatedNormal().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of(std);
    }

    @Override
    public boolean isRandom() {
      return true;
    }

    @Override
    public boolean isDivisible() {
      return true;
    }

    @Override
    public boolean isKnown() {
      return std.isKnown();
    }
  }

  /**
   * What a kernel of the runtime writes that knows where in the tensor it is.
   *
   * @param kernel the kernel's class in the runtime
   * @param method its method
   * @param isKeyed whether it takes a key, so that elements depend on the seed
   * @param isDivisible whether it can fill part of a tensor
   * @param arguments the numbers that it takes
   * @param pattern the same as an object, which knows the statistics of the tensor
   */
  record Structured(
      String kernel,
      String method,
      boolean isKeyed,
      boolean isDivisible,
      List<Argument> arguments,
      Pattern pattern)
      implements Law {
    public Structured {
      arguments = List.copyOf(arguments);
    }

    /** The statistics of the tensor. */
    public Moments moments() {
      return new Moments(pattern.mean(), pattern.std(), pattern.low(), pattern.high());
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.structured().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of();
    }

    @Override
    public boolean isRandom() {
      return isKeyed;
    }

    @Override
    public boolean isKnown() {
      return true;
    }
  }

  /**
   * What a kernel writes whose numbers are worked out from the shape at run time.
   *
   * @param pattern the runtime's class of such numbers
   * @param factory its method that works them out, from the shape and the arguments
   * @param isKeyed whether elements depend on the seed
   * @param isDivisible whether part of a tensor can be filled
   * @param arguments what else the factory takes
   */
  record Symbolic(
      String pattern,
      String factory,
      boolean isKeyed,
      boolean isDivisible,
      List<Argument> arguments)
      implements Law {
    public Symbolic {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.symbolic().apply(this);
    }

    @Override
    public Stream<Term> termsOfDraws() {
      return Stream.of();
    }

    @Override
    public boolean isRandom() {
      return isKeyed;
    }

    @Override
    public boolean isKnown() {
      return false;
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
      Function<Structured, R> structured,
      Function<Symbolic, R> symbolic) {}

  /** What comes of this law. */
  <R> R accept(Cases<R> cases);

  /** The numbers that elements are drawn with. */
  Stream<Term> termsOfDraws();

  /** Whether elements depend on the seed. */
  boolean isRandom();

  /** Whether part of a tensor can be drawn alone. */
  boolean isDivisible();

  /** Whether every number is known. */
  boolean isKnown();

  /**
   * A number that a kernel takes.
   *
   * @param name what it is, for readers of the generated call
   * @param value an integer or a double
   */
  record Argument(String name, Number value) {}

  /** Mean, standard deviation and bounds over all elements. */
  record Moments(double mean, double std, double low, double high) {}
}
