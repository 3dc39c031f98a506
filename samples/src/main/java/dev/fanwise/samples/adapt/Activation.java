package dev.fanwise.samples.adapt;

/** What stands between two layers, with its slope. */
enum Activation {
  TANH("tanh", 1) {
    @Override
    double[] of(double[] responses) {
      double[] values = new double[responses.length];
      for (int u = 0; u < values.length; u++) {
        values[u] = StrictMath.tanh(responses[u]); // the same on every machine
      }
      return values;
    }

    @Override
    double[] back(double[] responses, double[] gradient) {
      double[] values = new double[responses.length];
      for (int u = 0; u < values.length; u++) {
        double tanh = StrictMath.tanh(responses[u]);
        values[u] = gradient[u] * (1 - tanh * tanh);
      }
      return values;
    }
  },
  RELU("ReLU", 1) {
    @Override
    double[] of(double[] responses) {
      double[] values = new double[responses.length];
      for (int u = 0; u < values.length; u++) {
        values[u] = Math.max(0, responses[u]);
      }
      return values;
    }

    @Override
    double[] back(double[] responses, double[] gradient) {
      double[] values = new double[responses.length];
      for (int u = 0; u < values.length; u++) {
        values[u] = responses[u] > 0 ? gradient[u] : 0;
      }
      return values;
    }
  },
  /** The greater of two responses (Goodfellow et al. 2013). */
  MAXOUT("maxout", 2) {
    @Override
    double[] of(double[] responses) {
      double[] values = new double[responses.length / 2];
      for (int u = 0; u < values.length; u++) {
        values[u] = Math.max(responses[2 * u], responses[2 * u + 1]);
      }
      return values;
    }

    @Override
    double[] back(double[] responses, double[] gradient) {
      double[] values = new double[responses.length];
      for (int u = 0; u < gradient.length; u++) {
        values[responses[2 * u] >= responses[2 * u + 1] ? 2 * u : 2 * u + 1] = gradient[u];
      }
      return values;
    }
  };

  private final String title;

  /** How many responses make one value. */
  final int pieces;

  Activation(String title, int pieces) {
    this.title = title;
    this.pieces = pieces;
  }

  /** The values of one example's responses. */
  abstract double[] of(double[] responses);

  /** The gradient in the responses, from that in the values. */
  abstract double[] back(double[] responses, double[] gradient);

  @Override
  public String toString() {
    return title;
  }
}
