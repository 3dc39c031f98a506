package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.fanwise.runtime.DataType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, and folders that nothing can be written to. */
class FaultsTest {
  private static final String FIRST = "blocks.0.query";

  @TempDir Path folder;

  private static Lazy model() {
    return WriterProcess.model(1, 512);
  }

  private static <E extends Exception> void assertRefused(
      Class<E> type, String message, Path folder) {
    E refused =
        assertThrows(type, () -> Checkpoint.write(folder, model().list(), WriteOptions.defaults()));
    assertEquals(message, refused.getMessage());
  }

  private static void assertEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /** A disk of a megabyte; without the right to mount one, a limit to what a process may write. */
  @Test
  void aFullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    Path file = small.resolve("model.safetensors");
    if (Forked.run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) != 0) {
      assertLimited(small, file);
      return;
    }
    try {
      String full = ": No space left on device, while writing ";
      assertRefused(FileSystemException.class, file + full + "blocks.0.up", small);
      FileSystemException also =
          assertThrows(
              FileSystemException.class,
              () ->
                  Safetensors.write(
                      file, new Parameters().add("w", DataType.F32, new float[500_000], 500_000)));
      assertEquals(file + full + "w", also.getMessage());
      assertEmpty(small);
    } finally {
      assertEquals(0, Forked.run("umount", small.toString()));
    }
  }

  /** The shell's limit is in kilobytes or in half ones, and the file has nearly 8 MB. */
  private static void assertLimited(Path small, Path file) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f 1024 && exec \"$0\" \"$@\""));
    command.addAll(Forked.writer(Forked.classes(), List.of(), small, 1, 512, 1, 1_000_000_000));
    Forked.Ended ended = Forked.run(command);
    if (ended.output().contains("ulimit") || ended.code() == -1) {
      abort("neither a small disk nor a limit to files: " + ended.output());
    }
    assertTrue(
        ended.output().contains(file + ": File too large, while writing blocks.0."),
        ended.output());
    assertEmpty(small);
  }

  @Test
  void aDiskThatIsFullLaterKeepsWholeFiles() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    if (Forked.run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small.toString()) != 0) {
      abort("no right to mount a small disk");
    }
    try {
      WriteOptions options = WriteOptions.defaults().maxShardBytes(1_500_000);
      IOException full =
          assertThrows(
              FileSystemException.class, () -> Checkpoint.write(small, model().list(), options));
      assertTrue(
          full.getMessage().contains("No space left on device, while writing"), full.getMessage());
      try (var files = Files.list(small)) {
        for (Path file : files.toList()) {
          CheckpointPlan plan = Checkpoint.plan(model().list(), options);
          CheckpointPlan.Shard shard =
              plan.shards().stream()
                  .filter(one -> file.endsWith(one.file()))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(file));
          assertTrue(KeptShard.isWhole(file, shard, model().list(), true), file::toString);
        }
      }
    } finally {
      assertEquals(0, Forked.run("umount", small.toString()));
    }
  }

  /**
   * A folder without the right to write to it. The superuser may write there nevertheless: then
   * another user's process takes its place.
   */
  @Test
  void noPermission() throws Exception {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      abort("no permissions as POSIX has them");
    }
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = closed.resolve("model.safetensors");
    Path below = closed.resolve("below");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    String denied = file + ": no permission to write there, while writing " + FIRST;
    String deniedFolder = below + ": no permission to make this folder";
    if (!Files.isWritable(closed)) {
      assertRefused(AccessDeniedException.class, denied, closed);
      assertRefused(AccessDeniedException.class, deniedFolder, below);
    } else {
      assertTrue(asNobody(closed).contains("AccessDeniedException: " + denied));
      assertTrue(asNobody(below).contains("AccessDeniedException: " + deniedFolder));
    }
    assertEmpty(closed);
  }

  /** What the writer says when nobody runs it. */
  private String asNobody(Path to) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<Path> classes = new ArrayList<>();
    for (Path from : Forked.classes()) {
      Path copy = folder.resolve("classes" + classes.size());
      copy(from, copy);
      classes.add(copy);
    }
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    command.addAll(Forked.writer(classes, List.of(), to, 1, 512, 1, 1_000_000_000));
    Forked.Ended ended = Forked.run(command);
    if (ended.code() == -1 || ended.output().startsWith("setpriv")) {
      abort("the superuser may write anywhere, and there is no other user: " + ended.output());
    }
    return ended.output();
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    if (Files.isRegularFile(from)) {
      Files.copy(from, to);
      return;
    }
    try (var all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  /** What no user may do: the name that the part has is a folder's, as of another program. */
  @Test
  void aPartThatCannotBeMade() throws IOException {
    Path part = Files.createDirectory(folder.resolve(".model.safetensors.part"));
    Files.writeString(part.resolve("x"), "");
    Path file = folder.resolve("model.safetensors");
    FileSystemException refused =
        assertThrows(
            FileSystemException.class,
            () -> Checkpoint.write(folder, model().list(), WriteOptions.defaults()));
    assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
    assertTrue(refused.getMessage().endsWith(", while writing " + FIRST), refused.getMessage());
  }

  /** A folder in the place of the file, which its name cannot be given to. */
  @Test
  void aFolderInTheFilesPlace() throws IOException {
    Path file = Files.createDirectory(folder.resolve("model.safetensors"));
    assertRefused(
        FileSystemException.class,
        file + ": there, and no regular file, while writing " + FIRST,
        folder);
  }

  /** A folder comes into the file's place while it is written. */
  @Test
  void aNameThatCannotBeGiven() throws IOException {
    Path file = folder.resolve("model.safetensors");
    FileSystemException refused =
        assertThrows(
            FileSystemException.class,
            () ->
                Checkpoint.write(
                    folder,
                    model().list(),
                    WriteOptions.defaults()
                        .progress(
                            (done, all, tensor) -> {
                              if (done == all) {
                                assertTrue(file.toFile().mkdir());
                              }
                            })));
    assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
    assertTrue(
        refused.getMessage().endsWith(", while the whole file was given its name"),
        refused.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFileInTheFoldersPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(NotDirectoryException.class, file.toString(), file);
    assertThrows(
        FileSystemException.class,
        () -> Checkpoint.write(file.resolve("x"), model().list(), WriteOptions.defaults()));
  }
}
