package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What the streams of PyTorch and JAX take beside Fanwise's own, hot, on one thread: processor
 * time, since the machine may be busy with other things.
 */
public final class ParityTable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 100;
  private static final int ELEMENTS = 1 << 20;

  private ParityTable() {}

  private interface Filler {
    void fill(float[] into, int seed);
  }

  public static void main(String[] args) {
    System.out.printf(
        "ns per float, hot, least of %d, %,d elements, Java %s%n",
        ROUNDS, ELEMENTS, System.getProperty("java.version"));
    TorchGenerator torch = TorchGenerator.seeded(42);
    row("Fanwise uniform", (into, seed) -> Fill.uniform(into, 0, ELEMENTS, seed, 0, -0.1, 0.1));
    row("TORCH uniform", (into, seed) -> torch.uniform(Sink.of(into, 0), ELEMENTS, -0.1, 0.1));
    row("TORCH uniform on [0, 1)", (into, seed) -> torch.uniform(Sink.of(into, 0), ELEMENTS, 0, 1));
    row("JAX uniform", (into, seed) -> JaxFill.uniform(into, 0, ELEMENTS, seed, 0, -0.1, 0.1));
    row("JAX uniform on [0, 1)", (into, seed) -> JaxFill.uniform(into, 0, ELEMENTS, seed, 0, 0, 1));
    row("Fanwise normal", (into, seed) -> Fill.normal(into, 0, ELEMENTS, seed, 0, 0, 0.02));
    row("TORCH normal", (into, seed) -> torch.normal(Sink.of(into, 0), ELEMENTS, 0, 0.02));
    row("JAX normal", (into, seed) -> JaxFill.normal(into, 0, ELEMENTS, seed, 0, 0, 0.02));
    row(
        "Fanwise truncated normal",
        (into, seed) -> Fill.truncatedNormal(into, 0, ELEMENTS, seed, 0, 0, 0.02, -2, 2));
    row(
        "TORCH truncated normal",
        (into, seed) -> torch.truncatedNormal(Sink.of(into, 0), ELEMENTS, 0, 0.02, -0.04, 0.04));
    row(
        "JAX truncated normal",
        (into, seed) -> JaxFill.truncatedNormal(into, 0, ELEMENTS, seed, 0, 0, 0.02, -2, 2));
  }

  private static void row(String name, Filler filler) {
    float[] into = new float[ELEMENTS];
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      filler.fill(into, round);
      best = Math.min(best, (double) (THREADS.getCurrentThreadCpuTime() - start) / ELEMENTS);
    }
    System.out.printf("  %-26s %6.2f%n", name, best);
  }
}
