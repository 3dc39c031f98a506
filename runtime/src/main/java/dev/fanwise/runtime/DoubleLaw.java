package dev.fanwise.runtime;

import java.nio.DoubleBuffer;

/** How random words become doubles: one of the laws that {@link Fill} draws from. */
abstract class DoubleLaw {
  /** The element that a word stands for. */
  abstract double of(long word);

  /**
   * {@code into[offset + i]} = the element of the word whose halves are {@code high[i]} and {@code
   * low[i]}, for i from {@code from} to {@code to}.
   */
  abstract void convert(int[] high, int[] low, int from, int to, double[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(double[] into, int offset, int count, long key, long from) {
    if (count < Tile.SHORTEST_RANGE) {
      for (int i = 0; i < count; i++) {
        into[offset + i] = of(Words.longAt(key, from + i));
      }
      return;
    }
    Tile tile = new Tile();
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.BLOCKS - 1));
      int end = start + Math.min(Tile.BLOCKS - start, count - done);
      int place = offset + done - start;
      fillTile(tile, key, from + done - start, start, end, Tile.range(done), into, place);
      done += end - start;
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
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.BLOCKS - 1));
      int end = start + Math.min(Tile.BLOCKS - start, count - done);
      fillTile(tile, key, from + done - start, start, end, Tile.range(done), doubles, 0);
      writer.put(doubles, start, end - start);
      done += end - start;
    }
  }

  /** Fills blocks {@code start} to {@code end} of those whose block 0 belongs at {@code offset}. */
  private void fillTile(
      Tile tile, long key, long counter, int start, int end, int range, double[] into, int offset) {
    for (int c = start; c < end; c += range) {
      int stop = Math.min(c + range, end);
      tile.draw(key, counter, c, stop);
      if (stop - c >= Tile.SHORTEST_RANGE) {
        convert(tile.first, tile.second, c, stop, into, offset);
      } else {
        for (int i = c; i < stop; i++) {
          into[offset + i] = of(Tile.join(tile.first[i], tile.second[i]));
        }
      }
    }
  }
}
