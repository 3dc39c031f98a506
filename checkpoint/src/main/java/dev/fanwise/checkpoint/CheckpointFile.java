package dev.fanwise.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One safetensors file that is to be read. */
@NewerAndroid(26)
final class CheckpointFile implements Reading.Opened {
  private static final int PIECE = 1 << 18;

  private final Path file;
  private final FileHeader header;
  private final long dataBegin;

  /**
   * Reads the header.
   *
   * @throws MalformedFileException if the format does not allow it
   */
  CheckpointFile(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "there, and no regular file");
    }
    try (Input input = new Input(file, 0)) {
      long size = input.channel.size();
      if (size < Long.BYTES) {
        throw new MalformedFileException(
            file.toString(), "it has " + size + " bytes, less than the length of a header");
      }
      byte[] first = new byte[Long.BYTES];
      input.read(ByteBuffer.wrap(first), "its header");
      byte[] json = new byte[FileHeader.length(file.toString(), first, size)];
      input.read(ByteBuffer.wrap(json), "its header");
      this.dataBegin = Long.BYTES + json.length;
      this.header = FileHeader.read(file.toString(), json, size - dataBegin);
    }
  }

  @Override
  public FileHeader header() {
    return header;
  }

  @Override
  public ByteInput data() throws IOException {
    return new Input(file, dataBegin);
  }

  @NewerAndroid(26)
  private static final class Input extends ByteInput {
    private final FileChannel channel;

    Input(Path file, long position) throws IOException {
      super(file.toString());
      channel = FileChannel.open(file);
      channel.position(position);
    }

    @Override
    ByteBuffer newBuffer() {
      return ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    int read(ByteBuffer into) throws IOException {
      return channel.read(into);
    }

    @Override
    void skip(long count, ByteBuffer buffer, String what) throws IOException {
      channel.position(channel.position() + count);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
