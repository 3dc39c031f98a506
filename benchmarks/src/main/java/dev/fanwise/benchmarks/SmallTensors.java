package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Fill;
import java.util.SplittableRandom;

/**
 * Tensors of 1 to 1,000 floats, each of a key of its own, beside a loop over {@code
 * SplittableRandom}, hot; and a model of thousands of small tensors.
 */
public final class SmallTensors {
  private static final int[] SIZES = {1, 3, 10, 30, 100, 200, 300, 500, 1000};
  private static final long NANOS = 700_000_000L;

  private final SplittableRandom random = new SplittableRandom(1);

  private SmallTensors() {}

  private interface Law {
    void fill(float[] into, long key);
  }

  public static void main(String[] args) {
    SmallTensors loop = new SmallTensors();
    System.out.printf(
        "ns per element, hot, least of what 0.7 s has, Java %s%n",
        System.getProperty("java.version"));
    System.out.println("elements  uniform  SplittableRandom   normal  truncated");
    for (int size : SIZES) {
      System.out.printf(
          "%8d  %7.2f  %16.2f  %7.2f  %9.2f%n",
          size,
          time(size, (x, key) -> Fill.uniform(x, 0, x.length, key, 0, -0.07f, 0.07f)),
          time(size, loop::uniform),
          time(size, (x, key) -> Fill.normal(x, 0, x.length, key, 0, 0, 0.04f)),
          time(size, (x, key) -> Fill.truncatedNormal(x, 0, x.length, key, 0, 0, 0.04f, -2, 2)));
    }
    ManyCells model = new ManyCells();
    int weights = ManyCells.CELLS * 200;
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 300; round++) {
      long start = System.nanoTime();
      ManyCellsInitializer.initialize(model, round);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        "%,d tensors of 100, half uniform, half normal, names and checks included: %.2f%n",
        2 * ManyCells.CELLS, best / weights);
  }

  private void uniform(float[] into, long key) {
    SplittableRandom random = this.random;
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) random.nextDouble() * 0.14f - 0.07f;
    }
  }

  private static double time(int size, Law law) {
    float[] into = new float[size];
    int repeats = Math.max(1, 65_536 / size);
    double best = Double.POSITIVE_INFINITY;
    long key = 0;
    for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; ) {
      long start = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        law.fill(into, key++);
      }
      best = Math.min(best, (double) (System.nanoTime() - start) / repeats / size);
    }
    return best;
  }
}
