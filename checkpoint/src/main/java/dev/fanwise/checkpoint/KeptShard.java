package dev.fanwise.checkpoint;

import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a file is what would be written in its place. */
@NewerAndroid(26)
final class KeptShard {
  /** So many elements are compared at the beginning, in the middle and at the end of a tensor. */
  private static final int SAMPLE = 1024;

  private static final int PIECE = 1 << 15;

  private KeptShard() {}

  /**
   * Whether the file has the shard's header and length, and some elements of each tensor are those
   * that would be drawn: another seed gives the same header.
   *
   * @param isHeld whether elements are those of a model's arrays: then all are compared
   */
  static boolean isWhole(
      Path file, CheckpointPlan.Shard shard, List<LazyParameter> parameters, boolean isHeld)
      throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != shard.length()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = ByteBuffer.wrap(shard.headerBytes());
      if (!header.equals(read(channel, 0, header.remaining()))) {
        return false;
      }
      for (CheckpointPlan.Tensor tensor : shard.tensors()) {
        LazyParameter parameter = parameters.get(tensor.parameter());
        boolean isSame =
            isHeld ? hasAll(channel, tensor, parameter) : hasSamples(channel, tensor, parameter);
        if (!isSame) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasSamples(
      FileChannel channel, CheckpointPlan.Tensor tensor, LazyParameter parameter)
      throws IOException {
    int count = (int) Math.min(SAMPLE, tensor.elements());
    long last = tensor.elements() - count;
    return has(channel, tensor, parameter, 0, count)
        && has(channel, tensor, parameter, last / 2, count)
        && has(channel, tensor, parameter, last, count); // and lets go of whole tensors
  }

  private static boolean hasAll(
      FileChannel channel, CheckpointPlan.Tensor tensor, LazyParameter parameter)
      throws IOException {
    boolean isSame = true;
    for (long from = 0; isSame && from < tensor.elements(); from += PIECE) {
      int count = (int) Math.min(PIECE, tensor.elements() - from);
      isSame = has(channel, tensor, parameter, from, count);
    }
    return isSame;
  }

  private static boolean has(
      FileChannel channel,
      CheckpointPlan.Tensor tensor,
      LazyParameter parameter,
      long from,
      int count)
      throws IOException {
    int width = tensor.dataType().bytes();
    ByteBuffer drawn = ByteBuffer.allocate(count * width);
    parameter.draw(from, count, drawn);
    drawn.flip();
    return drawn.equals(read(channel, tensor.position() + from * width, drawn.remaining()));
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (long at = position; bytes.hasRemaining(); ) {
      int read = channel.read(bytes, at);
      if (read < 0) {
        break;
      }
      at += read;
    }
    bytes.flip();
    return bytes;
  }
}
