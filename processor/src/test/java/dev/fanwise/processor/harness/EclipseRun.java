package dev.fanwise.processor.harness;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A run of Eclipse's compiler. It reads sources and classes from real files only, so these are in a
 * folder that is gone afterwards.
 */
final class EclipseRun {
  /** The newest release that it knows. */
  static final int NEWEST = Integer.parseInt(CompilerOptions.getLatestVersion());

  private static final JavaCompiler COMPILER = new EclipseCompiler();

  /** Of javac, since Eclipse's walks through the whole JDK for every package. */
  private static final StandardJavaFileManager FILES =
      ToolProvider.getSystemJavaCompiler()
          .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /** Warnings about generated code that stay: each with its reason. */
  private static final List<String> ACCEPTED =
      List.of(
          // Generated code does not look which of the two kinds of deprecation it meets.
          "Unnecessary @SuppressWarnings(",
          // A check that is split in many methods begins each in the same way.
          "The value of the local variable here is not used");

  private final int release;
  private final List<String> options;
  private final List<Supplier<Processor>> processors;
  private final List<Outcome> earlier;
  private final OutputWatch watch;

  EclipseRun(
      int release,
      List<String> options,
      List<Supplier<Processor>> processors,
      List<Outcome> earlier,
      OutputWatch watch) {
    this.release = release;
    this.options = options;
    this.processors = processors;
    this.earlier = earlier;
    this.watch = watch;
  }

  Outcome run(String... sources) {
    try {
      Path folder = Files.createTempDirectory("fanwise-ecj");
      try {
        return run(folder, sources);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Path folder, String... sources) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<File> units = new ArrayList<>();
    for (String source : sources) {
      Path file = folder.resolve("sources").resolve(MemoryFile.source(source).getName());
      Files.createDirectories(file.getParent());
      units.add(Files.writeString(file, source, StandardCharsets.UTF_8).toFile());
    }
    Path generated = Files.createDirectories(folder.resolve("generated"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    FILES.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
    FILES.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(
            new StringWriter(),
            new Watched(),
            diagnostics,
            arguments(folder),
            null,
            FILES.getJavaFileObjectsFromFiles(units));
    task.setLocale(Locale.ROOT);
    task.setProcessors(processors.stream().map(Supplier::get).toList());
    boolean succeeded = task.call();
    Map<String, String> texts = new LinkedHashMap<>();
    filesIn(generated, ".java").forEach((name, bytes) -> texts.put(name, text(bytes)));
    Map<String, String> resources = new TreeMap<>();
    for (Path file : walk(classes)) {
      if (Files.isRegularFile(file) && !file.toString().endsWith(".class")) {
        String path = classes.relativize(file).toString().replace(File.separatorChar, '/');
        resources.put(path, text(Files.readAllBytes(file)));
      }
    }
    return new Outcome(
        succeeded,
        told(diagnostics.getDiagnostics()),
        texts,
        filesIn(classes, ".class"),
        resources,
        earlier);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * What counts: its own warnings do in generated code only, as what users write is theirs.
   *
   * @param all everything, while the files are still there
   */
  private static List<Diagnostic<? extends JavaFileObject>> told(
      List<Diagnostic<? extends JavaFileObject>> all) {
    return all.stream()
        .map(Told::of)
        .filter(EclipseRun::counts)
        .<Diagnostic<? extends JavaFileObject>>map(one -> one)
        .toList();
  }

  private static boolean counts(Told one) {
    return one.kind() == Diagnostic.Kind.ERROR
        || one.text().startsWith("[Fanwise")
        || isGenerated(one.source()) && ACCEPTED.stream().noneMatch(one.text()::startsWith);
  }

  private static boolean isGenerated(JavaFileObject source) {
    try {
      return source != null
          && Files.readString(Path.of(source.toUri())).contains("@FanwiseGenerated");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    // What javac alone understands.
    arguments.removeIf(option -> option.startsWith("-Xlint") || option.startsWith("-implicit"));
    arguments.remove("-Werror");
    arguments.addAll(List.of("--release", Integer.toString(release)));
    arguments.addAll(List.of("-classpath", classPath(folder)));
    if (processors.isEmpty()) {
      arguments.add("-proc:none");
    }
    return arguments;
  }

  /** The libraries, and the classes of earlier runs as files. */
  private String classPath(Path folder) throws IOException {
    StringBuilder path = new StringBuilder(Javac.libraries());
    for (Outcome run : earlier) {
      Path classes = folder.resolve("earlier" + path.length());
      for (Map.Entry<String, byte[]> one : run.classes().entrySet()) {
        Path file = classes.resolve(one.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, one.getValue());
      }
      path.append(File.pathSeparator).append(classes);
    }
    return path.toString();
  }

  /** The files in a folder by the name of their class. */
  private static Map<String, byte[]> filesIn(Path folder, String extension) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    for (Path file : walk(folder)) {
      String name = folder.relativize(file).toString();
      if (Files.isRegularFile(file) && name.endsWith(extension)) {
        String className = name.substring(0, name.length() - extension.length());
        found.put(className.replace(File.separatorChar, '.'), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : walk(folder)) {
      Files.delete(file);
    }
  }

  /** Everything in a folder and the folder itself, what is deepest first. */
  private static Collection<Path> walk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Tells of each file that is about to be written. */
  private final class Watched extends ForwardingJavaFileManager<JavaFileManager> {
    Watched() {
      super(FILES);
    }

    /** Leaves the file manager below open for the next run. */
    @Override
    public void close() {}

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      watch.onOutput(className.replace('/', '.'), kind);
      return super.getJavaFileForOutput(location, className, kind, sibling);
    }
  }
}
