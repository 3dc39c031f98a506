package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link TorchGenerator} against a scalar reference with exact sums, over many programs. */
class TorchGeneratorTest {
  /** Two generators that are to draw the same. */
  private static final class Twins {
    private final TorchGenerator torch;
    private final TorchReference reference;

    Twins(long seed, Fma fma) {
      torch = TorchGenerator.seeded(seed);
      reference = new TorchReference(seed, fma);
    }

    void uniform(TorchStorage storage, int n, double low, double high) {
      TorchStorage.Filled tensor = storage.open(n);
      torch.uniform(tensor.sink(), n, low, high);
      assertSame(reference.uniform(n, low, high, storage::cast), tensor.values(n));
    }

    void normal(TorchStorage storage, int n, double mean, double std) {
      TorchStorage.Filled tensor = storage.open(n);
      torch.normal(tensor.sink(), n, mean, std);
      float[] expected = reference.normal(n, mean, std, storage::cast, storage.isFloat());
      assertSame(expected, tensor.values(n));
    }

    void truncatedNormal(
        TorchStorage storage, int n, double mean, double std, double lower, double upper) {
      TorchStorage.Filled tensor = storage.open(n);
      torch.truncatedNormal(tensor.sink(), n, mean, std, lower, upper);
      float[] expected =
          reference.truncatedNormal(n, mean, std, lower, upper, storage::cast, storage.isFloat());
      assertSame(expected, tensor.values(n));
    }

    void sparse(TorchStorage storage, int rows, int columns, int zeros) {
      int n = rows * columns;
      TorchStorage.Filled tensor = storage.open(n);
      torch.sparse(tensor.sink(), rows, columns, zeros, 0.01);
      float[] expected = reference.normal(n, 0, 0.01, storage::cast, storage.isFloat());
      for (int column = 0; column < columns; column++) {
        int[] order = reference.permutation(rows);
        for (int i = 0; i < zeros; i++) {
          expected[order[i] * columns + column] = 0;
        }
      }
      assertSame(expected, tensor.values(n));
    }

    void doubles(int n, double low, double high) {
      double[] values = new double[n + 1];
      torch.uniform(Sink.of(values, 1), n, low, high);
      assertArrayEquals(
          reference.doubleUniform(n, low, high), Arrays.copyOfRange(values, 1, n + 1));
    }

    private static void assertSame(float[] expected, float[] actual) {
      assertArrayEquals(bits(expected), bits(actual), () -> Arrays.toString(expected));
    }

    private static int[] bits(float[] values) {
      int[] bits = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        bits[i] = Float.floatToRawIntBits(values[i]);
      }
      return bits;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySizeUpToAHundred(TorchStorage storage) {
    Twins twins = new Twins(storage.ordinal(), Fma.EXACT);
    for (int n = 0; n <= 100; n++) {
      twins.normal(storage, n, n % 3 == 0 ? 0 : 0.1, 0.02 * (n + 1));
    }
    for (int n = 0; n <= 100; n++) {
      twins.uniform(storage, n, -0.05 * n, 0.05 * n);
    }
  }

  /** Around whole blocks of 16, of 512 and of 624 words. */
  @ParameterizedTest
  @ValueSource(
      ints = {127, 128, 129, 511, 512, 513, 527, 528, 529, 623, 624, 625, 1023, 1024, 1025, 5003})
  void largerSizes(int n) {
    for (TorchStorage storage : TorchStorage.values()) {
      Twins twins = new Twins(-n, Math::fma);
      twins.normal(storage, n, 0, 1);
      twins.uniform(storage, n, 0, 1);
      twins.normal(storage, 3, 0, 1);
      twins.truncatedNormal(storage, n, 0, 1, -2, 2);
      twins.normal(storage, n, 0.5, 0.1);
    }
  }

  @Property(tries = 300)
  void anyProgram(@ForAll long seed, @ForAll @Size(min = 1, max = 8) int[] steps) {
    Twins twins = new Twins(seed, Fma.EXACT);
    for (int step : steps) {
      SplittableRandom random = new SplittableRandom(step);
      TorchStorage storage = TorchStorage.values()[random.nextInt(TorchStorage.values().length)];
      int n = random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(20);
      double mean = random.nextBoolean() ? 0 : random.nextDouble(-1, 1);
      double std = random.nextDouble(0.001, 2);
      switch (random.nextInt(7)) {
        case 0 -> twins.uniform(storage, n, -std, std);
        case 1 -> twins.uniform(storage, n, mean, mean + std);
        case 2 -> twins.doubles(n, mean, mean + std);
        case 3 ->
            twins.truncatedNormal(
                storage, n, mean, std, mean - std * random.nextDouble(1, 3), mean + std);
        case 4 -> twins.sparse(storage, 1 + n, 3, n / 2);
        default -> twins.normal(storage, n, mean, std);
      }
    }
  }

  @Property(tries = 100)
  void anyPermutation(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2000) int n) {
    int[] expected = new TorchReference(seed, Fma.EXACT).permutation(n);
    assertArrayEquals(expected, TorchGenerator.seeded(seed).permutation(n));
  }

  /** All radii there are and all angles, paired in some order: no branch of PyTorch's is missed. */
  @Test
  void everyWordsNormal() {
    TorchReference reference = new TorchReference(0, Math::fma);
    TorchNormal normals = new TorchNormal();
    int[] words = new int[TorchNormal.ELEMENTS];
    float[] values = new float[TorchNormal.ELEMENTS];
    int word = 0;
    while (word < 1 << 24) {
      int first = word;
      for (int i = 0; i < words.length; i++) {
        boolean isAngle = (i & 8) != 0;
        // The upper byte of a word does not count.
        words[i] = isAngle ? angle(words[i - 8]) : 0x5A000000 ^ word++;
      }
      normals.convert(words, words.length, 0.25f, 3, values);
      for (int i = 0; i < words.length; i++) {
        if ((i & 8) == 0) {
          float u1 = (words[i] & 0xFFFFFF) * 0x1p-24f;
          float u2 = (words[i + 8] & 0xFFFFFF) * 0x1p-24f;
          float[] pair = reference.pair(u1, u2, 0.25f, 3);
          if (pair[0] != values[i] || pair[1] != values[i + 8]) {
            assertArrayEquals(pair, new float[] {values[i], values[i + 8]}, "from word " + first);
          }
        }
      }
    }
  }

  /** A bijection of the lower 24 bits. */
  private static int angle(int word) {
    return word * 0x9E3779B1 + 12345;
  }

  @Test
  void aBoundThatIsReachedByRoundingBecomesTheOther() {
    Twins twins = new Twins(1, Fma.EXACT);
    twins.uniform(TorchStorage.FLOATS, 1000, 1 - 0x1p-22, 1);
    twins.uniform(TorchStorage.BF16, 1000, 0.99, 1);
    twins.uniform(TorchStorage.FP16, 1000, -1, 1);
    twins.uniform(TorchStorage.FLOATS, 40, 0.5, 0.5);
    twins.uniform(TorchStorage.FLOATS, 40, -0x1p-110, 0x1p-110);
    twins.doubles(100, 1 - 0x1p-52, 1);
  }

  @Test
  void onlyTheLower32BitsOfASeedCount() {
    assertArrayEquals(
        TorchGenerator.seeded(5).permutation(100),
        TorchGenerator.seeded(5 + (1L << 32)).permutation(100));
    assertArrayEquals(
        TorchGenerator.seeded(-1).permutation(100),
        TorchGenerator.seeded(0xFFFFFFFFL).permutation(100));
  }

  /** The words that the authors' program prints for its default seed. */
  @Test
  void theMersenneTwistersKnownAnswers() {
    MersenneTwister twister = new MersenneTwister(5489);
    assertEquals(3499211612L, twister.next() & 0xFFFFFFFFL);
    twister.skip(9998);
    assertEquals(4123659995L, twister.next() & 0xFFFFFFFFL);
  }

  @Test
  void directBuffersOfDoubles() {
    DoubleBuffer buffer = ByteBuffer.allocateDirect(80).asDoubleBuffer();
    TorchGenerator.seeded(3).uniform(Sink.of(buffer, 2), 5, 0, 1);
    double[] expected = new TorchReference(3, Fma.EXACT).doubleUniform(5, 0, 1);
    for (int i = 0; i < 5; i++) {
      assertEquals(expected[i], buffer.get(2 + i));
    }
  }

  /**
   * Rounding to bfloat16 puts what reaches 1 to −1: what PyTorch shows for 2²² numbers at seed 0.
   */
  @Test
  void halfOfTheLastStepGoesToTheLowerBound() {
    short[] values = new short[1 << 22];
    Sink sink = Sink.of(values, 0, HalfPrecision.BF16);
    TorchGenerator.seeded(0).uniform(sink, values.length, -1, 1);
    int atLow = 0;
    double sum = 0;
    for (short bits : values) {
      float value = HalfFloats.toFloat(bits, HalfPrecision.BF16);
      atLow += value == -1 ? 1 : 0;
      sum += value;
    }
    assertEquals(8311, atLow);
    assertEquals(-0.0018, sum / values.length, 0.00005);
  }
}
