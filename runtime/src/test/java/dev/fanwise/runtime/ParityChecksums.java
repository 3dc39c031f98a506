package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.util.ArrayList;
import java.util.List;

/** The checksums of PyTorch's and JAX's streams. */
final class ParityChecksums {
  /** Few, since processors that cannot fuse take a thousand times as long. */
  private static final int[] COUNTS = {15, 16, 37, 1024, 2000};

  private ParityChecksums() {}

  private interface Fill {
    void fill(float[] into, int seed);
  }

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int n : COUNTS) {
      line(lines, "TORCH_UNIFORM", n, torch((t, s) -> t.uniform(s, n, -0.3, 0.3)));
      line(lines, "TORCH_OFF_CENTRE_UNIFORM", n, torch((t, s) -> t.uniform(s, n, 1, 3)));
      line(lines, "TORCH_NORMAL", n, torch((t, s) -> t.normal(s, n, 0.1, 0.7)));
      line(lines, "TORCH_TRUNCATED", n, torch((t, s) -> t.truncatedNormal(s, n, 0, 0.7, -1, 1)));
      line(lines, "TORCH_BF16_NORMAL", n, ParityChecksums::bf16Normal);
      line(lines, "JAX_UNIFORM", n, (a, k) -> JaxFill.uniform(a, 0, n, k, k, -0.3, 0.3));
      line(lines, "JAX_OFF_CENTRE_UNIFORM", n, (a, k) -> JaxFill.uniform(a, 0, n, k, k, 1, 3));
      line(lines, "JAX_NORMAL", n, (a, k) -> JaxFill.normal(a, 0, n, k, k, 0.1, 0.7));
      line(
          lines, "JAX_TRUNCATED", n, (a, k) -> JaxFill.truncatedNormal(a, 0, n, k, k, 0, 1, -2, 2));
    }
    return lines;
  }

  private interface TorchFill {
    void fill(TorchGenerator torch, Sink into);
  }

  private static Fill torch(TorchFill fill) {
    return (into, seed) -> fill.fill(TorchGenerator.seeded(seed), Sink.of(into, 0));
  }

  private static void bf16Normal(float[] into, int seed) {
    short[] halves = new short[into.length];
    Sink sink = Sink.of(halves, 0, HalfPrecision.BF16);
    TorchGenerator.seeded(seed).normal(sink, halves.length, 0, 1);
    for (int i = 0; i < into.length; i++) {
      into[i] = HalfFloats.toFloat(halves[i], HalfPrecision.BF16);
    }
  }

  private static void line(List<String> lines, String name, int count, Fill fill) {
    float[] draws = new float[count];
    long sum = 0;
    for (int seed = 0; seed < 4; seed++) {
      fill.fill(draws, seed);
      for (float x : draws) {
        sum = Long.rotateLeft(sum, 7) * 0x9E3779B97F4A7C15L + Float.floatToRawIntBits(x);
      }
    }
    lines.add(String.format("%s %d %016x", name, count, sum));
  }
}
