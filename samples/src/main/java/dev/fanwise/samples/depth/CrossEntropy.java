package dev.fanwise.samples.depth;

/**
 * Softmax and cross-entropy over a batch of logits, in nats: ln 10 for a guess among ten.
 *
 * <p>With {@code StrictMath}, so that training takes the same path on every machine.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  /** The mean of −ln p(label). */
  public static double loss(double[][] logits, int[] labels) {
    double loss = 0;
    for (int n = 0; n < labels.length; n++) {
      loss -= StrictMath.log(softmax(logits[n])[labels[n]]) / labels.length;
    }
    return loss;
  }

  /** The gradient of {@link #loss} in the logits: softmax less one at the label. */
  public static double[][] gradient(double[][] logits, int[] labels) {
    double[][] gradient = new double[labels.length][];
    for (int n = 0; n < labels.length; n++) {
      gradient[n] = softmax(logits[n]);
      gradient[n][labels[n]] -= 1;
      for (int c = 0; c < gradient[n].length; c++) {
        gradient[n][c] /= labels.length;
      }
    }
    return gradient;
  }

  /** The share of rows whose greatest logit is at their label. */
  public static double accuracy(double[][] logits, int[] labels) {
    double correct = 0;
    for (int n = 0; n < labels.length; n++) {
      correct += greatest(logits[n]) == labels[n] ? 1 : 0;
    }
    return correct / labels.length;
  }

  private static double[] softmax(double[] logits) {
    double greatest = logits[greatest(logits)];
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = StrictMath.exp(logits[c] - greatest);
      sum += probabilities[c];
    }
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  private static int greatest(double[] values) {
    int greatest = 0;
    for (int c = 1; c < values.length; c++) {
      greatest = values[c] > values[greatest] ? c : greatest;
    }
    return greatest;
  }
}
