package dev.fanwise.runtime;

/**
 * The random words of a parameter's elements.
 *
 * <p>Elements of 32 bits come in tiles of 1,024, which are made of 512 blocks: first words fill the
 * first half of a tile, second words the second half. So no word is wasted, and both halves are
 * written in order. An element of 64 bits has a block to itself.
 */
final class Words {
  /** Elements in a tile. */
  static final int TILE = 1024;

  /** Blocks in a tile. */
  private static final int BLOCKS = TILE / 2;

  private Words() {}

  /** The word of one 32-bit element. */
  static int at(long key, long element) {
    long block = Threefry2x32.block(key, counter(element));
    return (element & BLOCKS) == 0 ? Threefry2x32.x0(block) : Threefry2x32.x1(block);
  }

  /** The word of one 64-bit element. */
  static long longAt(long key, long element) {
    return Threefry2x32.block(key, element);
  }

  /**
   * The words of the 32-bit elements from {@code from} on, at most to the end of its tile.
   *
   * @return how many words were written
   */
  static int tile(long key, long from, int count, int[] words) {
    int start = (int) (from & (TILE - 1));
    int end = count < TILE - start ? start + count : TILE;
    long firstCounter = counter(from - start);
    // The blocks whose first word is wanted, and those whose second is.
    int firstFrom = Math.min(start, BLOCKS);
    int firstTo = Math.min(end, BLOCKS);
    int secondFrom = Math.max(start, BLOCKS) - BLOCKS;
    int secondTo = Math.max(end, BLOCKS) - BLOCKS;
    int bothFrom = Math.max(firstFrom, secondFrom);
    int bothTo = Math.min(firstTo, secondTo);
    if (bothFrom >= bothTo) {
      bothFrom = firstTo;
      bothTo = firstTo;
    }
    for (int c = firstFrom; c < bothFrom; c++) {
      words[c - start] = Threefry2x32.x0(Threefry2x32.block(key, firstCounter + c));
    }
    for (int c = bothFrom; c < bothTo; c++) {
      long block = Threefry2x32.block(key, firstCounter + c);
      words[c - start] = Threefry2x32.x0(block);
      words[c + BLOCKS - start] = Threefry2x32.x1(block);
    }
    for (int c = bothTo; c < firstTo; c++) {
      words[c - start] = Threefry2x32.x0(Threefry2x32.block(key, firstCounter + c));
    }
    for (int c = secondFrom; c < secondTo; c++) {
      if (c < bothFrom) {
        words[c + BLOCKS - start] = Threefry2x32.x1(Threefry2x32.block(key, firstCounter + c));
      }
    }
    return end - start;
  }

  private static long counter(long element) {
    return ((element >>> 10) << 9) | (element & (BLOCKS - 1));
  }
}
