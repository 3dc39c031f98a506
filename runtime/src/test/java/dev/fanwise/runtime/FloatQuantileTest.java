package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloatQuantileTest {
  /** Prime to the rows of the table and to the rounding of words to floats. */
  private static final int STRIDE = 2 * 1021;

  /**
   * The largest distance of the distribution functions is at most that of a word's probability and
   * its draw's, plus half a word: if Φ(z(w)) differs from p(w) by at most e for all words w, then
   * so do F(x), the share of words with z(w) ≤ x, and Φ(x).
   */
  @Test
  void isCloseEnoughOverADenseGrid() {
    QuantileError error = new QuantileError();
    int words = 0;
    for (long u = 1; u < 1L << 31; u += STRIDE) {
      error.add(z((int) u), 0.5 - u * 0x1p-32);
      words++;
    }
    assertEquals(1_051_658, words);
    assertTrue(error.worstZ <= 1e-5, () -> "z is off by " + error.worstZ);
    assertTrue(
        error.worstProbability + 0x1p-33 <= 1e-6, () -> "F is off by " + error.worstProbability);
  }

  @Test
  void isCloseEnoughInAllOfTheFarTail() {
    QuantileError error = new QuantileError();
    for (long a = 1; a < 1 << 20; a += 2) {
      error.add(z((int) ((1L << 31) - a)), a * 0x1p-32);
    }
    assertTrue(error.worstZ <= 1e-5, () -> "z is off by " + error.worstZ);
  }

  @Test
  void isCloseEnoughAroundTheMedian() {
    QuantileError error = new QuantileError();
    for (int u = 1; u < 1 << 18; u += 2) {
      error.add(z(u), 0.5 - u * 0x1p-32);
    }
    assertTrue(error.worstZ <= 1e-6, () -> "z is off by " + error.worstZ);
  }

  /** Lines from knot to knot never fall; their roundings do not make them. */
  @Test
  void neverFalls() {
    float before = z(Integer.MIN_VALUE);
    for (long word = Integer.MIN_VALUE; word <= Integer.MAX_VALUE; word += STRIDE) {
      float z = z((int) word);
      assertTrue(z >= before);
      before = z;
    }
  }

  /** Of the words' own variance and fourth moment. */
  @Test
  void momentsAreANormals() {
    double square = 0;
    double fourth = 0;
    int words = 0;
    for (long u = STRIDE / 2; u < 1L << 31; u += STRIDE) {
      double z = z((int) u);
      square += z * z;
      fourth += z * z * z * z;
      words++;
    }
    assertEquals(1, square / words, 2e-6);
    assertEquals(3, fourth / words, 1e-4);
  }

  @Test
  void isExactlyOdd() {
    for (long u = 1; u < 1L << 31; u += STRIDE) {
      assertEquals(z((int) u), 0 - z((int) -u));
    }
  }

  @Test
  void theLowestBitOfAWordDoesNotCount() {
    for (int word = Integer.MIN_VALUE; word < Integer.MAX_VALUE - 2 * STRIDE; word += 2 * STRIDE) {
      assertEquals(z(word), z(word + 1));
    }
  }

  @Test
  void reachesSixPointTwo() {
    assertEquals(6.2302601, z(Integer.MAX_VALUE), 1e-5);
    assertEquals(-6.2302601, z(Integer.MIN_VALUE), 1e-5);
  }

  @Test
  void quartilesAreWhereTheyBelong() {
    assertEquals(0.6744897502, z(0x40000000), 1e-5);
    assertEquals(-0.6744897502, z(0xC0000000), 1e-5);
  }

  /** The table is part of the stream: another table, however good, is another stream. */
  @Test
  void theTableIsTheOneThatWasPublished() {
    assertEquals(3969, FloatQuantileTable.WORDS);
    assertEquals(
        "fe45ef54282cb4838824ebd6a6b55faa8107cf34915765d75d1eb63445e2ad98",
        Sha256.hex(FloatQuantileTable.PACKED));
  }

  private static float z(int word) {
    return FloatQuantile.of(word, 0, 1);
  }
}
