package dev.fanwise.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.fanwise.engines.Rules;
import java.util.List;

/** Small networks of the kinds that people train. */
final class Nets {
  static final Shape PICTURES = new Shape(4, 3, 8, 8);
  static final Shape SENTENCES = new Shape(4, 6, 16);

  private Nets() {}

  private static Conv2d conv(int filters, int stride) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .optStride(new Shape(stride, stride))
        .optBias(false)
        .build();
  }

  /** A stem, one residual block and a head. */
  static Block resNet() {
    SequentialBlock branch =
        new SequentialBlock()
            .add(conv(8, 1))
            .add(BatchNorm.builder().build())
            .add(Activation.reluBlock())
            .add(conv(8, 1))
            .add(BatchNorm.builder().build());
    ParallelBlock both =
        new ParallelBlock(
            outputs -> new NDList(outputs.get(0).head().add(outputs.get(1).head())),
            List.of(branch, new SequentialBlock().addSingleton(array -> array)));
    return new SequentialBlock()
        .add(conv(8, 2))
        .add(both)
        .add(Activation.reluBlock())
        .add(ai.djl.nn.Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(1).build());
  }

  static Block transformer() {
    return new SequentialBlock()
        .add(new TransformerEncoderBlock(16, 4, 32, 0f, Activation::relu))
        .add(ai.djl.nn.Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(1).build());
  }

  static Block lstm() {
    return new SequentialBlock()
        .add(LSTM.builder().setStateSize(12).setNumLayers(2).build())
        .add(ai.djl.nn.Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(1).build());
  }

  /** The losses of some steps of SGD, on inputs that are the same each time. */
  static float[] losses(Block block, Shape inputs, long seed, Rules rules, int steps) {
    float[] losses = new float[steps];
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.l2Loss())
            .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.002f)).build());
    try (Model model = Model.newInstance("net")) {
      model.setBlock(block);
      try (Trainer trainer = model.newTrainer(config);
          NDManager manager = model.getNDManager().newSubManager()) {
        trainer.initialize(inputs);
        FanwiseDjl.initialize(model.getBlock(), seed, rules);
        NDArray x = manager.arange((float) inputs.size()).reshape(inputs).mul(0.7f).sin();
        NDArray y = x.reshape(inputs.get(0), -1).mean(new int[] {1}, true).mul(10);
        for (int step = 0; step < steps; step++) {
          try (GradientCollector collector = trainer.newGradientCollector()) {
            NDArray loss =
                trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x)));
            losses[step] = loss.getFloat();
            collector.backward(loss);
          }
          trainer.step();
        }
      }
    }
    return losses;
  }
}
