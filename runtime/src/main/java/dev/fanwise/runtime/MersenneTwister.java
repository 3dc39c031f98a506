package dev.fanwise.runtime;

/**
 * The Mersenne Twister MT19937: words of 32 bits, one after the other.
 *
 * <p>Matsumoto and Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
 * Pseudo-Random Number Generator", ACM TOMACS 8, 1998, with their initialisation of 2002. The 624
 * words of a state are made at once, from one array into another, in loops whose steps do not
 * depend on each other: the JIT compiler vectorises them.
 */
final class MersenneTwister {
  /** Words in a state. */
  static final int WORDS = 624;

  /** Word i comes from words i, i + 1 and i + MIDDLE of the state before. */
  private static final int MIDDLE = 397;

  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7FFFFFFF;
  private static final int MATRIX = 0x9908B0DF;

  private int[] state = new int[WORDS];
  private int[] other = new int[WORDS];
  private final int[] words = new int[WORDS];

  /** The next of {@link #words} to hand out. */
  private int position = WORDS;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < WORDS; i++) {
      int last = state[i - 1];
      state[i] = 1812433253 * (last ^ (last >>> 30)) + i;
    }
  }

  private MersenneTwister(MersenneTwister of) {
    state = of.state.clone();
    position = of.position;
    if (position < WORDS) {
      temper(state, words);
    }
  }

  /** A twister whose next words are the same. */
  MersenneTwister copy() {
    return new MersenneTwister(this);
  }

  /** The next word. */
  int next() {
    if (position == WORDS) {
      refill();
    }
    return words[position++];
  }

  /** The next two words, the first of them in the upper half. */
  long nextLong() {
    long high = next();
    return (high << 32) | (next() & 0xFFFFFFFFL);
  }

  /** {@code into[i]} = the next words, for i below {@code count}. */
  void next(int[] into, int count) {
    for (int done = 0; done < count; ) {
      if (position == WORDS) {
        refill();
      }
      int run = Math.min(WORDS - position, count - done);
      System.arraycopy(words, position, into, done, run);
      position += run;
      done += run;
    }
  }

  /** Passes over words. */
  void skip(long count) {
    long left = count;
    while (left > WORDS - position) {
      left -= WORDS - position;
      refill();
    }
    position += (int) left;
  }

  private void refill() {
    int[] old = state;
    int[] fresh = other;
    twistFirst(old, fresh);
    twistRest(old, fresh);
    int y = (old[WORDS - 1] & UPPER) | (fresh[0] & LOWER);
    fresh[WORDS - 1] = fresh[MIDDLE - 1] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    temper(fresh, words);
    state = fresh;
    other = old;
    position = 0;
  }

  private static void twistFirst(int[] old, int[] fresh) {
    for (int i = 0; i < WORDS - MIDDLE; i++) {
      int y = (old[i] & UPPER) | (old[i + 1] & LOWER);
      fresh[i] = old[i + MIDDLE] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    }
  }

  private static void twistRest(int[] old, int[] fresh) {
    for (int i = WORDS - MIDDLE; i < WORDS - 1; i++) {
      int y = (old[i] & UPPER) | (old[i + 1] & LOWER);
      fresh[i] = fresh[i - (WORDS - MIDDLE)] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    }
  }

  private static void temper(int[] from, int[] into) {
    for (int i = 0; i < WORDS; i++) {
      int y = from[i];
      y ^= y >>> 11;
      y ^= (y << 7) & 0x9D2C5680;
      y ^= (y << 15) & 0xEFC60000;
      into[i] = y ^ (y >>> 18);
    }
  }
}
