package dev.fanwise.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;

/** A safetensors file that comes by a stream. */
final class StreamedFile implements Reading.Opened {
  private static final String NAME = "the stream";

  private final ByteInput input;
  private final FileHeader header;

  /** Reads the header, whose memory is taken as its bytes come. */
  StreamedFile(InputStream in) throws IOException {
    input = ByteInput.of(in, NAME);
    byte[] first = new byte[Long.BYTES];
    input.read(ByteBuffer.wrap(first), "its header");
    int length = FileHeader.length(NAME, first, -1);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ByteBuffer buffer = input.newBuffer();
    while (json.size() < length) {
      ((Buffer) buffer).clear();
      ((Buffer) buffer).limit(Math.min(buffer.capacity(), length - json.size()));
      input.read(buffer, "its header");
      json.write(buffer.array(), 0, buffer.position());
    }
    header = FileHeader.read(NAME, json.toByteArray(), -1);
  }

  @Override
  public FileHeader header() {
    return header;
  }

  @Override
  public ByteInput data() {
    return input;
  }
}
