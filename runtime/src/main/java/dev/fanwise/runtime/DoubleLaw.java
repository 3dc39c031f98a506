package dev.fanwise.runtime;

import java.nio.DoubleBuffer;

/** How random words become doubles: one of the laws that {@link Fill} draws from. */
abstract class DoubleLaw {
  /** As in {@link FloatLaw}: shorter ranges must not reach the loops of {@link #convert}. */
  private static final int SHORT_RANGE = 128;

  /** The element that a word stands for. */
  abstract double of(long word);

  /**
   * {@code into[offset + i]} = the element of the word whose halves are {@code high[i]} and {@code
   * low[i]}, for i from {@code from} to {@code to}.
   */
  abstract void convert(int[] high, int[] low, int from, int to, double[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(double[] into, int offset, int count, long key, long from) {
    if (count < SHORT_RANGE) {
      for (int i = 0; i < count; i++) {
        into[offset + i] = of(Words.longAt(key, from + i));
      }
      return;
    }
    fillTiles(into, offset, count, key, from, count >= Tile.WORTHWHILE);
  }

  /** Fills tile by tile; the bits do not depend on whether that is in vector loops. */
  final void fillTiles(
      double[] into, int offset, int count, long key, long from, boolean vectorised) {
    Tile tile = new Tile();
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.BLOCKS - 1));
      int end = start + Math.min(Tile.BLOCKS - start, count - done);
      convertBlocks(
          tile, key, from + done - start, start, end, vectorised, into, offset + done - start);
      done += end - start;
    }
  }

  /** Elements {@code start} to {@code end} of a tile whose element 0 belongs at {@code offset}. */
  private void convertBlocks(
      Tile tile,
      long key,
      long counter,
      int start,
      int end,
      boolean vectorised,
      double[] into,
      int offset) {
    if (vectorised && end - start == Tile.BLOCKS) {
      tile.drawAll(key, counter);
    } else {
      tile.drawBlocks(key, counter, start, end);
    }
    if (end - start >= SHORT_RANGE) {
      convert(tile.first, tile.second, start, end, into, offset);
    } else {
      for (int i = start; i < end; i++) {
        into[offset + i] = of(Tile.join(tile.first[i], tile.second[i]));
      }
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(DoubleBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    Tile tile = new Tile();
    double[] doubles = new double[Tile.BLOCKS];
    DoubleBuffer writer = Buffers.from(into, offset);
    boolean vectorised = count >= Tile.WORTHWHILE;
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.BLOCKS - 1));
      int end = start + Math.min(Tile.BLOCKS - start, count - done);
      convertBlocks(tile, key, from + done - start, start, end, vectorised, doubles, 0);
      writer.put(doubles, start, end - start);
      done += end - start;
    }
  }
}
