package dev.fanwise.platform.timing;

import dev.fanwise.runtime.Fill;

/** Initialises one model and ends, or measures how fast tensors are filled. */
public final class FirstModel {
  private static final int ELEMENTS = 17_000_000;
  private static final int ROUNDS = 12;

  private FirstModel() {}

  private interface Law {
    void fill(float[] into, long key);
  }

  /**
   * Prints how long the model took, in ns.
   *
   * @param args nothing, or anything for the speed of fills
   */
  public static void main(String[] args) {
    if (args.length > 0) {
      speed("uniform", (into, key) -> Fill.uniform(into, 0, into.length, key, 0, -0.1, 0.1));
      speed("normal", (into, key) -> Fill.normal(into, 0, into.length, key, 0, 0, 0.02));
      speed(
          "truncated normal",
          (into, key) -> Fill.truncatedNormal(into, 0, into.length, key, 0, 0, 0.02, -2, 2));
      return;
    }
    long start = System.nanoTime();
    Network network = NetworkInitializer.initialize(new Network(), 42);
    long nanos = System.nanoTime() - start;
    System.out.println(network.thirdBias[0] == 0 ? nanos : -1);
  }

  /** The first fill of the process by that law, and the fastest, in ns for each element. */
  private static void speed(String name, Law law) {
    float[] into = new float[ELEMENTS];
    double first = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      law.fill(into, round);
      double nanos = (double) (System.nanoTime() - start) / ELEMENTS;
      first = round == 0 ? nanos : first;
      best = Math.min(best, nanos);
    }
    System.out.println(name + " " + hundredths(first) + " " + hundredths(best));
  }

  private static double hundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
