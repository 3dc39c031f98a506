package dev.fanwise.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A new file that pieces are written to, one after the other. Local files are written through a
 * channel from memory outside the heap: a stream copies each array to memory that it takes and
 * gives back.
 */
final class RangeOutput implements Closeable {
  private final WritableByteChannel channel;
  private final OutputStream stream;

  private RangeOutput(WritableByteChannel channel, OutputStream stream) {
    this.channel = channel;
    this.stream = stream;
  }

  /** Creates a file and the folders that it lacks; it must not be there. */
  static RangeOutput create(FileSystem files, Path path) throws IOException {
    OutputStream stream = files.create(path, false);
    if (files instanceof RawLocalFileSystem local) {
      stream.close(); // the file is there, with the permissions that Hadoop is told to give
      java.nio.file.Path file = local.pathToFile(path).toPath();
      return new RangeOutput(FileChannel.open(file, StandardOpenOption.WRITE), null);
    }
    return new RangeOutput(null, stream);
  }

  /** Memory for pieces that suits the file. */
  ByteBuffer buffer() {
    return stream == null
        ? ByteBuffer.allocateDirect(ShardBytes.PIECE)
        : ByteBuffer.allocate(ShardBytes.PIECE);
  }

  /** Writes all of a piece that {@link #buffer} holds. */
  void write(ByteBuffer piece) throws IOException {
    if (stream != null) {
      stream.write(piece.array(), piece.position(), piece.remaining());
      return;
    }
    while (piece.hasRemaining()) {
      channel.write(piece);
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    } else {
      channel.close();
    }
  }
}
