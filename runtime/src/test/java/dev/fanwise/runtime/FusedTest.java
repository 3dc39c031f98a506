package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The replacement for {@code Math.fma} of old Android versions, against {@code Math.fma}. */
class FusedTest {
  private static final int CASES = 2_000_000;

  private static final float[] SPECIAL = {
    0,
    -0f,
    1,
    -1,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    0x1p-75f,
    -0x1p-75f,
    0x1p-74f,
    0x1p100f,
    1 + 0x1p-23f,
    1 - 0x1p-24f,
    0x1.8p-126f
  };

  /** Where the three numbers come from. */
  enum Family {
    ANY_BITS {
      @Override
      float[] draw(SplittableRandom random) {
        return new float[] {bits(random), bits(random), bits(random)};
      }
    },
    NEAR_ONE {
      @Override
      float[] draw(SplittableRandom random) {
        return new float[] {
          near(random, 0), near(random, 0), near(random, random.nextInt(-60, 60))
        };
      }
    },
    /** c is next to −a·b, so that most of the sum is lost. */
    CANCELLING {
      @Override
      float[] draw(SplittableRandom random) {
        float a = near(random, random.nextInt(-60, 60));
        float b = near(random, random.nextInt(-60, 60));
        int c = Float.floatToRawIntBits(-(a * b)) + random.nextInt(-3, 4);
        return new float[] {a, b, Float.intBitsToFloat(c)};
      }
    },
    /** The sum is about halfway between two floats, since a·b is half a unit of c or close. */
    HALFWAY {
      @Override
      float[] draw(SplittableRandom random) {
        int exponent = random.nextInt(-100, 100);
        float c = near(random, exponent);
        float a = Math.scalb(1 + random.nextInt(-2, 3) * 0x1p-23f, exponent - 24);
        float b = random.nextBoolean() ? 1 : near(random, 0);
        return new float[] {a, b, c};
      }
    },
    SUBNORMAL {
      @Override
      float[] draw(SplittableRandom random) {
        float a = near(random, random.nextInt(-80, -60));
        float b = near(random, random.nextInt(-80, -60));
        return new float[] {a, b, random.nextInt(-9, 10) * Float.MIN_VALUE};
      }
    },
    OVERFLOWING {
      @Override
      float[] draw(SplittableRandom random) {
        return new float[] {near(random, 64), near(random, 63), near(random, 127)};
      }
    };

    abstract float[] draw(SplittableRandom random);

    private static float bits(SplittableRandom random) {
      return Float.intBitsToFloat(random.nextInt());
    }

    private static float near(SplittableRandom random, int exponent) {
      float mantissa = Float.intBitsToFloat(0x3F800000 | random.nextInt(1 << 23));
      return Math.scalb(random.nextBoolean() ? mantissa : -mantissa, exponent);
    }
  }

  /** As {@link Family}, for doubles; fewer where most are added up in decimal. */
  enum DoubleFamily {
    ANY_BITS(5_000) {
      @Override
      double[] draw(SplittableRandom random) {
        return new double[] {bits(random), bits(random), bits(random)};
      }
    },
    NEAR_ONE(CASES) {
      @Override
      double[] draw(SplittableRandom random) {
        return new double[] {
          near(random, 0), near(random, 0), near(random, random.nextInt(-120, 120))
        };
      }
    },
    CANCELLING(CASES) {
      @Override
      double[] draw(SplittableRandom random) {
        double a = near(random, random.nextInt(-60, 60));
        double b = near(random, random.nextInt(-60, 60));
        long c = Double.doubleToRawLongBits(-(a * b)) + random.nextInt(-3, 4);
        return new double[] {a, b, Double.longBitsToDouble(c)};
      }
    },
    /** What is lost of the product, or less than that, decides how the sum is rounded. */
    HALFWAY(CASES) {
      @Override
      double[] draw(SplittableRandom random) {
        int exponent = random.nextInt(-100, 100);
        double c = near(random, exponent);
        double a = Math.scalb(1 + random.nextInt(-2, 3) * 0x1p-52, exponent - 53);
        double b = random.nextBoolean() ? 1 : 1 + random.nextInt(-2, 3) * 0x1p-52;
        return new double[] {a, b, c};
      }
    },
    /** About where the doubles end that are added up as such. */
    WIDE(50_000) {
      @Override
      double[] draw(SplittableRandom random) {
        int exponent = random.nextBoolean() ? -400 : 399;
        return new double[] {
          near(random, exponent + random.nextInt(-1, 2)),
          near(random, random.nextBoolean() ? exponent : -exponent),
          near(random, random.nextInt(-1022, 401))
        };
      }
    },
    SUBNORMAL(5_000) {
      @Override
      double[] draw(SplittableRandom random) {
        double a = near(random, random.nextInt(-545, -530));
        double b = near(random, random.nextInt(-545, -530));
        return new double[] {a, b, random.nextInt(-9, 10) * Double.MIN_VALUE};
      }
    };

    private final int cases;

    DoubleFamily(int cases) {
      this.cases = cases;
    }

    abstract double[] draw(SplittableRandom random);

    private static double bits(SplittableRandom random) {
      return Double.longBitsToDouble(random.nextLong());
    }

    private static double near(SplittableRandom random, int exponent) {
      double mantissa = Double.longBitsToDouble(0x3FFL << 52 | random.nextLong(1L << 52));
      return Math.scalb(random.nextBoolean() ? mantissa : -mantissa, exponent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsMath(Family family) {
    SplittableRandom random = new SplittableRandom(family.ordinal());
    for (int i = 0; i < CASES; i++) {
      float[] x = family.draw(random);
      assertSame(x[0], x[1], x[2]);
    }
  }

  @Test
  void equalsMathForSpecialNumbers() {
    for (float a : SPECIAL) {
      for (float b : SPECIAL) {
        for (float c : SPECIAL) {
          assertSame(a, b, c);
          double doubles = Fused.exact((double) a, b, c);
          assertEquals(Math.fma((double) a, b, c), doubles, () -> a + " " + b + " " + c);
        }
      }
    }
  }

  private static void assertSame(float a, float b, float c) {
    float expected = Math.fma(a, b, c);
    float actual = Fused.exact(a, b, c);
    if (Float.floatToIntBits(expected) != Float.floatToIntBits(actual)) {
      assertEquals(expected, actual, String.format("%a * %a + %a", a, b, c));
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsMathForDoubles(DoubleFamily family) {
    SplittableRandom random = new SplittableRandom(family.ordinal());
    for (int i = 0; i < family.cases; i++) {
      double[] x = family.draw(random);
      double expected = Math.fma(x[0], x[1], x[2]);
      double actual = Fused.exact(x[0], x[1], x[2]);
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
        assertEquals(expected, actual, String.format("%a * %a + %a", x[0], x[1], x[2]));
      }
    }
  }

  @Test
  void roundsOnce() {
    assertEquals(0x1p-46f, Fused.fma(1 + 0x1p-23f, 1 + 0x1p-23f, -1 - 0x1p-22f));
    assertEquals(0x1p-104, Fused.fma(1 + 0x1p-52, 1 + 0x1p-52, -1 - 0x1p-51));
  }
}
