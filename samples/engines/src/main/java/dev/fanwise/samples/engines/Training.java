package dev.fanwise.samples.engines;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.fanwise.samples.depth.Digits;
import java.util.function.Consumer;

/**
 * A training of {@link SeparableNet}.
 *
 * @param losses the mean loss on the training pictures in each epoch
 * @param accuracy the share of test pictures that are named rightly in the end
 */
record Training(double[] losses, double accuracy) {
  static final int EPOCHS = 12;
  static final int BATCH = 50;
  static final float RATE = 0.05f;

  private static final Shape PICTURE = new Shape(BATCH, 1, Digits.SIDE, Digits.SIDE);

  /**
   * Trains by plain SGD, the same pictures in the same order each time.
   *
   * @param start gives the network its weights, after DJL has given it its own
   */
  static Training run(
      Digits training, Digits test, Consumer<Block> prepare, Consumer<Block> start) {
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(RATE)).build());
    try (Model model = Model.newInstance("separable")) {
      Block net = SeparableNet.block();
      prepare.accept(net);
      model.setBlock(net);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(PICTURE);
        start.accept(net);
        double[] losses = new double[EPOCHS];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
          for (int from = 0; from < training.count(); from += BATCH) {
            losses[epoch] += step(trainer, training.range(from, from + BATCH));
          }
          losses[epoch] /= training.count() / BATCH;
        }
        return new Training(losses, accuracy(trainer, test));
      }
    }
  }

  private static double step(Trainer trainer, Digits batch) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray pictures = pictures(manager, batch);
      NDArray labels = manager.create(batch.labels());
      double loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray mean =
            trainer.getLoss().evaluate(new NDList(labels), trainer.forward(new NDList(pictures)));
        loss = mean.getFloat();
        collector.backward(mean);
      }
      trainer.step();
      return loss;
    }
  }

  private static double accuracy(Trainer trainer, Digits test) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray logits = trainer.evaluate(new NDList(pictures(manager, test))).head();
      long[] named = logits.argMax(1).toLongArray();
      int right = 0;
      for (int i = 0; i < named.length; i++) {
        right += named[i] == test.labels()[i] ? 1 : 0;
      }
      return (double) right / named.length;
    }
  }

  private static NDArray pictures(NDManager manager, Digits digits) {
    float[] pixels = new float[digits.count() * Digits.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) digits.images()[i / Digits.PIXELS][i % Digits.PIXELS];
    }
    return manager.create(pixels, new Shape(digits.count(), 1, Digits.SIDE, Digits.SIDE));
  }
}
