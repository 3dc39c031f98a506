package dev.fanwise.checkpoint;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of their own. */
final class Forked {
  private Forked() {}

  /** The folders of the classes, which a module path does not tell. */
  static List<Path> classes() throws Exception {
    List<Path> places = new ArrayList<>();
    for (Class<?> type :
        List.of(Checkpoint.class, WriterProcess.class, Fill.class, HalfPrecision.class)) {
      places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    return places;
  }

  /** The command that starts {@link WriterProcess} with a JVM's options. */
  static List<String> writer(List<Path> classes, List<String> options, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    List<String> places = new ArrayList<>();
    classes.forEach(place -> places.add(place.toString()));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, places)));
    command.add(WriterProcess.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** What a command prints, and how it ended. */
  record Ended(int code, String output) {}

  static Ended run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      return new Ended(-1, e.getMessage()); // there is no such command
    }
  }

  static int run(String... command) throws InterruptedException {
    return run(List.of(command)).code();
  }
}
