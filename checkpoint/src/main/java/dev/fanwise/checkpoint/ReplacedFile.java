package dev.fanwise.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

/** A file that is there as a whole or not at all. */
@NewerAndroid(26)
final class ReplacedFile {
  private ReplacedFile() {}

  /** What a file is to hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Where the writing is, for messages. */
  interface At {
    String tensor();
  }

  /**
   * Writes to a file beside the wanted one and gives it the wanted name when all is written. The
   * file keeps the mode of the one that it replaces, and a link stays a link.
   *
   * @throws IOException if that fails; what was there before is there still, and nothing else
   */
  static void write(Path file, Content content, At at) throws IOException {
    try (PartFile part = new PartFile(file, "." + UUID.randomUUID() + ".part", null)) {
      content.writeTo(new Stream(part, at));
      part.commit();
    }
  }

  private static final class Stream extends OutputStream {
    private final PartFile part;
    private final At at;
    private long position;

    Stream(PartFile part, At at) {
      this.part = part;
      this.at = at;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      part.write(ByteBuffer.wrap(bytes, offset, length), position, at.tensor());
      position += length;
    }
  }
}
