package dev.fanwise.runtime;

/**
 * How PyTorch makes normals of a run of floats: the method of Box and Muller on 16 words at a time,
 * of which the first eight give radii and the last eight angles, with single-precision polynomials
 * for logarithm, sine and cosine (those of the Cephes library, in Pommier's arrangement), whose
 * multiplications and additions are fused as in PyTorch's kernels for AVX2.
 *
 * <p>Short loops over arrays in the first-level cache, each of which the JIT compiler vectorises.
 * Words have 24 random bits, so where the polynomials' ranges begin and end is decided in integers.
 */
final class TorchNormal {
  /** Words at a time, at most. */
  static final int ELEMENTS = 512;

  /** Words that become normals together. */
  static final int BLOCK = 16;

  private static final int HALF = BLOCK / 2;
  private static final int PAIRS = ELEMENTS / 2;

  /** Loops are not run over fewer pairs, or they would be compiled for small tensors only. */
  private static final int LEAST_PAIRS = 64;

  private static final int BITS = 0xFFFFFF;
  private static final int ONE = 1 << 24;

  /** The exponent in the bits of 2²⁴·½. */
  private static final int ONE_HALF_EXPONENT = 127 + 24 - 1;

  private final int[] radiusWords = new int[PAIRS];
  private final int[] angleWords = new int[PAIRS];
  private final float[] x = new float[PAIRS];
  private final float[] exponents = new float[PAIRS];
  private final float[] radii = new float[PAIRS];
  private final float[] quarters = new float[PAIRS];
  private final float[] sines = new float[PAIRS];
  private final float[] cosines = new float[PAIRS];
  private final float[] values = new float[PAIRS];

  /**
   * {@code into[i]} = normals of words, for i below {@code count}.
   *
   * @param count a multiple of 16, at most {@link #ELEMENTS}
   */
  void convert(int[] words, int count, float mean, float std, float[] into) {
    for (int i = 0; i < count; i += BLOCK) {
      System.arraycopy(words, i, radiusWords, i / 2, HALF);
      System.arraycopy(words, i + HALF, angleWords, i / 2, HALF);
    }
    int pairs = Math.max(count / 2, LEAST_PAIRS);
    floatBits(radiusWords, pairs);
    FloatParts.split(radiusWords, ONE_HALF_EXPONENT, x, exponents, pairs);
    radii(x, exponents, radii, pairs);
    quarters(angleWords, x, quarters, pairs);
    reduce(x, quarters, pairs);
    sines(x, sines, pairs);
    cosines(x, cosines, pairs);
    firstOfPairs(quarters, sines, cosines, radii, mean, std, values, pairs);
    for (int i = 0; i < count; i += BLOCK) {
      System.arraycopy(values, i / 2, into, i, HALF);
    }
    secondOfPairs(quarters, sines, cosines, radii, mean, std, values, pairs);
    for (int i = 0; i < count; i += BLOCK) {
      System.arraycopy(values, i / 2, into, i + HALF, HALF);
    }
  }

  /** Words become the bits of the float 2²⁴·(1 − u), which is a whole number from 1 to 2²⁴. */
  private static void floatBits(int[] words, int n) {
    for (int i = 0; i < n; i++) {
      words[i] = Float.floatToRawIntBits((float) (ONE - (words[i] & BITS)));
    }
  }

  /** √(−2·log(1 − u)). */
  private static void radii(float[] scaled, float[] exponents, float[] radii, int n) {
    for (int i = 0; i < n; i++) {
      float x = scaled[i] * 0x1p-24f;
      float e = exponents[i];
      float z = x * x;
      float y = Fused.fma(7.0376836292e-2f, x, -1.1514610310e-1f);
      y = Fused.fma(y, x, 1.1676998740e-1f);
      y = Fused.fma(y, x, -1.2420140846e-1f);
      y = Fused.fma(y, x, 1.4249322787e-1f);
      y = Fused.fma(y, x, -1.6668057665e-1f);
      y = Fused.fma(y, x, 2.0000714765e-1f);
      y = Fused.fma(y, x, -2.4999993993e-1f);
      y = Fused.fma(y, x, 3.3333331174e-1f);
      y = y * x;
      y = Fused.fma(y, z, e * -2.12194440e-4f);
      y = Fused.fma(-z, 0.5f, y);
      float log = Fused.fma(e, 0.693359375f, x + y);
      radii[i] = (float) Math.sqrt((double) (-2 * log));
    }
  }

  /** The angle 2π·u, and how many quarter turns it is, rounded: 0 to 4. */
  private static void quarters(int[] words, float[] angles, float[] quarters, int n) {
    for (int i = 0; i < n; i++) {
      int word = words[i] & BITS;
      angles[i] = word;
      quarters[i] = (word + (1 << 21)) >> 22;
    }
    for (int i = 0; i < n; i++) {
      angles[i] = (float) (2 * Math.PI) * (angles[i] * 0x1p-24f);
    }
  }

  /** Takes the quarter turns away, in three parts of π/4. */
  private static void reduce(float[] angles, float[] quarters, int n) {
    for (int i = 0; i < n; i++) {
      float eighths = quarters[i] * 2;
      float x = Fused.fma(eighths, -0.78515625f, angles[i]);
      x = Fused.fma(eighths, -2.4187564849853515625e-4f, x);
      angles[i] = Fused.fma(eighths, -3.77489497744594108e-8f, x);
    }
  }

  private static void sines(float[] angles, float[] sines, int n) {
    for (int i = 0; i < n; i++) {
      float x = angles[i];
      float z = x * x;
      float y = Fused.fma(-1.9515295891e-4f, z, 8.3321608736e-3f);
      y = Fused.fma(y, z, -1.6666654611e-1f);
      sines[i] = Fused.fma(x, z * y, x);
    }
  }

  private static void cosines(float[] angles, float[] cosines, int n) {
    for (int i = 0; i < n; i++) {
      float x = angles[i];
      float z = x * x;
      float y = Fused.fma(2.443315711809948e-5f, z, -1.388731625493765e-3f);
      y = Fused.fma(y, z, 4.166664568298827e-2f);
      cosines[i] = Fused.fma(z, z * y, z * -0.5f) + 1;
    }
  }

  /*
   * The sine and cosine of q quarter turns, which turn those of the reduced angle: −1, 0 and 1,
   * exactly, as polynomials, since compilers do not vectorise a choice between floats.
   */

  private static void firstOfPairs(
      float[] quarters,
      float[] sines,
      float[] cosines,
      float[] radii,
      float mean,
      float std,
      float[] into,
      int n) {
    for (int i = 0; i < n; i++) {
      float q = quarters[i];
      float sin = q * (q - 2) * (q - 4) * (1 / 3f);
      float cos = (1 - sin * sin) * ((q - 2) * (q - 2) * 0.5f - 1);
      into[i] = Fused.fma(radii[i] * (cos * cosines[i] - sin * sines[i]), std, mean);
    }
  }

  private static void secondOfPairs(
      float[] quarters,
      float[] sines,
      float[] cosines,
      float[] radii,
      float mean,
      float std,
      float[] into,
      int n) {
    for (int i = 0; i < n; i++) {
      float q = quarters[i];
      float sin = q * (q - 2) * (q - 4) * (1 / 3f);
      float cos = (1 - sin * sin) * ((q - 2) * (q - 2) * 0.5f - 1);
      into[i] = Fused.fma(radii[i] * (cos * sines[i] + sin * cosines[i]), std, mean);
    }
  }
}
