package dev.fanwise.samples.adapt;

import dev.fanwise.samples.depth.CrossEntropy;
import dev.fanwise.samples.depth.Dense;
import dev.fanwise.samples.depth.Digits;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run of stochastic gradient descent, the same for every start.
 *
 * @param stds the standard deviation of each layer's responses before training
 * @param losses the mean training loss: of the fresh network, then over each epoch
 * @param accuracy the share of test pictures that the trained network names
 */
record Training(Start.Started started, double[] stds, double[] losses, double accuracy) {
  static final double LEARNING_RATE = 0.005;
  static final double MOMENTUM = 0.9;
  static final int BATCH = 50;

  /** The pictures that a fit looks at: the first of the training pictures. */
  static final int FITTED_TO = 200;

  static Training run(
      Start start,
      Activation activation,
      int depth,
      int epochs,
      Digits training,
      Digits test,
      long seed) {
    double[][] batch = training.range(0, FITTED_TO).images();
    Start.Started started = start.network(activation, depth, batch, seed);
    DeepNetwork network = started.network();
    double[] stds = stds(network.forward(batch).responses());
    double[] losses = new double[epochs + 1];
    losses[0] = CrossEntropy.loss(network.forward(training.images()).logits(), training.labels());
    SplittableRandom random = new SplittableRandom(seed);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      losses[epoch] = epoch(network, training.shuffled(random));
    }
    double[][] logits = network.forward(test.images()).logits();
    return new Training(started, stds, losses, CrossEntropy.accuracy(logits, test.labels()));
  }

  double lastLoss() {
    return losses[losses.length - 1];
  }

  private static double epoch(DeepNetwork network, Digits digits) {
    double loss = 0;
    int batches = digits.count() / BATCH;
    for (int b = 0; b < batches; b++) {
      Digits batch = digits.range(b * BATCH, (b + 1) * BATCH);
      DeepNetwork.Forward forward = network.forward(batch.images());
      loss += CrossEntropy.loss(forward.logits(), batch.labels()) / batches;
      network.backward(forward, CrossEntropy.gradient(forward.logits(), batch.labels()));
      for (Dense layer : network.layers()) {
        layer.step(LEARNING_RATE, MOMENTUM);
      }
    }
    return loss;
  }

  private static double[] stds(List<double[][]> layers) {
    double[] stds = new double[layers.size()];
    for (int l = 0; l < stds.length; l++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (double[] row : layers.get(l)) {
        for (double value : row) {
          sum += value;
          squares += value * value;
          count++;
        }
      }
      double mean = sum / count;
      stds[l] = Math.sqrt(Math.max(0, squares / count - mean * mean));
    }
    return stds;
  }
}
