package dev.fanwise.samples.twin;

import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Submodule;
import java.util.List;

/**
 * {@code nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))}: with the same seed,
 * the same weights in all bits.
 */
@RandomStream(RandomEngine.TORCH)
public final class Twin {
  /** The seed of the sample, and of its PyTorch script. */
  public static final long SEED = 42;

  /** How many pictures a step sees. */
  public static final int BATCH = 32;

  /** The learning rate of plain stochastic gradient descent. */
  public static final float LEARNING_RATE = 0.1f;

  @Submodule
  final List<Linear> layers =
      List.of(new Linear(Pictures.PIXELS, 256), new Linear(256, Pictures.CLASSES));

  /** A network as {@code torch.manual_seed(42)} and the constructor of PyTorch's leave it. */
  public static Twin drawn() {
    return TwinInitializer.initialize(new Twin(), SEED);
  }

  /**
   * Its parameters in PyTorch's order: {@code 0.weight}, {@code 0.bias}, {@code 2.weight}, {@code
   * 2.bias}; matrices are row-major {@code [out, in]}.
   */
  public List<float[]> parameters() {
    Linear first = layers.get(0);
    Linear second = layers.get(1);
    return List.of(first.weight, first.bias, second.weight, second.bias);
  }

  /**
   * Trains over pictures in their order, {@link #BATCH} at a time.
   *
   * @return the mean cross-entropy of each batch, in nats, before its step
   */
  public double[] train(Pictures pictures) {
    double[] losses = new double[pictures.count() / BATCH];
    for (int step = 0; step < losses.length; step++) {
      losses[step] = step(pictures.range(step * BATCH, (step + 1) * BATCH));
    }
    return losses;
  }

  private double step(Pictures batch) {
    Linear first = layers.get(0);
    Linear second = layers.get(1);
    float[][] hidden = first.forward(batch.images());
    for (float[] row : hidden) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(row[i], 0);
      }
    }
    float[][] logits = second.forward(hidden);
    double loss = Softmax.loss(logits, batch.labels());

    float[][] logitGradients = Softmax.gradients(logits, batch.labels());
    float[][] hiddenGradients = second.inputGradients(logitGradients);
    for (int n = 0; n < hidden.length; n++) {
      for (int i = 0; i < hidden[n].length; i++) {
        hiddenGradients[n][i] = hidden[n][i] > 0 ? hiddenGradients[n][i] : 0;
      }
    }
    second.step(LEARNING_RATE, hidden, logitGradients);
    first.step(LEARNING_RATE, batch.images(), hiddenGradients);
    return loss;
  }
}
