package dev.fanwise.processor.plan;

import java.util.List;

/** What the elements of a parameter are drawn from, with every number resolved, in double. */
public sealed interface Law {
  /** Every element has one value. */
  record Constant(double value) implements Law {}

  /** Uniform between two bounds. */
  record Uniform(double std, double low, double high) implements Law {}

  /** Normal. */
  record Normal(double mean, double std) implements Law {}

  /**
   * Normal, cut at two bounds.
   *
   * @param mean the mean before the cut
   * @param std the standard deviation before the cut
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   */
  record TruncatedNormal(double mean, double std, double lower, double upper) implements Law {}

  /**
   * What a kernel of the runtime writes that knows where in the tensor it is.
   *
   * @param kernel the kernel's class in the runtime
   * @param method its method
   * @param isKeyed whether it takes a key, so that elements depend on the seed
   * @param isDivisible whether it can fill part of a tensor
   * @param arguments the numbers that it takes
   * @param moments the statistics of the tensor
   */
  record Structured(
      String kernel,
      String method,
      boolean isKeyed,
      boolean isDivisible,
      List<Argument> arguments,
      Moments moments)
      implements Law {
    public Structured {
      arguments = List.copyOf(arguments);
    }
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
