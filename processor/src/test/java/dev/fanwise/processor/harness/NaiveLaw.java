package dev.fanwise.processor.harness;

import dev.fanwise.Distribution;
import dev.fanwise.runtime.Draw;
import dev.fanwise.runtime.Fill;

/**
 * What elements are drawn from, one at a time, as the contract's section 4 has it; floats and
 * doubles have random words of their own.
 */
public abstract class NaiveLaw {
  private NaiveLaw() {}

  /** What no element reaches. */
  double low() {
    return Double.NEGATIVE_INFINITY;
  }

  /** What no element reaches. */
  double high() {
    return Double.POSITIVE_INFINITY;
  }

  abstract float floatAt(long key, long e);

  abstract double doubleAt(long key, long e);

  /** What a field of floats holds; the numbers are doubles exactly. */
  public double[] floats(long key, int elements) {
    double[] drawn = new double[elements];
    for (int e = 0; e < elements; e++) {
      drawn[e] = floatAt(key, e);
    }
    return drawn;
  }

  /** What a field of doubles holds. */
  public double[] doubles(long key, int elements) {
    double[] drawn = new double[elements];
    for (int e = 0; e < elements; e++) {
      drawn[e] = doubleAt(key, e);
    }
    return drawn;
  }

  /** What a field holds: where 16-bit numbers round to a bound or beyond, the last before it. */
  public double[] held(FieldKind kind, long key, int elements) {
    double[] drawn = kind.round(kind.isDouble() ? doubles(key, elements) : floats(key, elements));
    if (kind.isHalf()) {
      for (int e = 0; e < elements; e++) {
        drawn[e] = kind.inside(drawn[e], (float) low(), (float) high());
      }
    }
    return drawn;
  }

  /** A law with a standard deviation around 0, as schemes by fan have it. */
  public static NaiveLaw of(Distribution distribution, double std) {
    return switch (distribution) {
      case UNIFORM -> uniform(-Math.sqrt(3) * std, Math.sqrt(3) * std);
      case NORMAL -> normal(0, std);
      case TRUNCATED_NORMAL -> truncated(0, std / 0.87962566103423978, -2, 2);
    };
  }

  /** Uniform around the middle of the bounds, clamped inside. */
  public static NaiveLaw uniform(double low, double high) {
    return new NaiveLaw() {
      @Override
      double low() {
        return low;
      }

      @Override
      double high() {
        return high;
      }

      @Override
      float floatAt(long key, long e) {
        float lowest = (float) low;
        float highest = (float) high;
        float half = (float) ((double) highest / 2 - (double) lowest / 2);
        float middle = (float) ((double) lowest / 2 + (double) highest / 2);
        float draw = middle + Reference.uniformFloat(key, e, half);
        return Math.min(Math.max(draw, Math.nextUp(lowest)), Math.nextDown(highest));
      }

      @Override
      double doubleAt(long key, long e) {
        double draw = (low / 2 + high / 2) + Reference.uniformDouble(key, e, high / 2 - low / 2);
        return Math.min(Math.max(draw, Math.nextUp(low)), Math.nextDown(high));
      }
    };
  }

  public static NaiveLaw normal(double mean, double std) {
    return new NaiveLaw() {
      @Override
      float floatAt(long key, long e) {
        return Draw.normal(Reference.word(key, e), (float) mean, (float) std);
      }

      @Override
      double doubleAt(long key, long e) {
        return Draw.normal(Reference.word64(key, e), mean, std);
      }
    };
  }

  /** Normal between two bounds, which are in units of sigma. */
  public static NaiveLaw truncated(double mean, double sigma, double lower, double upper) {
    return new NaiveLaw() {
      @Override
      double low() {
        return mean + lower * sigma;
      }

      @Override
      double high() {
        return mean + upper * sigma;
      }

      @Override
      float floatAt(long key, long e) {
        float[] one = new float[1];
        Fill.truncatedNormal(one, 0, 1, key, e, mean, sigma, lower, upper);
        return one[0];
      }

      @Override
      double doubleAt(long key, long e) {
        double[] one = new double[1];
        Fill.truncatedNormal(one, 0, 1, key, e, mean, sigma, lower, upper);
        return one[0];
      }
    };
  }

  public static NaiveLaw constant(double value) {
    return new NaiveLaw() {
      @Override
      float floatAt(long key, long e) {
        return (float) value;
      }

      @Override
      double doubleAt(long key, long e) {
        return value;
      }
    };
  }
}
