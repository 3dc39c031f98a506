package dev.fanwise.runtime;

/**
 * PyTorch's random numbers, one by one and as its source reads: the Mersenne Twister in place, one
 * word at a time, and the kernels' operations in scalar form with their branches.
 */
final class TorchReference {
  private final Fma fma;
  private final int[] state = new int[624];
  private int index = 624;
  private Double cached;

  TorchReference(long seed, Fma fma) {
    this.fma = fma;
    state[0] = (int) seed;
    for (int i = 1; i < 624; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  int word() {
    if (index == 624) {
      for (int k = 0; k < 624; k++) {
        int y = (state[k] & 0x80000000) | (state[(k + 1) % 624] & 0x7fffffff);
        int next = state[(k + 397) % 624] ^ (y >>> 1);
        state[k] = (y & 1) == 0 ? next : next ^ 0x9908b0df;
      }
      index = 0;
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private float fraction() {
    return (word() & 0xFFFFFF) * 0x1p-24f;
  }

  double doubleFraction() {
    long high = word() & 0xFFFFFFFFL;
    long low = word() & 0xFFFFFFFFL;
    return ((high << 32 | low) & ((1L << 53) - 1)) * 0x1p-53;
  }

  /** What a type keeps of a float. */
  interface Cast {
    float of(float value);
  }

  float[] uniform(int n, double low, double high, Cast cast) {
    float from = (float) low;
    float to = (float) high;
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      float value = cast.of(fma.of(fraction(), to - from, from));
      values[i] = value == cast.of(to) ? cast.of(from) : value;
    }
    return values;
  }

  double[] doubleUniform(int n, double low, double high) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double value = Math.fma(doubleFraction(), high - low, low);
      values[i] = value == high ? low : value;
    }
    return values;
  }

  /**
   * @param isFloat whether all uniforms are drawn before the first normal is made, as for floats
   */
  float[] normal(int n, double mean, double std, Cast cast, boolean isFloat) {
    float[] values = new float[n];
    if (n < 16) {
      for (int i = 0; i < n; i++) {
        values[i] = cast.of((float) Math.fma(smallNormal(), std, mean));
      }
      return values;
    }
    if (isFloat) {
      for (int i = 0; i < n; i++) {
        values[i] = fraction();
      }
      for (int i = 0; i + 16 <= n; i += 16) {
        block(values, i, mean, std);
      }
      if (n % 16 != 0) {
        for (int i = n - 16; i < n; i++) {
          values[i] = fraction();
        }
        block(values, n - 16, mean, std);
      }
      return values;
    }
    for (int i = 0; i < n; i += 16) {
      float[] buffer = new float[16];
      for (int j = 0; j < 16; j++) {
        buffer[j] = fraction();
      }
      block(buffer, 0, mean, std);
      int start = Math.min(i, n - 16);
      for (int j = 0; j < 16; j++) {
        values[start + j] = cast.of(buffer[j]);
      }
    }
    return values;
  }

  private double smallNormal() {
    if (cached != null) {
      double z = cached;
      cached = null;
      return z;
    }
    double u1 = doubleFraction();
    double u2 = doubleFraction();
    double r = Math.sqrt(-2.0 * Math.log1p(-u2));
    double theta = 2.0 * Math.PI * u1;
    cached = r * Math.sin(theta);
    return r * Math.cos(theta);
  }

  private void block(float[] data, int start, double mean, double std) {
    for (int j = start; j < start + 8; j++) {
      float[] pair = pair(data[j], data[j + 8], (float) mean, (float) std);
      data[j] = pair[0];
      data[j + 8] = pair[1];
    }
  }

  float[] pair(float radius, float turn, float mean, float std) {
    float r = (float) Math.sqrt(-2f * log(1 - radius));
    float theta = (float) (2 * Math.PI) * turn;
    int q = (int) (theta * 1.27323954473516f);
    q = (q + 1) & ~1;
    float y = q;
    float x = fma.of(y, -.78515625f, theta);
    x = fma.of(y, -2.4187564849853515625e-4f, x);
    x = fma.of(y, -3.77489497744594108e-8f, x);
    float z = x * x;
    float c = fma.of(2.443315711809948e-5f, z, -1.388731625493765e-3f);
    c = fma.of(c, z, 4.166664568298827e-2f);
    c = z * c;
    c = fma.of(z, c, -(z * .5f));
    c = c + 1;
    float s = fma.of(-1.9515295891e-4f, z, 8.3321608736e-3f);
    s = fma.of(s, z, -1.6666654611e-1f);
    s = z * s;
    s = fma.of(x, s, x);
    float sin = (q & 2) == 0 ? s : c;
    float cos = (q & 2) == 0 ? c : s;
    sin = Float.intBitsToFloat(Float.floatToRawIntBits(sin) ^ ((q & 4) << 29));
    cos = Float.intBitsToFloat(Float.floatToRawIntBits(cos) ^ ((~(q - 2) & 4) << 29));
    return new float[] {fma.of(r * cos, std, mean), fma.of(r * sin, std, mean)};
  }

  private float log(float value) {
    float x = Math.max(value, Float.MIN_NORMAL);
    int bits = Float.floatToRawIntBits(x);
    float e = (bits >>> 23) - 127 + 1;
    x = Float.intBitsToFloat((bits & 0x807fffff) | 0x3f000000);
    boolean isSmall = x < 0.70710677f;
    float t = isSmall ? x : 0;
    x = x - 1;
    e -= isSmall ? 1 : 0;
    x += t;
    float z = x * x;
    float[] p = {
      7.0376836292e-2f,
      -1.1514610310e-1f,
      1.1676998740e-1f,
      -1.2420140846e-1f,
      1.4249322787e-1f,
      -1.6668057665e-1f,
      2.0000714765e-1f,
      -2.4999993993e-1f,
      3.3333331174e-1f
    };
    float y = p[0];
    for (int i = 1; i < p.length; i++) {
      y = fma.of(y, x, p[i]);
    }
    y = y * x;
    y = fma.of(y, z, e * -2.12194440e-4f);
    y = fma.of(-z, .5f, y);
    x = x + y;
    return fma.of(e, .693359375f, x);
  }

  float[] truncatedNormal(
      int n, double mean, double std, double lower, double upper, Cast cast, boolean isFloat) {
    float lo = cast.of((float) lower);
    float hi = cast.of((float) upper);
    float[] values = normal(n, mean, std, cast, isFloat);
    while (true) {
      boolean[] mask = new boolean[n];
      boolean any = false;
      for (int i = 0; i < n; i++) {
        mask[i] = values[i] < lo || values[i] > hi;
        any |= mask[i];
      }
      if (!any) {
        return values;
      }
      float[] fresh = normal(n, mean, std, cast, isFloat);
      for (int i = 0; i < n; i++) {
        values[i] = mask[i] ? fresh[i] : values[i];
      }
    }
  }

  int[] permutation(int n) {
    int[] r = new int[n];
    for (int i = 0; i < n; i++) {
      r[i] = i;
    }
    for (int i = 0; i < n - 1; i++) {
      int z = Integer.remainderUnsigned(word(), n - i);
      int save = r[i];
      r[i] = r[z + i];
      r[z + i] = save;
    }
    return r;
  }
}
