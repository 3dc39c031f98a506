package dev.fanwise.samples.gpt;

/** Arithmetic on a row of features per token. */
final class Rows {
  private Rows() {}

  /** y = W·x + b for every row x; W is row-major {@code [out, in]}. */
  static float[][] linear(float[][] x, float[] weights, float[] bias) {
    float[][] y = new float[x.length][];
    for (int t = 0; t < x.length; t++) {
      int in = x[t].length;
      y[t] = bias.clone();
      for (int o = 0; o < bias.length; o++) {
        y[t][o] += dot(x[t], 0, weights, o * in, in);
      }
    }
    return y;
  }

  /** The inner product of a stretch of one array with a stretch of another. */
  static float dot(float[] a, int fromA, float[] b, int fromB, int count) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[fromA + i] * b[fromB + i];
    }
    return sum;
  }

  static float[][] sum(float[][] a, float[][] b) {
    float[][] sum = new float[a.length][];
    for (int t = 0; t < a.length; t++) {
      sum[t] = a[t].clone();
      for (int f = 0; f < sum[t].length; f++) {
        sum[t][f] += b[t][f];
      }
    }
    return sum;
  }

  /** The standard deviation of all features of all tokens. */
  static double std(float[][] x) {
    double count = (double) x.length * x[0].length;
    double mean = 0;
    double squares = 0;
    for (float[] row : x) {
      for (float value : row) {
        mean += value / count;
        squares += (double) value * value / count;
      }
    }
    return Math.sqrt(squares - mean * mean);
  }

  /** How much of the tokens' mean square is that of their mean: 1 if all tokens are alike. */
  static double commonShare(float[][] x) {
    double common = 0;
    double all = 0;
    for (int f = 0; f < x[0].length; f++) {
      double mean = 0;
      for (float[] row : x) {
        mean += row[f] / x.length;
        all += (double) row[f] * row[f] / x.length;
      }
      common += mean * mean;
    }
    return common / all;
  }
}
