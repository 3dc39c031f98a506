package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleQuantileTest {
  /** Odd, and prime to the rows of the table. */
  private static final long STRIDE = 2 * 2_251_799_813L;

  /** The largest u. */
  private static final long TOP = (1L << 52) - 1;

  @Test
  void isCloseEnoughOverADenseGrid() {
    QuantileError error = new QuantileError();
    int words = 0;
    for (long u = 1; u <= TOP; u += STRIDE) {
      error.add(z(u), (0x1p52 - u) * 0x1p-53);
      words++;
    }
    assertEquals(1_000_001, words);
    assertTrue(error.worstZ <= 3e-12, () -> "z is off by " + error.worstZ);
  }

  @Test
  void isCloseEnoughInEachOctaveOfTheTail() {
    QuantileError error = new QuantileError();
    for (int octave = 0; octave < 52; octave++) {
      for (int step = 0; step < 10_000; step++) {
        long a = (long) Math.scalb(1 + step / 10_000.0, octave) | 1;
        error.add(z((1L << 52) - a), a * 0x1p-53);
      }
    }
    assertTrue(error.worstZ <= 3e-12, () -> "z is off by " + error.worstZ);
  }

  @Test
  void isCloseEnoughInAllOfTheFarTail() {
    QuantileError error = new QuantileError();
    for (long a = 1; a < 1 << 18; a += 2) {
      error.add(z((1L << 52) - a), a * 0x1p-53);
    }
    assertTrue(error.worstZ <= 3e-12, () -> "z is off by " + error.worstZ);
  }

  @Test
  void isExactlyOdd() {
    for (long u = 1; u <= TOP; u += STRIDE) {
      assertEquals(z(u), -z(-u));
    }
  }

  @Test
  void theLowestElevenBitsOfAWordDoNotCount() {
    assertEquals(
        DoubleQuantile.of(0x1234_5678_9ABC_D000L), DoubleQuantile.of(0x1234_5678_9ABC_DFFFL));
    assertEquals(DoubleQuantile.of(-0x1000L), DoubleQuantile.of(-1));
  }

  @Test
  void reachesEightPointTwo() {
    assertEquals(8.209536151601387, DoubleQuantile.of(Long.MAX_VALUE), 3e-12);
    assertEquals(-8.209536151601387, DoubleQuantile.of(Long.MIN_VALUE), 3e-12);
  }

  @Test
  void quartilesAreWhereTheyBelong() {
    assertEquals(0.6744897501960817, DoubleQuantile.of(0x4000_0000_0000_0000L), 3e-12);
    assertEquals(-0.6744897501960817, DoubleQuantile.of(0xC000_0000_0000_0000L), 3e-12);
  }

  @Test
  void theMedianIsZero() {
    assertEquals(0, DoubleQuantile.ofSignedTail(0x1p52));
  }

  /** The table is part of the stream: another table, however good, is another stream. */
  @Test
  void theTableIsTheOneThatWasPublished() {
    assertEquals(5838, DoubleQuantileTable.WORDS);
    assertEquals(
        "e821182b76a449d0f9eee7c669c444e8d085730cfa60f12c82aa98bded0e1884",
        Sha256.hex(DoubleQuantileTable.PACKED));
  }

  private static double z(long u) {
    return DoubleQuantile.of(u << 11);
  }
}
