package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints 64-bit checksums of all that {@link Fill}, {@link TorchGenerator} and {@link JaxFill}
 * draw. {@link SameBitsTest} runs it in other JVMs and compares; it also compares with {@code
 * checksums-v2.txt}, since bits are API.
 */
public final class Checksums {
  private static final int[] COUNTS = {1, 37, 1024, 5000, 300_777};

  /** Enough fills for the compilers to have had their turn long before the last. */
  private static final int KEYS = 24;

  private Checksums() {}

  public static void main(String[] args) {
    lines().forEach(System.out::println);
  }

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Kernel kernel : Kernel.values()) {
      for (int count : COUNTS) {
        lines.add(String.format("%s %d %016x", kernel, count, checksum(kernel, count)));
      }
    }
    lines.addAll(ParityChecksums.lines());
    return lines;
  }

  private static long checksum(Kernel kernel, int count) {
    double[] draws = new double[count];
    long sum = 0;
    int keys = count > 5000 ? 1 : KEYS;
    for (int key = 0; key < keys; key++) {
      kernel.fill(draws, 0, count, Keys.fold(key, count), key * 1_000_000_007L);
      for (double x : draws) {
        sum = Long.rotateLeft(sum, 7) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(x);
      }
    }
    return sum;
  }
}
