package dev.fanwise.runtime;

/**
 * A range of up to 512 blocks of Threefry, as JAX draws from them: one for each element.
 *
 * <p>All blocks of a range take four rounds at a time: five short loops over arrays in the
 * first-level cache, each simple enough for the JIT compiler to vectorise, which twenty rounds in
 * one loop are not.
 */
final class JaxBlocks {
  static final int BLOCKS = 512;

  /** The shortest range for the loops; see {@link Words#SHORTEST_RANGE}. */
  static final int SHORTEST_RANGE = 64;

  private static final int PARITY = 0x1BD11BDA;

  /** 0, 1, 2, …: compilers before JDK 26 do not vectorise loops that add to their variable. */
  private static final int[] INDEX = index();

  final int[] first = new int[BLOCKS];
  final int[] second = new int[BLOCKS];

  private static int[] index() {
    int[] index = new int[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      index[i] = i;
    }
    return index;
  }

  /**
   * Draws blocks {@code from} to {@code to}.
   *
   * @param counter the counter of block 0, a multiple of 512
   */
  void draw(long key, long counter, int from, int to) {
    if (to - from < SHORTEST_RANGE) {
      drawOneByOne(key, counter, from, to);
      return;
    }
    int k0 = (int) (key >>> 32);
    int k1 = (int) key;
    int k2 = k0 ^ k1 ^ PARITY;
    int head = (int) (counter >>> 32) + k0;
    int tail = (int) counter + k1;
    start(head, tail, k1, k2 + 1, first, second, from, to);
    oddRounds(first, second, k2, k0 + 2, from, to);
    evenRounds(first, second, k0, k1 + 3, from, to);
    oddRounds(first, second, k1, k2 + 4, from, to);
    evenRounds(first, second, k2, k0 + 5, from, to);
  }

  private void drawOneByOne(long key, long counter, int from, int to) {
    for (int c = from; c < to; c++) {
      long block = Threefry2x32.block(key, counter + c);
      first[c] = Threefry2x32.x0(block);
      second[c] = Threefry2x32.x1(block);
    }
  }

  /** The key injection before the first round, rounds 1 to 4, and the injection after them. */
  private static void start(int head, int tail, int a, int b, int[] x, int[] y, int from, int to) {
    int[] index = INDEX;
    for (int i = from; i < to; i++) {
      int x1 = index[i] + tail;
      int x0 = head + x1;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x[i] = x0 + a;
      y[i] = x1 + b;
    }
  }

  /** Rounds 9 to 12 and 17 to 20, with the key injection after them. */
  private static void evenRounds(int[] x, int[] y, int a, int b, int from, int to) {
    for (int i = from; i < to; i++) {
      int x1 = y[i];
      int x0 = x[i] + x1;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x[i] = x0 + a;
      y[i] = x1 + b;
    }
  }

  /** Rounds 5 to 8 and 13 to 16, with the key injection after them. */
  private static void oddRounds(int[] x, int[] y, int a, int b, int from, int to) {
    for (int i = from; i < to; i++) {
      int x1 = y[i];
      int x0 = x[i] + x1;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
      x0 += x1;
      x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
      x[i] = x0 + a;
      y[i] = x1 + b;
    }
  }
}
