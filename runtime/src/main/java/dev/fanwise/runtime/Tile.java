package dev.fanwise.runtime;

/**
 * The random words of 1,024 elements of 32 bits: 512 blocks of the stream, whose first words are
 * the first half of the elements and whose second words are the second half.
 *
 * <p>There are two ways to compute the same words. One block after the other is best as long as the
 * code is cold: a small method is compiled soon. For whole tiles of large tensors, all blocks take
 * four rounds at a time: five short loops over arrays in the first-level cache, each simple enough
 * for the JIT compiler to vectorise.
 */
final class Tile {
  /** Elements in a tile. */
  static final int ELEMENTS = 1024;

  /** Blocks in a tile: elements in each half. */
  static final int BLOCKS = ELEMENTS / 2;

  /**
   * From how many elements on whole tiles are drawn by vector loops. Fewer are done before those
   * would be compiled.
   */
  static final int WORTHWHILE = 1 << 19;

  private static final int PARITY = 0x1BD11BDA;

  /**
   * 0, 1, 2, …: compilers before JDK 26 do not vectorise loops that compute with their variable.
   */
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
   * Draws what elements {@code start} to {@code end} of a tile need.
   *
   * @param element any element of the tile
   * @param vectorised whether whole tiles are drawn by vector loops
   */
  void draw(long key, long element, int start, int end, boolean vectorised) {
    long counter = (element >>> 10) << 9;
    if (vectorised && end - start == ELEMENTS) {
      drawAll(key, counter);
    } else if (end <= BLOCKS) {
      drawBlocks(key, counter, start, end);
    } else if (start >= BLOCKS) {
      drawBlocks(key, counter, start - BLOCKS, end - BLOCKS);
    } else {
      drawBlocks(key, counter, 0, BLOCKS);
    }
  }

  /** The 64-bit word of a block's two. */
  static long join(int first, int second) {
    return ((long) first << 32) | (second & 0xFFFFFFFFL);
  }

  /**
   * Computes blocks {@code from} to {@code to} one by one.
   *
   * @param counter the counter of the tile's block 0
   */
  void drawBlocks(long key, long counter, int from, int to) {
    for (int c = from; c < to; c++) {
      long block = Threefry2x32.block(key, counter + c);
      first[c] = Threefry2x32.x0(block);
      second[c] = Threefry2x32.x1(block);
    }
  }

  /** Computes all blocks. */
  void drawAll(long key, long counter) {
    int k0 = (int) (key >>> 32);
    int k1 = (int) key;
    int k2 = k0 ^ k1 ^ PARITY;
    start((int) (counter >>> 32) + k0, (int) counter + k1, k1, k2 + 1, first, second);
    oddRounds(first, second, k2, k0 + 2);
    evenRounds(first, second, k0, k1 + 3);
    oddRounds(first, second, k1, k2 + 4);
    evenRounds(first, second, k2, k0 + 5);
  }

  /** The key injection before the first round, and rounds 1 to 4. */
  private static void start(int head, int tail, int a, int b, int[] x, int[] y) {
    int[] index = INDEX;
    for (int i = 0; i < BLOCKS; i++) {
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
  private static void evenRounds(int[] x, int[] y, int a, int b) {
    for (int i = 0; i < BLOCKS; i++) {
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
  private static void oddRounds(int[] x, int[] y, int a, int b) {
    for (int i = 0; i < BLOCKS; i++) {
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
