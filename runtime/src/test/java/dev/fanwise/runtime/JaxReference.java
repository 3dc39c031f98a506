package dev.fanwise.runtime;

/** JAX's random floats, one by one, with the branches of XLA's formulas. */
final class JaxReference {
  private final Fma fma;

  JaxReference(Fma fma) {
    this.fma = fma;
  }

  static int word(long key, long element) {
    long block = Threefry2x32.block(key, element);
    return (int) (block >>> 32) ^ (int) block;
  }

  float uniform(int word, float low, float high) {
    float f = Float.intBitsToFloat((word >>> 9) | 0x3f800000) - 1;
    return Math.max(low, fma.of(f, high - low, low));
  }

  float normal(int word) {
    float u = uniform(word, Math.nextAfter(-1f, 0), 1);
    return (float) Math.sqrt(2) * erfInv(u);
  }

  float truncatedNormal(int word) {
    float u = uniform(word, -0x1.e8b43p-1f, 0x1.e8b43p-1f);
    float z = (float) Math.sqrt(2) * erfInv(u);
    return Math.min(Math.max(z, Math.nextUp(-2f)), Math.nextDown(2f));
  }

  private static final float[] CENTRAL = {
    2.81022636e-08f,
    3.43273939e-07f,
    -3.5233877e-06f,
    -4.39150654e-06f,
    .00021858087f,
    -.00125372503f,
    -.00417768164f,
    .246640727f,
    1.50140941f
  };

  private static final float[] TAIL = {
    -.000200214257f,
    .000100950558f,
    .00134934322f,
    -.00367342844f,
    .00573950773f,
    -.0076224613f,
    .00943887047f,
    1.00167406f,
    2.83297682f
  };

  private static final float[] NUMERATOR = {
    4.5270000862445199635215e-5f, 4.9854102823193375972212e-1f, 6.5787325942061044846969f,
    29.911919328553073277375f, 60.949667980987787057556f, 57.112963590585538103336f,
    20.039553499201281259648f
  };

  private static final float[] DENOMINATOR = {
    1,
    15.062909083469192043167f,
    83.047565967967209469434f,
    221.76239823732856465394f,
    309.09872225312059774938f,
    216.42788614495947685003f,
    60.118660497603843919306f
  };

  private float horner(float[] coefficients, float x) {
    float y = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      y = fma.of(y, x, coefficients[i]);
    }
    return y;
  }

  float erfInv(float u) {
    float w = -log1p(-(u * u));
    if (w < 5) {
      return horner(CENTRAL, w - 2.5f) * u;
    }
    return horner(TAIL, (float) Math.sqrt(w) - 3) * u;
  }

  private float log1p(float x) {
    if (!(Math.abs(x) < (float) 0.41421356237309504880)) {
      return log(x + 1);
    }
    float x2 = x * x;
    float r = (x * x2) * (horner(NUMERATOR, x) / horner(DENOMINATOR, x));
    return x + fma.of(-.5f, x2, r);
  }

  private float log(float value) {
    int bits = Float.floatToRawIntBits(value);
    float e = (bits >>> 23) - 127 + 1;
    float m = Float.intBitsToFloat((bits & 0x7fffff) | 0x3f000000);
    if (m < (float) 0.707106781186547524) {
      e -= 1;
      m += m;
    }
    float x = m - 1;
    float x2 = x * x;
    float x3 = x2 * x;
    float y = horner(new float[] {7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f}, x);
    float y1 = horner(new float[] {-1.2420140846e-1f, 1.4249322787e-1f, -1.6668057665e-1f}, x);
    float y2 = horner(new float[] {2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f}, x);
    y = fma.of(fma.of(y, x3, y1), x3, y2);
    y = fma.of(y, x3, -2.12194440e-4f * e);
    return fma.of(e, .693359375f, fma.of(-.5f, x2, x) + y);
  }
}
