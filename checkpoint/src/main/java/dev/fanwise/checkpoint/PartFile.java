package dev.fanwise.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that gets its name when all of it is written: until then it is another one beside it. What
 * fails is said with the name that the user gave.
 */
@NewerAndroid(26)
final class PartFile implements Closeable {
  private static final int MOST_LINKS = 40;

  private final Path file;
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private boolean isDone;

  /**
   * Begins a file. A link stays a link to what it leads to, whether that is there yet or not.
   *
   * @param file as the user calls it
   * @param partName the name while it is written, in the folder of what the file leads to
   * @param first the tensor that is written first, for messages, or null
   * @throws IOException if there is something else of that name, or no folder to write to
   */
  PartFile(Path file, String partName, String first) throws IOException {
    this.file = file;
    this.target = target(file);
    this.part = target.resolveSibling(partName);
    String where = first == null ? "" : ", while writing " + first;
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new FileSystemException(file.toString(), null, "there, and no regular file" + where);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          (Files.exists(folder) ? "in no folder" : "its folder is missing") + where);
    }
    try {
      this.channel = open();
    } catch (AccessDeniedException e) {
      throw caused(
          new AccessDeniedException(file.toString(), null, "no permission to write there" + where),
          e);
    } catch (FileSystemException e) {
      throw caused(new FileSystemException(file.toString(), null, reason(e) + where), e);
    }
  }

  /** What is wrong with the part, which is not the file that the user has named. */
  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException ? ((FileSystemException) e).getReason() : null;
    return reason == null ? e.toString() : reason;
  }

  private static Path target(Path file) throws IOException {
    Path at = file;
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private FileChannel open() throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (view == null || !Files.exists(target)) {
      return FileChannel.open(part, options);
    }
    // From its first byte on nobody reads it who could not read the one that it replaces.
    Set<PosixFilePermission> mode = view.readAttributes().permissions();
    Files.deleteIfExists(part);
    FileAttribute<Set<PosixFilePermission>> attribute = PosixFilePermissions.asFileAttribute(mode);
    FileChannel opened = FileChannel.open(part, options, attribute);
    Files.setPosixFilePermissions(part, mode); // also what the umask took
    return opened;
  }

  /**
   * Writes bytes at a place, all of them.
   *
   * @param tensor what they belong to, for the message
   */
  void write(ByteBuffer bytes, long position, String tensor) throws IOException {
    long at = position;
    try {
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (ClosedChannelException e) {
      throw caused(interrupted(file, tensor), e);
    } catch (IOException e) {
      throw caused(
          new FileSystemException(
              file.toString(), null, e.getMessage() + ", while writing " + tensor),
          e);
    }
  }

  /** What is thrown where a thread was interrupted. */
  static InterruptedIOException interrupted(Path file, String tensor) {
    return new InterruptedIOException(file + ": interrupted while writing " + tensor);
  }

  private static <E extends IOException> E caused(E failure, IOException cause) {
    failure.initCause(cause);
    return failure;
  }

  /** Gives the file its name. */
  void commit() throws IOException {
    try {
      channel.close(); // some file systems write, and fail, no sooner
      move();
    } catch (IOException e) {
      throw caused(
          new FileSystemException(
              file.toString(), null, reason(e) + ", while the whole file was given its name"),
          e);
    }
    isDone = true;
  }

  private void move() throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Ends: what did not get its name is no more. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!isDone) {
      Files.deleteIfExists(part);
    }
  }
}
