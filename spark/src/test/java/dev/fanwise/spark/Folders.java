package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares folders. */
final class Folders {
  private Folders() {}

  /** The names of all that is in a folder, hidden files too, in order. */
  static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What one machine writes. */
  static Path oneMachine(Path folder, ModelSupplier model, WriteOptions options)
      throws IOException {
    Checkpoint.write(folder, model.get(), options);
    return folder;
  }

  static void assertSame(Path expected, Path actual) throws IOException {
    assertEquals(names(expected), names(actual));
    for (String name : names(expected)) {
      assertEquals(-1, Files.mismatch(expected.resolve(name), actual.resolve(name)), name);
    }
  }
}
