package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Locale;

/**
 * How fast a fresh JVM is: fills the 50 matrices of a model of 50 million parameters one after the
 * other and prints when each was done, and what an element of it took. The last is the speed that
 * is meant by full.
 */
public final class FirstSecond {
  private static final int MATRICES = 50;
  private static final int ELEMENTS = 1_000_000;

  private FirstSecond() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    float[][] model = new float[MATRICES][];
    long[] began = new long[MATRICES];
    long[] done = new long[MATRICES];
    for (int i = 0; i < MATRICES; i++) {
      model[i] = new float[ELEMENTS];
      began[i] = System.nanoTime();
      Fill.normal(model[i], 0, ELEMENTS, Keys.fold(42, i), 0, 0, 0.02);
      done[i] = System.nanoTime();
    }
    System.out.println(
        "normal, matrices of a million floats, Java " + System.getProperty("java.version"));
    System.out.println("matrix   ms since the start   ns per element");
    for (int i = 0; i < MATRICES; i++) {
      if (i < 5 || i % 10 == 9) {
        System.out.printf(
            Locale.ROOT,
            "%6d   %18.1f   %14.2f%n",
            i + 1,
            (done[i] - start) * 1e-6,
            (done[i] - began[i]) / (double) ELEMENTS);
      }
    }
  }
}
