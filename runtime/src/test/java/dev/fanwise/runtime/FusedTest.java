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

  @Test
  void equalsMathForDoubles() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double a = random.nextDouble(-4, 4);
      double b = random.nextDouble(-1, 1);
      double c = i % 2 == 0 ? random.nextDouble(-1, 1) : -(a * b) + random.nextInt(-2, 3) * 0x1p-54;
      assertEquals(Math.fma(a, b, c), Fused.exact(a, b, c), () -> a + " " + b + " " + c);
    }
  }

  @Test
  void roundsOnce() {
    assertEquals(0x1p-46f, Fused.fma(1 + 0x1p-23f, 1 + 0x1p-23f, -1 - 0x1p-22f));
    assertEquals(0x1p-104, Fused.fma(1 + 0x1p-52, 1 + 0x1p-52, -1 - 0x1p-51));
  }
}
