package dev.fanwise.samples.twin;

/** {@code nn.CrossEntropyLoss} over a batch of float logits. */
final class Softmax {
  private Softmax() {}

  /** The mean of −ln p(label), in nats. */
  static double loss(float[][] logits, int[] labels) {
    double loss = 0;
    for (int n = 0; n < labels.length; n++) {
      loss -= StrictMath.log(probabilities(logits[n])[labels[n]]);
    }
    return loss / labels.length;
  }

  /** The gradients of the loss in the logits: softmax less one at the label, over the batch. */
  static float[][] gradients(float[][] logits, int[] labels) {
    float[][] gradients = new float[labels.length][];
    for (int n = 0; n < labels.length; n++) {
      double[] probabilities = probabilities(logits[n]);
      probabilities[labels[n]] -= 1;
      gradients[n] = new float[probabilities.length];
      for (int c = 0; c < probabilities.length; c++) {
        gradients[n][c] = (float) (probabilities[c] / labels.length);
      }
    }
    return gradients;
  }

  private static double[] probabilities(float[] logits) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
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
}
