package dev.fanwise.spark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.FSDataInputStream;

/** Compares drawn pieces with those of a file, until there is a difference. */
final class Comparison implements ShardBytes.Sink {
  private final FSDataInputStream in;
  private final long begin;
  private final byte[] stored = new byte[ShardBytes.PIECE];
  private long difference = -1;

  /**
   * A comparison.
   *
   * @param begin which of the bytes that are drawn is the first of the input
   */
  Comparison(FSDataInputStream in, long begin) {
    this.in = in;
    this.begin = begin;
  }

  @Override
  public void accept(ByteBuffer piece, long position, String what) throws IOException {
    RangeWriter.checkRunning();
    int length = piece.remaining();
    if (difference >= 0) {
      return;
    }
    try {
      if (in.getPos() != position - begin) {
        in.seek(position - begin);
      }
      in.readFully(stored, 0, length);
    } catch (EOFException e) {
      throw new IOException("the file ends within " + what, e);
    }
    int first = ByteBuffer.wrap(stored, 0, length).mismatch(piece);
    if (first >= 0) {
      difference = position + first;
    }
  }

  boolean isSame() {
    return difference < 0;
  }

  /** The first byte that differs, counted in the file, or −1. */
  long difference() {
    return difference;
  }
}
