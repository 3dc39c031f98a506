package dev.fanwise.runtime;

/**
 * The inverse of the error function as XLA computes it on CPUs, bit for bit: Giles, "Approximating
 * the erfinv Function" (GPU Computing Gems 2, 2012), over logarithms of the Cephes library, all of
 * whose multiplications and additions are fused.
 *
 * <p>Short loops over arrays, which the JIT compiler vectorises; log1p is computed by both of its
 * formulas everywhere, since compilers do not vectorise a choice between floats.
 */
final class JaxQuantile {
  /** The bits of √2 − 1, below which log1p is a polynomial of its own. */
  private static final int NEAR_BITS = Float.floatToRawIntBits((float) 0.41421356237309504880);

  /** Where −log(1 − u²) is not below this, |u| > 0.9966. */
  private static final float TAIL = 5;

  private final int[] bits = new int[JaxLaw.ELEMENTS];
  private final int[] squareBits = new int[JaxLaw.ELEMENTS];
  private final float[] squares = new float[JaxLaw.ELEMENTS];
  private final float[] near = new float[JaxLaw.ELEMENTS];
  private final float[] far = new float[JaxLaw.ELEMENTS];
  private final float[] exponents = new float[JaxLaw.ELEMENTS];
  private final float[] isNear = new float[JaxLaw.ELEMENTS];

  /** {@code into[i]} = erf⁻¹(u[i]) for i below {@code n}; |u| is below 1. */
  void convert(float[] u, int n, float[] into) {
    squares(u, squares, n);
    numerators(squares, near, n);
    denominators(squares, far, n);
    near(squares, near, far, n);
    bits(squares, squareBits, bits, n);
    choices(squareBits, isNear, n);
    FloatParts.split(bits, 126, far, exponents, n);
    far(far, exponents, n);
    choose(isNear, near, far, n);
    central(u, near, into, n);
    tails(u, near, into, n);
  }

  private static void squares(float[] u, float[] squares, int n) {
    for (int i = 0; i < n; i++) {
      squares[i] = u[i] * u[i];
    }
  }

  /*
   * log(1 − u²) where u² is small: with x = −u², x − x²/2 + x³ times a quotient of polynomials.
   */

  private static void numerators(float[] squares, float[] numerators, int n) {
    for (int i = 0; i < n; i++) {
      float x = -squares[i];
      float y = Fused.fma(4.5270000862445199635215e-5f, x, 4.9854102823193375972212e-1f);
      y = Fused.fma(y, x, 6.5787325942061044846969f);
      y = Fused.fma(y, x, 29.911919328553073277375f);
      y = Fused.fma(y, x, 60.949667980987787057556f);
      y = Fused.fma(y, x, 57.112963590585538103336f);
      numerators[i] = Fused.fma(y, x, 20.039553499201281259648f);
    }
  }

  private static void denominators(float[] squares, float[] denominators, int n) {
    for (int i = 0; i < n; i++) {
      float x = -squares[i];
      float y = x + 15.062909083469192043167f;
      y = Fused.fma(y, x, 83.047565967967209469434f);
      y = Fused.fma(y, x, 221.76239823732856465394f);
      y = Fused.fma(y, x, 309.09872225312059774938f);
      y = Fused.fma(y, x, 216.42788614495947685003f);
      denominators[i] = Fused.fma(y, x, 60.118660497603843919306f);
    }
  }

  private static void near(float[] squares, float[] numerators, float[] denominators, int n) {
    for (int i = 0; i < n; i++) {
      float x = -squares[i];
      float square = x * x;
      float rest = x * square * (numerators[i] / denominators[i]);
      numerators[i] = x + Fused.fma(-0.5f, square, rest);
    }
  }

  private static void bits(float[] squares, int[] squareBits, int[] bits, int n) {
    for (int i = 0; i < n; i++) {
      squareBits[i] = Float.floatToRawIntBits(squares[i]);
      bits[i] = Float.floatToRawIntBits(1 - squares[i]);
    }
  }

  /** 1 where u² is small, else 0. */
  private static void choices(int[] squareBits, float[] isNear, int n) {
    for (int i = 0; i < n; i++) {
      isNear[i] = (squareBits[i] - NEAR_BITS) >>> 31;
    }
  }

  /** Logarithms of what {@link FloatParts#split} made. */
  private static void far(float[] values, float[] exponents, int n) {
    for (int i = 0; i < n; i++) {
      float x = values[i] * 0x1p-24f;
      float e = exponents[i];
      float square = x * x;
      float cube = square * x;
      float y = Fused.fma(7.0376836292e-2f, x, -1.1514610310e-1f);
      y = Fused.fma(y, x, 1.1676998740e-1f);
      float y1 = Fused.fma(-1.2420140846e-1f, x, 1.4249322787e-1f);
      y1 = Fused.fma(y1, x, -1.6668057665e-1f);
      float y2 = Fused.fma(2.0000714765e-1f, x, -2.4999993993e-1f);
      y2 = Fused.fma(y2, x, 3.3333331174e-1f);
      y = Fused.fma(Fused.fma(y, cube, y1), cube, y2);
      y = Fused.fma(y, cube, -2.12194440e-4f * e);
      values[i] = Fused.fma(e, 0.693359375f, Fused.fma(-0.5f, square, x) + y);
    }
  }

  /** One of two logarithms, the other times 0; with its sign changed. */
  private static void choose(float[] isNear, float[] near, float[] far, int n) {
    for (int i = 0; i < n; i++) {
      near[i] = -(near[i] * isNear[i] + far[i] * (1 - isNear[i]));
    }
  }

  private static void central(float[] u, float[] w, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      float x = w[i] - 2.5f;
      float p = Fused.fma(2.81022636e-08f, x, 3.43273939e-07f);
      p = Fused.fma(p, x, -3.5233877e-06f);
      p = Fused.fma(p, x, -4.39150654e-06f);
      p = Fused.fma(p, x, .00021858087f);
      p = Fused.fma(p, x, -.00125372503f);
      p = Fused.fma(p, x, -.00417768164f);
      p = Fused.fma(p, x, .246640727f);
      p = Fused.fma(p, x, 1.50140941f);
      into[i] = p * u[i];
    }
  }

  private static void tails(float[] u, float[] w, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      if (w[i] >= TAIL) {
        into[i] = tail(w[i]) * u[i];
      }
    }
  }

  private static float tail(float w) {
    float x = (float) Math.sqrt((double) w) - 3;
    float p = Fused.fma(-.000200214257f, x, .000100950558f);
    p = Fused.fma(p, x, .00134934322f);
    p = Fused.fma(p, x, -.00367342844f);
    p = Fused.fma(p, x, .00573950773f);
    p = Fused.fma(p, x, -.0076224613f);
    p = Fused.fma(p, x, .00943887047f);
    p = Fused.fma(p, x, 1.00167406f);
    return Fused.fma(p, x, 2.83297682f);
  }
}
