package dev.fanwise.runtime;

/** How PyTorch makes uniforms: from the low 24 bits of a word, or 53 of two. */
final class TorchUniform {
  /** Words at a time. */
  private static final int ELEMENTS = 512;

  /** Loops are not run over fewer elements, or they would be compiled for small tensors only. */
  private static final int LEAST_ELEMENTS = 64;

  /** Above this, half of 2⁻²³ times a bound is exact. */
  private static final float LEAST_BOUND = 0x1p-100f;

  private final int[] words = new int[ELEMENTS];
  private final float[] values = new float[ELEMENTS];

  /** Fills floats or 16-bit numbers; the arguments have been checked. */
  void fill(MersenneTwister twister, Sink into, long count, double low, double high) {
    float from = (float) low;
    float to = (float) high;
    float last = Fused.fma(1 - 0x1p-24f, to - from, from);
    boolean reachesTo = into.stored(last) >= into.stored(to);
    for (long done = 0; done < count; ) {
      int run = (int) Math.min(ELEMENTS, count - done);
      twister.next(words, run);
      int range = Math.max(run, LEAST_ELEMENTS);
      if (from == -to && to > LEAST_BOUND) {
        scale(words, to * 0x1p-23f, values, range);
      } else {
        scaleAndShift(words, to - from, from, values, range);
      }
      if (reachesTo) {
        replaceTo(into, from, to, run);
      }
      into.write(values, 0, run, done);
      done += run;
    }
  }

  /** Around 0 the sum is a product, and needs no fused operation: the same bits on any machine. */
  private static void scale(int[] words, float step, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      into[i] = ((words[i] & 0xFFFFFF) - 0x800000) * step;
    }
  }

  private static void scaleAndShift(int[] words, float width, float from, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      into[i] = Fused.fma((words[i] & 0xFFFFFF) * 0x1p-24f, width, from);
    }
  }

  /** The upper bound is excluded: what is rounded to it becomes the lower. */
  private void replaceTo(Sink into, float from, float to, int n) {
    float storedFrom = into.stored(from);
    float storedTo = into.stored(to);
    for (int i = 0; i < n; i++) {
      float value = into.stored(values[i]);
      values[i] = value == storedTo ? storedFrom : value;
    }
  }

  /** Fills doubles. */
  static void fillDoubles(MersenneTwister twister, Sink into, long count, double low, double high) {
    double width = high - low;
    for (long i = 0; i < count; i++) {
      double value = Fused.fma(fraction(twister), width, low);
      into.set(i, value == high ? low : value);
    }
  }

  /** Uniform on [0, 1) with 53 bits. */
  static double fraction(MersenneTwister twister) {
    return (twister.nextLong() & 0x1F_FFFF_FFFF_FFFFL) * 0x1p-53;
  }
}
