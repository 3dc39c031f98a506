package dev.fanwise.runtime;

/**
 * The random words of a parameter's elements.
 *
 * <p>Elements of 32 bits come in tiles of 1,024, which are made of 512 blocks: first words fill the
 * first half of a tile, second words the second half. So no word is wasted, and both halves are
 * written in order. An element of 64 bits has a block to itself.
 */
final class Words {
  private Words() {}

  /** The word of one 32-bit element. */
  static int at(long key, long element) {
    long block = Threefry2x32.block(key, counter(element));
    return (element & Tile.BLOCKS) == 0 ? Threefry2x32.x0(block) : Threefry2x32.x1(block);
  }

  /** The word of one 64-bit element. */
  static long longAt(long key, long element) {
    return Threefry2x32.block(key, element);
  }

  private static long counter(long element) {
    return ((element >>> 10) << 9) | (element & (Tile.BLOCKS - 1));
  }
}
