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
  static final long GAMMA = 0x9e3779b97f4a7c15L;

  /** The laws whose loops are compiled each for itself. */
  static final int UNIFORM_FLOAT = 0;

  static final int NORMAL_FLOAT = 1;
  static final int TRUNCATED_FLOAT = 2;
  static final int UNIFORM_DOUBLE = 3;
  static final int NORMAL_DOUBLE = 4;
  static final int TRUNCATED_DOUBLE = 5;

  /**
   * The shortest range for loops over arrays. Shorter ones are drawn straight: a model's many small
   * biases would leave the loops compiled for small trip counts, and spoilt for its large tensors.
   */
  static final int SHORTEST_RANGE = 64;

  /** How many words a straight loop takes at first: so few that a JVM soon compiles it. */
  private static final int FIRST_RANGE = 32;

  /** How many tiles it takes until a law's straight loop is compiled, by its calls. */
  private static final int COLD_TILES = 16;

  /** How many tiles are drawn straight where loops over arrays are faster, but not yet compiled. */
  private static final int STRAIGHT_TILES = 256;

  /** How many tiles it takes until a law's loops over arrays are compiled. */
  private static final int ALL = hasVectors() ? STRAIGHT_TILES + 256 : COLD_TILES;

  /**
   * How many tiles each law has begun in this process, up to {@link #ALL}. No bit depends on them,
   * and threads that lose a count to each other lose nothing else.
   */
  private static final int[] BEGUN = new int[TRUNCATED_DOUBLE + 1];

  private Words() {}

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
    return mix(state(key, element));
  }

  /** How many 32-bit elements there are from one to the end of its tile. */
  static int leftInTile(long element) {
    return TILE - (int) (element & (TILE - 1));
  }

  /** The generator's state behind a word: the next word's is ahead by {@link #GAMMA}. */
  static long state(long key, long word) {
    return key + (word + 1) * GAMMA;
  }

  /** The word of a state. */
  static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * How many words a law is to draw at once, by how many it has drawn before: in a straight loop,
   * from words to elements, or, if the number is negative, so many by way of arrays.
   *
   * <p>A JVM interprets about a hundred calls of a loop before it compiles it, so at first ranges
   * are short. Straight loops are compiled soonest, and are the best there is without vectors.
   * Loops over arrays, each of which does one thing, are vectorised by HotSpot from JDK 19 on
   * (JDK-8283091; seen on 25, and missed on 17): there they take over where a law is drawn often.
   */
  static int pace(int law) {
    int begun = BEGUN[law];
    if (begun < ALL) {
      BEGUN[law] = begun + 1;
    }
    if (begun < COLD_TILES) {
      return FIRST_RANGE;
    }
    if (ALL == COLD_TILES || begun < STRAIGHT_TILES) {
      return LONGS;
    }
    return begun < ALL ? -SHORTEST_RANGE : -LONGS;
  }

  /**
   * The length of even ranges, the shortest that are worth it: a small tensor is not worth the
   * memory that a whole tile's words take.
   *
   * @param count how many words there are, at least {@link #SHORTEST_RANGE}
   */
  static int evenRange(int count) {
    int ranges = Math.max(count / SHORTEST_RANGE, 1);
    return (count + ranges - 1) / ranges;
  }

  /** Whether this is a JVM that vectorises a loop that makes floats of longs. */
  private static boolean hasVectors() {
    // Android says 0.9 for ever. Native images are compiled without vectors.
    String version = System.getProperty("java.specification.version");
    return version.length() == 2
        && version.compareTo("19") >= 0
        && System.getProperty("org.graalvm.nativeimage.imagecode") == null;
  }
}
