package dev.fanwise.platform.timing;

import java.util.Random;

/** As {@link FirstModel}, written without Fanwise: what an image holds anyway. */
public final class FirstModelWithout {
  private FirstModelWithout() {}

  /** Prints how long the model took, in ns. */
  public static void main(String[] args) {
    long start = System.nanoTime();
    Random random = new Random(42);
    int[] sizes = {784, 256, 128, 10};
    float[][] weights = new float[sizes.length - 1][];
    for (int layer = 0; layer < weights.length; layer++) {
      weights[layer] = new float[sizes[layer + 1] * sizes[layer]];
      float bound = (float) Math.sqrt(6.0 / (sizes[layer] + sizes[layer + 1]));
      for (int i = 0; i < weights[layer].length; i++) {
        weights[layer][i] = (random.nextFloat() * 2 - 1) * bound;
      }
    }
    float[] lastBias = new float[10];
    long nanos = System.nanoTime() - start;
    System.out.println(lastBias[0] == 0 ? nanos : weights[0][0] == 0 ? 0 : -1);
  }
}
