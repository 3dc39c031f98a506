package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link JaxFill} against a scalar reference with exact sums. */
class JaxFillTest {
  private static final JaxReference EXACT = new JaxReference(Fma.EXACT);

  /** What is drawn, by both. */
  enum Law {
    SYMMETRIC {
      @Override
      void fill(float[] into, int offset, int count, long key, long from) {
        JaxFill.uniform(into, offset, count, key, from, -0.3, 0.3);
      }

      @Override
      void fill(FloatBuffer into, int offset, int count, long key, long from) {
        JaxFill.uniform(into, offset, count, key, from, -0.3, 0.3);
      }

      /** As initialisers do it; see also {@link #isAlsoUniformBetweenBounds}. */
      @Override
      float of(JaxReference reference, int word) {
        return reference.uniform(word, -1, 1) * 0.3f;
      }
    },
    UNIFORM {
      @Override
      void fill(float[] into, int offset, int count, long key, long from) {
        JaxFill.uniform(into, offset, count, key, from, -0.1, 0.7);
      }

      @Override
      void fill(FloatBuffer into, int offset, int count, long key, long from) {
        JaxFill.uniform(into, offset, count, key, from, -0.1, 0.7);
      }

      @Override
      float of(JaxReference reference, int word) {
        return reference.uniform(word, -0.1f, 0.7f);
      }
    },
    NORMAL {
      @Override
      void fill(float[] into, int offset, int count, long key, long from) {
        JaxFill.normal(into, offset, count, key, from, 0, 0.02);
      }

      @Override
      void fill(FloatBuffer into, int offset, int count, long key, long from) {
        JaxFill.normal(into, offset, count, key, from, 0, 0.02);
      }

      @Override
      float of(JaxReference reference, int word) {
        return reference.normal(word) * 0.02f;
      }
    },
    TRUNCATED_WITH_MEAN {
      @Override
      void fill(float[] into, int offset, int count, long key, long from) {
        JaxFill.truncatedNormal(into, offset, count, key, from, 0.25, 3, -2, 2);
      }

      @Override
      void fill(FloatBuffer into, int offset, int count, long key, long from) {
        JaxFill.truncatedNormal(into, offset, count, key, from, 0.25, 3, -2, 2);
      }

      @Override
      float of(JaxReference reference, int word) {
        return reference.truncatedNormal(word) * 3 + 0.25f;
      }
    };

    abstract void fill(float[] into, int offset, int count, long key, long from);

    abstract void fill(FloatBuffer into, int offset, int count, long key, long from);

    abstract float of(JaxReference reference, int word);
  }

  @ParameterizedTest
  @EnumSource
  void everySizeUpToAHundred(Law law) {
    for (int n = 0; n <= 100; n++) {
      assertSame(law, EXACT, n, n * 7L, n);
    }
  }

  @Property(tries = 200)
  void anyRangeOfAnyTensor(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = 1L << 40) long from,
      @ForAll @IntRange(min = 0, max = 1500) int count,
      @ForAll Law law) {
    assertSame(law, new JaxReference(Math::fma), key, from, count);
  }

  /** From 2¹⁶ elements on ranges are longer. */
  @ParameterizedTest
  @EnumSource
  void aLargeTensor(Law law) {
    assertSame(law, new JaxReference(Math::fma), 42, 100, 70_001);
  }

  private static void assertSame(Law law, JaxReference reference, long key, long from, int count) {
    float[] actual = new float[count + 2];
    law.fill(actual, 1, count, key, from);
    FloatBuffer buffer = ByteBuffer.allocateDirect(4 * count + 8).asFloatBuffer();
    law.fill(buffer, 1, count, key, from);
    float[] expected = new float[count + 2];
    for (int i = 0; i < count; i++) {
      expected[1 + i] = law.of(reference, JaxReference.word(key, from + i));
    }
    assertArrayEquals(bits(expected), bits(actual));
    float[] buffered = new float[count + 2];
    buffer.get(buffered);
    assertArrayEquals(bits(expected), bits(buffered));
  }

  private static int[] bits(float[] values) {
    return IntStream.range(0, values.length).map(i -> Float.floatToRawIntBits(values[i])).toArray();
  }

  /** Every random number there is: no branch of XLA's is missed. */
  @ParameterizedTest
  @EnumSource
  void everyWord(Law law) {
    JaxReference reference = new JaxReference(Math::fma);
    JaxLaw kernel =
        switch (law) {
          case SYMMETRIC -> new JaxUniform(-0.3, 0.3);
          case UNIFORM -> new JaxUniform(-0.1, 0.7);
          case NORMAL -> new JaxNormal(0, 0.02, false);
          case TRUNCATED_WITH_MEAN -> new JaxNormal(0.25, 3, true);
        };
    int[] first = new int[JaxLaw.ELEMENTS];
    int[] second = new int[JaxLaw.ELEMENTS];
    float[] values = new float[JaxLaw.ELEMENTS];
    Arrays.fill(second, 0x12345678);
    IntUnaryOperator word = number -> number << 9 | 0x155;
    for (int start = 0; start < 1 << 23; start += JaxLaw.ELEMENTS) {
      for (int i = 0; i < JaxLaw.ELEMENTS; i++) {
        first[i] = word.applyAsInt(start + i) ^ 0x12345678;
      }
      kernel.convert(first, second, 0, JaxLaw.ELEMENTS, values, 0);
      for (int i = 0; i < JaxLaw.ELEMENTS; i++) {
        float expected = law.of(reference, word.applyAsInt(start + i));
        if (Float.floatToRawIntBits(expected) != Float.floatToRawIntBits(values[i])) {
          assertEquals(expected, values[i], "number " + (start + i));
        }
      }
    }
  }

  @Property
  void isAlsoUniformBetweenBounds(@ForAll int word, @ForAll @IntRange(min = 1) int bits) {
    float bound = Float.intBitsToFloat(0x30000000 | bits & 0xFFFFFFF); // 2⁻³¹ to 2
    float expected = EXACT.uniform(word, -bound, bound);
    float[] actual = new float[1];
    new JaxUniform(-bound, bound).convert(new int[] {word}, new int[1], 0, 1, actual, 0);
    assertEquals(expected, actual[0]);
    assertEquals(EXACT.uniform(word, -1, 1) * bound, actual[0]);
  }

  @Test
  void keys() {
    assertEquals(0xFFFFFFFFL, JaxKeys.of(-1));
    assertEquals(JaxKeys.of(5), JaxKeys.of(5 + (1L << 32)));
    assertEquals(Threefry2x32.block(42, 7), JaxKeys.fold(42, 7));
    assertEquals(Threefry2x32.block(42, 0xFFFFFFFFL), JaxKeys.fold(42, -1));
    assertEquals(Threefry2x32.block(42, 3), JaxKeys.split(42, 3));
  }

  @ParameterizedTest
  @EnumSource
  void sixteenBits(HalfPrecision precision) {
    int places = precision == HalfPrecision.BF16 ? 7 : 10;
    int shift = precision == HalfPrecision.BF16 ? 1 : 6;
    int mask = precision == HalfPrecision.BF16 ? 0xFF : 0xFFFF;
    short[] symmetric = new short[30_000];
    short[] positive = new short[30_000];
    JaxFill.uniform(symmetric, 0, 30_000, 42, 9, -0.3, 0.3, precision);
    JaxFill.uniform(positive, 0, 30_000, 42, 9, 0, 0.3, precision);
    float bound = HalfFloats.toFloat(HalfFloats.of(0.3f, precision), precision);
    for (int i = 0; i < 30_000; i++) {
      float f = Math.scalb((JaxReference.word(42, 9 + i) & mask) >>> shift, -places);
      assertEquals(HalfFloats.of((2 * f - 1) * bound, precision), symmetric[i]);
      assertEquals(HalfFloats.of(f * bound, precision), positive[i]);
    }
    long distinct = IntStream.range(0, 30_000).map(i -> positive[i]).distinct().count();
    assertEquals(1 << places, distinct);
  }

  /** Each step is rounded to the weights' type. */
  @Test
  void variances() {
    Fans fans = Fans.of(new int[] {784, 256}, Layout.IO, Connection.FORWARD, 1, new int[0], 1);
    float variance = (float) (1.0 / 520);
    assertEquals((float) Math.sqrt(3 * variance), JaxVariance.bound(1, FanMode.FAN_AVG, fans));
    float std = (float) Math.sqrt((float) (2.0 / 784));
    assertEquals(std, JaxVariance.std(2, FanMode.FAN_IN, fans));
    assertEquals(std / .87962566f, JaxVariance.truncatedStd(2, FanMode.FAN_IN, fans));
    // 1/520 = 0x1.f81f8p-10; in bfloat16 0x1.f8p-10, three times that 0x1.7ap-8, its root 0x1.38p-4
    assertEquals(0x1.38p-4f, JaxVariance.bound(1, FanMode.FAN_AVG, fans, HalfPrecision.BF16));
  }
}
