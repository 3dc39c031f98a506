package dev.fanwise.processor.plan;

import dev.fanwise.runtime.Pattern;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the elements of a parameter are drawn from, with every number resolved, in double, or as an
 * expression where dimensions are symbolic.
 */
public sealed interface Law {
  /** Every element has one value. */
  record Constant(double value) implements Law {}

  /** Uniform between two bounds. */
  record Uniform(Term std, Term low, Term high) implements Law {
    public Uniform(double std, double low, double high) {
      this(Term.of(std), Term.of(low), Term.of(high));
    }

    /** Whether the bounds are −b and b. */
    public boolean isSymmetric() {
      return low.isNegativeOf(high);
    }
  }

  /** Normal. */
  record Normal(double mean, Term std) implements Law {}

  /**
   * Normal, cut at two bounds.
   *
   * @param mean the mean before the cut
   * @param std the standard deviation before the cut
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   */
  record TruncatedNormal(double mean, Term std, double lower, double upper) implements Law {}

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
  }

  /** The numbers that elements are drawn with. */
  default Stream<Term> termsOfDraws() {
    if (this instanceof Uniform uniform) {
      return Stream.of(uniform.low(), uniform.high());
    }
    if (this instanceof Normal normal) {
      return Stream.of(normal.std());
    }
    return this instanceof TruncatedNormal cut ? Stream.of(cut.std()) : Stream.of();
  }

  /** Whether elements depend on the seed. */
  default boolean isRandom() {
    if (this instanceof Structured structured) {
      return structured.isKeyed();
    }
    return this instanceof Symbolic symbolic ? symbolic.isKeyed() : !(this instanceof Constant);
  }

  /** Whether part of a tensor can be drawn alone. */
  default boolean isDivisible() {
    if (this instanceof Symbolic symbolic) {
      return symbolic.isDivisible();
    }
    return !(this instanceof Structured structured) || structured.isDivisible();
  }

  /** Whether every number is known. */
  default boolean isKnown() {
    if (this instanceof Uniform uniform) {
      return uniform.std().isKnown();
    }
    if (this instanceof Normal normal) {
      return normal.std().isKnown();
    }
    return this instanceof TruncatedNormal cut ? cut.std().isKnown() : !(this instanceof Symbolic);
  }

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
