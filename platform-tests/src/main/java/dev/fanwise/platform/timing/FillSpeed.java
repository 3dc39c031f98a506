package dev.fanwise.platform.timing;

import dev.fanwise.runtime.Fill;

/**
 * How fast a tensor is filled, by each law: the first fill of the process, and the fastest. It
 * needs {@link Fill} alone, so that the runtime of another build can take the place of this one's.
 */
public final class FillSpeed {
  private FillSpeed() {}

  private interface Law {
    void fill(float[] into, long key);
  }

  /**
   * Prints a line for each law, in ns for each element.
   *
   * @param args how many elements the tensor has, and how often it is filled
   */
  public static void main(String[] args) {
    float[] into = new float[Integer.parseInt(args[0])];
    int rounds = Integer.parseInt(args[1]);
    speed("uniform", into, rounds, (x, key) -> Fill.uniform(x, 0, x.length, key, 0, -0.1f, 0.1f));
    speed("normal", into, rounds, (x, key) -> Fill.normal(x, 0, x.length, key, 0, 0, 0.02f));
    speed(
        "truncated normal",
        into,
        rounds,
        (x, key) -> Fill.truncatedNormal(x, 0, x.length, key, 0, 0, 0.02f, -2, 2));
  }

  private static void speed(String name, float[] into, int rounds, Law law) {
    double first = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      law.fill(into, round);
      double nanos = (double) (System.nanoTime() - start) / into.length;
      first = round == 0 ? nanos : first;
      best = Math.min(best, nanos);
    }
    System.out.println(name + " " + hundredths(first) + " " + hundredths(best));
  }

  private static double hundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
