package dev.fanwise.runtime;

/**
 * The random words of a parameter's elements: those of {@code java.util.SplittableRandom}, by their
 * index. {@code longAt(key, j)} is what {@code new SplittableRandom(key).nextLong()} gives at its
 * call number j, from 0, so anyone can check a weight with the JDK alone.
 *
 * <p>Elements of 32 bits come in tiles of 1,024, which are made of 512 words of 64 bits: their high
 * halves are the first half of a tile, their low halves the second. So no bit is wasted, and both
 * halves are written in order. An element of 64 bits has a word to itself.
 *
 * <p>Within a key the 64-bit words never repeat, where a perfect source would repeat one among
 * 6·10⁹. That two of P parameters of n words share a stretch has a probability of about P²·n/2⁶⁴:
 * 5·10⁻⁸ for 300 parameters of ten million.
 *
 * <p>Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014), figure
 * 17; the constants of the mix are variant 13 of David Stafford's.
 */
public final class Words {
  /** Elements of 32 bits in a tile. */
  static final int TILE = 1024;

  /** Words of 64 bits in a tile. */
  static final int LONGS = TILE / 2;

  /** The golden ratio's fraction: what the generator's state grows by from word to word. */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  /**
   * The shortest range for loops that compilers vectorise. Shorter ones are done element by
   * element: a model's many small biases would leave the loops compiled for small trip counts, and
   * spoilt for its large tensors.
   */
  static final int SHORTEST_RANGE = 64;

  /** The laws whose loops are compiled each for itself. */
  static final int UNIFORM_FLOAT = 0;

  static final int NORMAL_FLOAT = 1;
  static final int TRUNCATED_FLOAT = 2;
  static final int UNIFORM_DOUBLE = 3;
  static final int NORMAL_DOUBLE = 4;
  static final int TRUNCATED_DOUBLE = 5;

  /**
   * How many tiles a law draws in short ranges: about what it takes until its loops are compiled.
   */
  private static final int COLD_TILES = 256;

  /**
   * How many tiles each law has begun in this process, up to that number. No bit depends on them,
   * and threads that lose a count to each other lose nothing else.
   */
  private static final int[] BEGUN = new int[TRUNCATED_DOUBLE + 1];

  /**
   * What the state is ahead by after 0, 1, 2, … words of a tile: compilers vectorise neither loops
   * that carry a sum nor those that multiply their variable.
   */
  private static final long[] AHEAD = ahead();

  private Words() {}

  private static long[] ahead() {
    long[] ahead = new long[LONGS];
    for (int i = 0; i < LONGS; i++) {
      ahead[i] = i * GAMMA;
    }
    return ahead;
  }

  /**
   * The word of one 32-bit element.
   *
   * @param key the parameter's key
   * @param element its index, from 0
   */
  public static int at(long key, long element) {
    long word = longAt(key, ((element >>> 10) << 9) | (element & (LONGS - 1)));
    return (int) ((element & LONGS) == 0 ? word >>> 32 : word);
  }

  /**
   * The word of one 64-bit element.
   *
   * @param key the parameter's key
   * @param element its index, from 0
   */
  public static long longAt(long key, long element) {
    long z = key + (element + 1) * GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * How many words of a tile to draw and convert at once. A cold JVM interprets about a hundred
   * calls of a loop before it compiles it, so at first they are short; a warm one is best given
   * whole tiles.
   */
  static int range(int law) {
    int begun = BEGUN[law];
    if (begun == COLD_TILES) {
      return LONGS;
    }
    BEGUN[law] = begun + 1;
    return SHORTEST_RANGE;
  }

  /**
   * {@code words[i] = longAt(key, first + i)} for i from {@code from} to {@code to}.
   *
   * @param words at most a tile
   */
  static void fill(long[] words, long key, long first, int from, int to) {
    long[] ahead = AHEAD;
    long state = key + (first + 1) * GAMMA;
    for (int i = from; i < to; i++) {
      long z = state + ahead[i];
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      words[i] = z ^ (z >>> 31);
    }
  }
}
