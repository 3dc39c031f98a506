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

  private KeptShard() {}

  /**
   * Whether the file has the shard's header and length, and some elements of each tensor are those
   * that would be drawn: another seed gives the same header.
   */
  static boolean isWhole(Path file, CheckpointPlan.Shard shard, List<LazyParameter> parameters)
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
        if (!hasElements(channel, tensor, parameters.get(tensor.parameter()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasElements(
      FileChannel channel, CheckpointPlan.Tensor tensor, LazyParameter parameter)
      throws IOException {
    int count = (int) Math.min(SAMPLE, tensor.elements());
    long last = tensor.elements() - count;
    for (long from : new long[] {0, last / 2, last}) { // the last lets go of whole tensors
      int width = tensor.dataType().bytes();
      ByteBuffer drawn = ByteBuffer.allocate(count * width);
      parameter.draw(from, count, drawn);
      drawn.flip();
      if (!drawn.equals(read(channel, tensor.position() + from * width, drawn.remaining()))) {
        return false;
      }
    }
    return true;
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
