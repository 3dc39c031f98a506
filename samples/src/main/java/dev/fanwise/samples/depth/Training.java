package dev.fanwise.samples.depth;

import java.util.SplittableRandom;

/**
 * A run of stochastic gradient descent, the same for every scheme: the same pictures in the same
 * order, the same learning rate. Momentum 0.9 is the paper's.
 *
 * @param scheme how the network was initialised
 * @param depth the number of weight layers
 * @param losses the mean training loss: of the fresh network, then over each epoch
 * @param accuracy the share of test pictures that the trained network names
 * @param logitSpread the standard deviation between pictures of the fresh network's logits: how
 *     differently it answers to different pictures
 * @param middleGradient the root mean square of the loss's gradient in the weights of the fresh
 *     network's middle layer
 * @param weightChange how far training moved the hidden weights, as a share of their length
 */
record Training(
    Scheme scheme,
    int depth,
    double[] losses,
    double accuracy,
    double logitSpread,
    double middleGradient,
    double weightChange) {
  static final double LEARNING_RATE = 0.002;
  static final double MOMENTUM = 0.9;
  static final int BATCH = 50;

  static Training run(
      Scheme scheme, int depth, int epochs, Digits training, Digits test, long seed) {
    ReluNetwork network = scheme.network(depth, seed);
    ReluNetwork fresh = scheme.network(depth, seed);
    ReluNetwork.Forward before = fresh.forward(training.images());
    double[][] freshLogits = before.logits();
    fresh.backward(before, CrossEntropy.gradient(freshLogits, training.labels()));

    double[] losses = new double[epochs + 1];
    losses[0] = CrossEntropy.loss(freshLogits, training.labels());
    SplittableRandom random = new SplittableRandom(seed);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      losses[epoch] = epoch(network, training.shuffled(random));
    }
    return new Training(
        scheme,
        depth,
        losses,
        CrossEntropy.accuracy(network.forward(test.images()).logits(), test.labels()),
        spread(freshLogits),
        rootMeanSquare(fresh.layers().get(depth / 2).weightGradient),
        change(fresh, network));
  }

  int epochs() {
    return losses.length - 1;
  }

  double lastLoss() {
    return losses[epochs()];
  }

  /** Trains on every picture once; returns their mean loss at the time. */
  private static double epoch(ReluNetwork network, Digits digits) {
    double loss = 0;
    int batches = digits.count() / BATCH;
    for (int b = 0; b < batches; b++) {
      Digits batch = digits.range(b * BATCH, (b + 1) * BATCH);
      ReluNetwork.Forward forward = network.forward(batch.images());
      loss += CrossEntropy.loss(forward.logits(), batch.labels()) / batches;
      network.backward(forward, CrossEntropy.gradient(forward.logits(), batch.labels()));
      for (Dense layer : network.layers()) {
        layer.step(LEARNING_RATE, MOMENTUM);
      }
    }
    return loss;
  }

  private static double spread(double[][] logits) {
    double squares = 0;
    int classes = logits[0].length;
    for (int c = 0; c < classes; c++) {
      double mean = 0;
      for (double[] row : logits) {
        mean += row[c] / logits.length;
      }
      for (double[] row : logits) {
        squares += (row[c] - mean) * (row[c] - mean);
      }
    }
    return Math.sqrt(squares / (logits.length * classes));
  }

  private static double rootMeanSquare(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static double change(ReluNetwork before, ReluNetwork after) {
    double moved = 0;
    double length = 0;
    for (int l = 1; l < before.layers().size() - 1; l++) {
      double[] from = before.layers().get(l).weights;
      double[] to = after.layers().get(l).weights;
      for (int i = 0; i < from.length; i++) {
        moved += (to[i] - from[i]) * (to[i] - from[i]);
        length += from[i] * from[i];
      }
    }
    return Math.sqrt(moved / length);
  }
}
