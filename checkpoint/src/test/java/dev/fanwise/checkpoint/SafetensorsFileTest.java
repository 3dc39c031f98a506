package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.F32;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
  private final Parameters parameters = new Parameters().add("w", F32, new float[] {1, 2}, 2);

  @TempDir Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void theFileHasTheBytesOfTheStream() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Safetensors.write(file, parameters);
    assertArrayEquals(parameters.file(), Files.readAllBytes(file));
    Safetensors.write(file, parameters, Map.of("a", "b"));
    assertArrayEquals(parameters.file(Map.of("a", "b")), Files.readAllBytes(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void aRefusedModelLeavesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model.safetensors"), "before");
    parameters.add("x", F32, null, 2);
    assertIllegal(
        "x is null, but shape [2] needs 2 elements", () -> Safetensors.write(file, parameters));
    assertEquals("before", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void aFailureHalfwayLeavesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model.safetensors"), "before");
    for (Exception failure : new Exception[] {new IOException(), new IllegalStateException()}) {
      assertSame(failure, assertThrows(Exception.class, () -> failHalfway(file, failure)));
      assertEquals("before", Files.readString(file));
      assertEquals(List.of(file), files());
    }
    Path other = folder.resolve("other.safetensors");
    assertThrows(IOException.class, () -> failHalfway(other, new IOException()));
    assertEquals(List.of(file), files());
  }

  private void failHalfway(Path file, Exception failure) throws IOException {
    ReplacedFile.write(
        file,
        out -> {
          out.write(new byte[100_000]);
          assertEquals(1, files().stream().filter(f -> f.toString().endsWith(".part")).count());
          if (failure instanceof IOException) {
            throw (IOException) failure;
          }
          throw (RuntimeException) failure;
        },
        () -> "w");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    Safetensors.write(link, parameters);
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(parameters.file(), Files.readAllBytes(real));
    assertEquals(List.of(link, real), files());
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    FileSystemException refused =
        assertThrows(FileSystemException.class, () -> Safetensors.write(inner, parameters));
    assertEquals(inner + ": there, and no regular file", refused.getMessage());
    assertEquals(List.of(inner), files());
  }

  @Test
  void aFolderThatIsMissingIsNotMade() throws IOException {
    Path file = folder.resolve("missing").resolve("model.safetensors");
    assertEquals(
        file + ": its folder is missing",
        assertThrows(NoSuchFileException.class, () -> Safetensors.write(file, parameters))
            .getMessage());
    assertEquals(List.of(), files());
    Path noFolder = Files.writeString(folder.resolve("text"), "").resolve("model.safetensors");
    assertEquals(
        noFolder + ": in no folder",
        assertThrows(NoSuchFileException.class, () -> Safetensors.write(noFolder, parameters))
            .getMessage());
  }

  @Test
  void theModeOfTheFileThatIsReplacedStays() throws IOException {
    for (String mode : List.of("rw-------", "rw-rw-r--", "rwxrwxrwx", "r--r-----")) {
      Path file = Files.writeString(folder.resolve(mode), "before");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      Safetensors.write(file, parameters);
      assertArrayEquals(parameters.file(), Files.readAllBytes(file));
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    Path fresh = folder.resolve("fresh");
    Safetensors.write(fresh, parameters);
    Path plain = Files.writeString(folder.resolve("plain"), "");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(fresh));
  }

  @Test
  void aPrivateFileIsPrivateWhileItIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("private"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    ReplacedFile.write(
        file,
        out -> {
          for (Path one : files()) {
            assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)));
          }
          assertEquals(2, files().size());
        },
        () -> "w");
  }

  @Test
  void aLinkMayLeadToWhatIsNotThereYet() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    Safetensors.write(second, parameters);
    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(second));
    assertArrayEquals(parameters.file(), Files.readAllBytes(folder.resolve("real")));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThrows(FileSystemException.class, () -> Safetensors.write(loop, parameters));
  }
}
