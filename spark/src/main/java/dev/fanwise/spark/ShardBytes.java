package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The bytes of one file, drawn anew wherever they are asked for, a piece at a time. */
final class ShardBytes {
  /** The bytes of a piece: whole tiles of every type. */
  static final int PIECE = 1 << 18;

  /** Takes pieces in order. */
  interface Sink {
    /**
     * Takes one piece.
     *
     * @param piece its bytes, from the buffer's position to its limit; overwritten afterwards
     * @param position where it is in the file
     * @param what a tensor's name, or "the header"
     */
    void accept(ByteBuffer piece, long position, String what) throws IOException;
  }

  private final CheckpointPlan.Shard shard;
  private final List<LazyParameter> parameters;
  private final ByteBuffer piece;

  /**
   * The bytes of a file, drawn into an array.
   *
   * @throws IllegalStateException if the parameters are not those of the plan
   */
  ShardBytes(CheckpointPlan.Shard shard, List<LazyParameter> parameters) {
    this(shard, parameters, ByteBuffer.allocate(PIECE));
  }

  /**
   * The bytes of a file.
   *
   * @param piece where pieces are drawn, {@link #PIECE} bytes
   * @throws IllegalStateException if the parameters are not those of the plan
   */
  ShardBytes(CheckpointPlan.Shard shard, List<LazyParameter> parameters, ByteBuffer piece) {
    this.shard = shard;
    this.parameters = parameters;
    this.piece = piece;
    check(shard, parameters);
  }

  /**
   * Checks that a file's tensors are those of the parameters.
   *
   * @throws IllegalStateException if they are not
   */
  static void check(CheckpointPlan.Shard shard, List<LazyParameter> parameters) {
    for (CheckpointPlan.Tensor tensor : shard.tensors()) {
      check(tensor, parameters);
    }
  }

  private static void check(CheckpointPlan.Tensor tensor, List<LazyParameter> parameters) {
    int number = tensor.parameter();
    LazyParameter parameter = number < parameters.size() ? parameters.get(number) : null;
    if (parameter == null
        || !parameter.info().name().equals(tensor.name())
        || parameter.info().dataType() != tensor.dataType()
        || parameter.elements() != tensor.elements()) {
      throw new IllegalStateException(
          "the plan has "
              + tensor.name()
              + " with "
              + tensor.elements()
              + " elements of "
              + tensor.dataType()
              + " as parameter "
              + number
              + ", but the model gives "
              + parameter
              + ": it must list the same parameters each time, on each machine");
    }
  }

  /**
   * Draws bytes.
   *
   * @param from the first byte, in the header or where an element begins
   * @param to the byte after the last, likewise
   */
  void draw(long from, long to, Sink sink) throws IOException {
    byte[] header = shard.header();
    for (int at = (int) Math.min(from, header.length); at < Math.min(to, header.length); ) {
      int length = (int) Math.min(PIECE, Math.min(to, header.length) - at);
      piece.clear();
      piece.put(header, at, length).flip();
      sink.accept(piece, at, "the header");
      at += length;
    }
    for (CheckpointPlan.Tensor tensor : shard.tensors()) {
      long begin = Math.max(from, tensor.position());
      long end = Math.min(to, tensor.position() + tensor.bytes());
      while (begin < end) {
        begin += draw(tensor, begin, end, sink);
      }
    }
  }

  private int draw(CheckpointPlan.Tensor tensor, long begin, long end, Sink sink)
      throws IOException {
    int width = tensor.dataType().bytes();
    long at = begin - tensor.position();
    int length = (int) Math.min(PIECE - at % PIECE, end - begin);
    LazyParameter parameter = parameters.get(tensor.parameter());
    piece.clear().limit(length);
    parameter.draw(at / width, length / width, piece);
    sink.accept(piece.flip(), begin, tensor.name());
    return length;
  }
}
