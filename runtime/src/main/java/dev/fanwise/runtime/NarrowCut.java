package dev.fanwise.runtime;

/** The moments of a standard normal between near bounds, by quadrature around their middle. */
final class NarrowCut {
  /** Gauss and Legendre's rule with ten points: the positive nodes and their weights. */
  private static final double[] NODES = {
    0.1488743389816312,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };

  private static final double[] WEIGHTS = {
    0.2955242247147529,
    0.2692667193099964,
    0.2190863625159820,
    0.1494513491505806,
    0.0666713443086881
  };

  private NarrowCut() {}

  /** The mean, counted from the middle of the bounds, and the standard deviation. */
  static double[] moments(double lower, double upper) {
    double middle = lower / 2 + upper / 2;
    double radius = upper / 2 - lower / 2;
    double mass = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < NODES.length; i++) {
      double d = radius * NODES[i];
      // φ(middle ± d) / φ(middle) = e^(−d²/2)·e^(∓middle·d)
      double right = ratio(middle, d);
      double left = ratio(middle, -d);
      mass += WEIGHTS[i] * (right + left);
      first += WEIGHTS[i] * d * (right - left);
      second += WEIGHTS[i] * d * d * (right + left);
    }
    double mean = first / mass;
    return new double[] {mean, Math.sqrt(second / mass - mean * mean)};
  }

  private static double ratio(double middle, double d) {
    double exponent = d * (middle + d / 2);
    return exponent >= 0
        ? StandardNormal.expOfMinus(exponent)
        : 1 / StandardNormal.expOfMinus(-exponent);
  }
}
