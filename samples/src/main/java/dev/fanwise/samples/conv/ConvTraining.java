package dev.fanwise.samples.conv;

import dev.fanwise.samples.depth.CrossEntropy;
import dev.fanwise.samples.depth.Digits;
import java.util.SplittableRandom;

/**
 * A run of stochastic gradient descent.
 *
 * @param network the trained network
 * @param losses the mean training loss: of the fresh network, then over each epoch
 * @param accuracies the share of test pictures that the network names: fresh, then after each epoch
 */
record ConvTraining(ConvNet network, double[] losses, double[] accuracies) {
  static final double LEARNING_RATE = 0.02;
  static final int BATCH = 10;

  static ConvTraining run(int epochs, Digits training, Digits test, long seed) {
    ConvNet network = ConvNetInitializer.initialize(new ConvNet(), seed);
    GradientDescent descent = new GradientDescent(network);

    double[] losses = new double[epochs + 1];
    double[] accuracies = new double[epochs + 1];
    losses[0] = CrossEntropy.loss(logits(network, training), training.labels());
    accuracies[0] = CrossEntropy.accuracy(logits(network, test), test.labels());
    SplittableRandom random = new SplittableRandom(seed);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      losses[epoch] = epoch(network, descent, training.shuffled(random));
      accuracies[epoch] = CrossEntropy.accuracy(logits(network, test), test.labels());
    }
    return new ConvTraining(network, losses, accuracies);
  }

  int epochs() {
    return losses.length - 1;
  }

  /** Trains on every picture once; returns their mean loss at the time. */
  private static double epoch(ConvNet network, GradientDescent descent, Digits digits) {
    double loss = 0;
    int batches = digits.count() / BATCH;
    for (int b = 0; b < batches; b++) {
      Digits batch = digits.range(b * BATCH, (b + 1) * BATCH);
      loss += backward(network, descent.gradient(), batch) / batches;
      descent.step(LEARNING_RATE);
    }
    return loss;
  }

  /** Adds the gradient of a batch's mean loss to {@code gradient} and returns the loss. */
  static double backward(ConvNet network, ConvNet gradient, Digits batch) {
    ConvNet.Forward[] passes = new ConvNet.Forward[batch.count()];
    double[][] logits = new double[batch.count()][];
    for (int n = 0; n < batch.count(); n++) {
      passes[n] = network.forward(batch.images()[n]);
      logits[n] = passes[n].logits();
    }
    double[][] logitGradients = CrossEntropy.gradient(logits, batch.labels());
    for (int n = 0; n < batch.count(); n++) {
      network.backward(passes[n], logitGradients[n], gradient);
    }
    return CrossEntropy.loss(logits, batch.labels());
  }

  private static double[][] logits(ConvNet network, Digits digits) {
    double[][] logits = new double[digits.count()][];
    for (int n = 0; n < digits.count(); n++) {
      logits[n] = network.forward(digits.images()[n]).logits();
    }
    return logits;
  }
}
