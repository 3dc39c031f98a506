package dev.fanwise.runtime;

import java.nio.DoubleBuffer;

/** How random words become doubles: one of the laws that {@link Fill} draws from. */
abstract class DoubleLaw {
  /** Which of the laws of {@link Words} this is. */
  private final int law;

  DoubleLaw(int law) {
    this.law = law;
  }

  /** The element that a word stands for. */
  abstract double of(long word);

  /** {@code into[offset + i] = of(words[i])} for i from {@code from} to {@code to}. */
  abstract void convert(long[] words, int from, int to, double[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(double[] into, int offset, int count, long key, long from) {
    if (count < Words.SHORTEST_RANGE) {
      for (int i = 0; i < count; i++) {
        into[offset + i] = of(Words.longAt(key, from + i));
      }
      return;
    }
    long[] words = new long[Words.LONGS];
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.LONGS - 1));
      int end = start + Math.min(Words.LONGS - start, count - done);
      int place = offset + done - start;
      fillTile(words, key, from + done - start, start, end, Words.range(law), into, place);
      done += end - start;
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(DoubleBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    long[] words = new long[Words.LONGS];
    double[] doubles = new double[Words.LONGS];
    DoubleBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.LONGS - 1));
      int end = start + Math.min(Words.LONGS - start, count - done);
      fillTile(words, key, from + done - start, start, end, Words.range(law), doubles, 0);
      writer.put(doubles, start, end - start);
      done += end - start;
    }
  }

  /**
   * Fills elements {@code start} to {@code end} of those whose first has word {@code first} and
   * belongs at {@code offset}.
   */
  private void fillTile(
      long[] words,
      long key,
      long first,
      int start,
      int end,
      int range,
      double[] into,
      int offset) {
    for (int c = start; c < end; c += range) {
      int stop = Math.min(c + range, end);
      Words.fill(words, key, first, c, stop);
      if (stop - c >= Words.SHORTEST_RANGE) {
        convert(words, c, stop, into, offset);
      } else {
        for (int i = c; i < stop; i++) {
          into[offset + i] = of(words[i]);
        }
      }
    }
  }
}
