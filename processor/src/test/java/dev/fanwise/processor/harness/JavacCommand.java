package dev.fanwise.processor.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command javac in a folder with real files: for what only a process of its own shows. */
public final class JavacCommand {
  /** What came of it: everything that it printed, and whether it has succeeded. */
  public record Result(boolean succeeded, String printed) {
    /** This, if it has succeeded in silence. */
    public Result requireSuccess() {
      if (!succeeded || !printed.isEmpty()) {
        throw new AssertionError("javac does not succeed in silence:\n" + printed);
      }
      return this;
    }

    /** The lines that begin an error or a warning, without the file and its line. */
    public List<String> messages() {
      return printed
          .lines()
          .filter(line -> line.matches("(?:.*: |)(?:error|warning): .*"))
          .map(line -> line.replaceFirst("^.*?(?=(?:error|warning): )", ""))
          .toList();
    }
  }

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * @param folder where it runs
   */
  public JavacCommand(Path folder) {
    this.folder = folder;
  }

  /** Where it runs. */
  public Path folder() {
    return folder;
  }

  /** Writes a source file. */
  public JavacCommand file(String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Sets a variable of the environment. */
  public JavacCommand with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs it. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=US"));
    command.addAll(List.of(arguments));
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().remove("JDK_JAVAC_OPTIONS");
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    String text = new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
    Files.delete(printed);
    return new Result(status == 0, text);
  }

  /** The files below a part of the folder, by their paths from there. */
  public List<String> files(String below) throws IOException {
    Path part = folder.resolve(below);
    if (!Files.exists(part)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(part)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> part.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
