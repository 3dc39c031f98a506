package dev.fanwise.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.spark.TaskContext;

/** What goes wrong on executors, told by marker files, so that no test depends on time. */
final class Faults {
  private Faults() {}

  /** Whether this is the attempt of this number of the task that draws so far into a tensor. */
  private static boolean isAttempt(int number, String tensor, long at, String name, long from) {
    return TaskContext.get() != null
        && TaskContext.get().attemptNumber() == number
        && tensor.equals(name)
        && at >= from;
  }

  /** Sets a marker with this process's number, and returns whether it is the first to do so. */
  private static boolean mark(String folder, String name) {
    try {
      String pid = Long.toString(ProcessHandle.current().pid());
      Files.writeString(Path.of(folder, name), pid, StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a marker, and returns what is in it. */
  static String await(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    while (!Files.exists(file) || Files.size(file) == 0) {
      Pause.of(5);
    }
    return Files.readString(file);
  }

  /** One first attempt says that it is in the middle, and stays there: to be killed. */
  static TestModel.Fault staysIn(Path markers, String name, long from) {
    String folder = markers.toString();
    return (tensor, at) -> {
      if (isAttempt(0, tensor, at, name, from) && mark(folder, "middle")) {
        while (true) {
          Pause.of(1000);
        }
      }
    };
  }

  /** The first two attempts fail. */
  static TestModel.Fault failsTwiceIn(String name, long from) {
    return (tensor, at) -> {
      if (isAttempt(0, tensor, at, name, from) || isAttempt(1, tensor, at, name, from)) {
        throw new IllegalStateException("attempt " + TaskContext.get().attemptNumber());
      }
    };
  }

  /** The first attempt goes on when its twin is in the middle. */
  static TestModel.Fault waitsForItsTwinIn(Path markers, String name, long from) {
    String folder = markers.toString();
    return (tensor, at) -> {
      if (isAttempt(1, tensor, at, name, from)) {
        mark(folder, "twin");
      }
      while (isAttempt(0, tensor, at, name, from) && !Files.exists(Path.of(folder, "twin"))) {
        if (TaskContext.get().isInterrupted()) {
          throw new IllegalStateException("killed before its twin was there");
        }
        Pause.of(5);
      }
    };
  }

  static TestModel.Fault both(TestModel.Fault one, TestModel.Fault other) {
    return (tensor, at) -> {
      one.before(tensor, at);
      other.before(tensor, at);
    };
  }
}
