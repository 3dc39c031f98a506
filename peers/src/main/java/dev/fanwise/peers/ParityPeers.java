package dev.fanwise.peers;

import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * libtorch's {@code uniform_} and {@code normal_} beside the streams of PyTorch's and JAX's
 * numbers, in turn in one process on one thread: processor time, since the machine may be busy with
 * other things. All fill memory that is there already.
 */
public final class ParityPeers {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ELEMENTS = 17_000_000;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 40;

  private ParityPeers() {}

  public static void main(String[] args) {
    Engines.configure();
    TorchGenerator torch = TorchGenerator.seeded(42);
    float[] into = new float[ELEMENTS];
    Sink sink = Sink.of(into, 0);
    try (TorchPeer libtorch = new TorchPeer(ELEMENTS)) {
      System.out.printf(
          "ns per float, %,d floats, least and median of %d, one thread, Java %s, %s%n%n",
          ELEMENTS, ROUNDS, System.getProperty("java.version"), System.getProperty("os.arch"));
      System.out.println("| | least | median | least, of libtorch's |");
      System.out.println("|---|---|---|---|");

      Map<String, Runnable> uniform = new LinkedHashMap<>();
      uniform.put("libtorch `uniform_`", () -> libtorch.draw(Law.UNIFORM));
      uniform.put("TORCH uniform", () -> torch.uniform(sink, ELEMENTS, -Law.BOUND, Law.BOUND));
      uniform.put(
          "JAX uniform", () -> JaxFill.uniform(into, 0, ELEMENTS, 42, 0, -Law.BOUND, Law.BOUND));
      table(uniform);

      Map<String, Runnable> normal = new LinkedHashMap<>();
      normal.put("libtorch `normal_`", () -> libtorch.draw(Law.NORMAL));
      normal.put("TORCH normal", () -> torch.normal(sink, ELEMENTS, 0, Law.STD));
      normal.put("JAX normal", () -> JaxFill.normal(into, 0, ELEMENTS, 42, 0, 0, Law.STD));
      table(normal);
    }
  }

  /** One row each; the first is libtorch's, which the others are measured by. */
  private static void table(Map<String, Runnable> fills) {
    double[][] nanos = new double[fills.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      int row = 0;
      for (Runnable fill : fills.values()) {
        long start = THREADS.getCurrentThreadCpuTime();
        fill.run();
        double time = (double) (THREADS.getCurrentThreadCpuTime() - start) / ELEMENTS;
        if (round >= 0) {
          nanos[row][round] = time;
        }
        row++;
      }
    }
    int row = 0;
    for (String name : fills.keySet()) {
      Arrays.sort(nanos[row]);
      System.out.printf(
          "| %s | %.2f | %.2f | %.2f× |%n",
          name, nanos[row][0], nanos[row][ROUNDS / 2], nanos[row][0] / nanos[0][0]);
      row++;
    }
  }
}
