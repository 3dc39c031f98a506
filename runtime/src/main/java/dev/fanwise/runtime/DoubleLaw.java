package dev.fanwise.runtime;

import java.nio.DoubleBuffer;

/** How random words become doubles: one of the laws that {@link Fill} draws from. */
abstract class DoubleLaw {
  /** The element that a word stands for. */
  abstract double of(long word);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(double[] into, int offset, int count, long key, long from) {
    for (int i = 0; i < count; i++) {
      into[offset + i] = of(Words.longAt(key, from + i));
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(DoubleBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    DoubleBuffer writer = Buffers.from(into, offset);
    for (int i = 0; i < count; i++) {
      writer.put(of(Words.longAt(key, from + i)));
    }
  }
}
