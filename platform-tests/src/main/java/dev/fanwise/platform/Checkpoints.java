package dev.fanwise.platform;

import dev.fanwise.checkpoint.MalformedFileException;
import dev.fanwise.checkpoint.ReadOptions;
import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.runtime.LazyParameter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Files by way of streams, which every Android has: what is written, and what is read of it. */
final class Checkpoints {
  private final Lines lines;
  private final long seed;

  Checkpoints(Lines lines, long seed) {
    this.lines = lines;
    this.seed = seed;
  }

  void print() {
    try {
      print(written());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] written() throws IOException {
    Storage storage = StorageInitializer.initialize(new Storage(), seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, visitor -> StorageInitializer.visitParameters(storage, visitor));
    return out.toByteArray();
  }

  private void print(byte[] file) throws IOException {
    line("file", file);
    Storage read = new Storage(); // without arrays
    Safetensors.read(
        new ByteArrayInputStream(file),
        visitor -> StorageInitializer.visitParameters(read, visitor),
        ReadOptions.strict());
    lines.weights("Storage", visitor -> StorageInitializer.visitParameters(read, visitor));
    printDrawn();
    printRefused(file);
  }

  private void line(String name, byte[] bytes) {
    Checksum checksum = new Checksum();
    for (byte one : bytes) {
      checksum.add(one);
    }
    lines.line("Checkpoints." + name, checksum.value());
  }

  /** The bytes that a checkpoint of lazy parameters is made of, a piece at a time. */
  private void printDrawn() {
    Tree tree = TreeInitializer.initialize(new Tree(), seed);
    List<LazyParameter> lazy = TreeInitializer.lazyParameters(tree, seed);
    for (LazyParameter parameter : lazy) {
      int count = (int) parameter.elements();
      int bytes = parameter.info().dataType().bytes();
      ByteBuffer drawn = ByteBuffer.allocate(count * bytes);
      parameter.draw(0, count / 3, drawn);
      parameter.draw(count / 3, count - count / 3, drawn);
      line(parameter.info().name(), drawn.array());
    }
  }

  /** A file that lies about its length is refused before anything is read. */
  private void printRefused(byte[] file) throws IOException {
    byte[] lying = file.clone();
    lying[7] = 1;
    Storage untouched = new Storage();
    try {
      Safetensors.read(
          new ByteArrayInputStream(lying),
          visitor -> StorageInitializer.visitParameters(untouched, visitor),
          ReadOptions.strict());
    } catch (MalformedFileException e) {
      boolean isUntouched = untouched.uniformDoubles == null;
      lines.line("Checkpoints.refused", isUntouched ? e.getMessage().length() : -1);
    }
  }
}
