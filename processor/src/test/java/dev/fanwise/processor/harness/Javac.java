package dev.fanwise.processor.harness;

import com.palantir.javapoet.JavaFile;
import dev.fanwise.Shape;
import dev.fanwise.card.ModelCard;
import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Runs of javac in this process, from sources in strings to classes in memory, with the processor
 * and with every warning an error.
 */
public final class Javac {
  /** The oldest release that generated code is for. */
  public static final int OLDEST = 11;

  private static final String HEADER = "package p; import dev.fanwise.*;\n";
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Annotations and runtime: all that a user's class path holds. */
  private static final List<File> LIBRARIES = List.of(home(Shape.class), home(Fill.class));

  private final List<String> options =
      new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-implicit:none"));
  private final List<Supplier<Processor>> processors = new ArrayList<>();
  private final List<Outcome> earlier = new ArrayList<>();
  private int release = OLDEST;
  private boolean isOption;
  private final List<File> libraries = new ArrayList<>(LIBRARIES);
  private Path folder;
  private OutputWatch watch = (className, kind) -> {};
  private boolean byEclipse = Boolean.getBoolean("fanwise.ecj");
  private boolean isCompared;

  private Javac() {}

  /** A run with the processor. */
  public static Javac javac() {
    Javac javac = plainJavac().with(FanwiseProcessor::new);
    javac.isCompared = true;
    return javac;
  }

  /** A run without any processor. */
  public static Javac plainJavac() {
    return new Javac();
  }

  /** Compiles with the processor and expects neither error nor warning. */
  public static Outcome compile(String... sources) {
    return javac().run(sources).requireSuccess();
  }

  /** The releases that this JDK can compile for and that users may have. */
  public static List<Integer> releases() {
    int newest = Runtime.version().feature();
    if (Boolean.getBoolean("fanwise.ecj")) {
      newest = Math.min(newest, EclipseRun.NEWEST);
    }
    int last = newest;
    return Stream.of(11, 17, 21, 23, 25).filter(release -> release <= last).toList();
  }

  /** Annotations and runtime as a path. */
  public static String libraries() {
    return path(LIBRARIES);
  }

  private static String path(List<File> files) {
    return files.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
  }

  /** Everything that the processor needs, as a path. */
  public static String processorPath() {
    return Stream.of(FanwiseProcessor.class, JavaFile.class, ModelCard.class)
        .map(type -> home(type).getPath() + File.pathSeparator)
        .collect(Collectors.joining("", "", libraries()));
  }

  public Javac release(int release) {
    this.release = release;
    return this;
  }

  /** Has the release as {@code --release}, which takes as long as the rest of a small run. */
  public Javac asOption() {
    isOption = true;
    return this;
  }

  public Javac options(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Adds a processor, which javac asks after those before it. */
  public Javac with(Supplier<Processor> processor) {
    processors.add(processor);
    return this;
  }

  /**
   * Adds Lombok's processor and its annotations: before those that are added later. Eclipse's
   * compiler has Lombok as an agent and not as a processor, so it is javac that runs.
   */
  public Javac withLombok() {
    libraries.add(home(lombok.Value.class));
    return byJavac().with(Javac::lombok);
  }

  /** Adds the checkpoints to the class path; it is javac that runs. */
  public Javac withCheckpoints() {
    libraries.add(home(Checkpoint.class));
    return byJavac();
  }

  private static Processor lombok() {
    try {
      Class<?> type = Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor");
      return (Processor) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Has the sources lie in a folder, for a processor that looks for files beside them. */
  public Javac in(Path folder) {
    this.folder = folder;
    return this;
  }

  /** Puts the classes of an earlier run on the class path. */
  public Javac on(Outcome run) {
    earlier.add(run);
    return this;
  }

  /** Lets someone look at files before they are written, or refuse them. */
  public Javac watchedBy(OutputWatch watch) {
    isCompared = false; // It would see everything twice.
    this.watch = watch;
    return this;
  }

  /** Has Eclipse's compiler run instead. */
  public Javac byEclipse() {
    byEclipse = true;
    return this;
  }

  /**
   * Has javac run in any case. With {@code -Dfanwise.ecj=true} all others are runs of Eclipse's
   * compiler, whose generated sources must be javac's.
   */
  public Javac byJavac() {
    byEclipse = false;
    return this;
  }

  /** A source in package {@code p} with the annotations imported, if it begins with a type. */
  public static String withHeader(String source) {
    return source.matches("(?s)(package|import|module|open) .*") ? source : HEADER + source;
  }

  /**
   * Compiles sources, each of which declares a top-level type or a module; those that begin with a
   * type are in package {@code p}.
   */
  public Outcome run(String... sources) {
    String[] whole = Arrays.stream(sources).map(Javac::withHeader).toArray(String[]::new);
    if (!byEclipse) {
      return runJavac(whole);
    }
    Outcome outcome = new EclipseRun(release, options, processors, earlier, watch).run(whole);
    if (isCompared && processors.size() == 1) {
      Map<String, String> byJavac = sourcesByJavac(whole);
      String difference = Sources.difference("by javac", byJavac, "by Eclipse", outcome.sources());
      if (!difference.isEmpty()) {
        throw new AssertionError(
            "the compilers' sources differ:\n" + difference + outcome.diagnostics());
      }
    }
    return outcome;
  }

  /** What javac has the processor write; that it compiles is known from runs of javac. */
  private Map<String, String> sourcesByJavac(String... sources) {
    options.add("-proc:only");
    try {
      return runJavac(sources).sources();
    } finally {
      options.remove("-proc:only");
    }
  }

  private Outcome runJavac(String... sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter other = new StringWriter();
    MemoryFiles memory = new MemoryFiles(files(), watch, earlier);
    JavaCompiler.CompilationTask task = task(other, memory, diagnostics, sources);
    boolean succeeded = task.call();
    if (!other.toString().isEmpty()) {
      throw new AssertionError("javac, outside its diagnostics: " + other);
    }
    return new Outcome(
        succeeded,
        diagnostics.getDiagnostics(),
        memory.sources(),
        memory.classes(),
        memory.resources(),
        earlier);
  }

  private JavaFileManager files() {
    return isOption ? Platform.ofThisJdk() : Platform.of(release);
  }

  private JavaCompiler.CompilationTask task(
      Writer out,
      MemoryFiles memory,
      DiagnosticListener<JavaFileObject> diagnostics,
      String... sources) {
    List<String> arguments = new ArrayList<>(options);
    String number = Integer.toString(release);
    arguments.addAll(
        isOption ? List.of("--release", number) : List.of("--source", number, "--target", number));
    if (!options.contains("--module-path")) {
      arguments.addAll(List.of("--class-path", path(libraries)));
    }
    if (processors.isEmpty()) {
      arguments.add("-proc:none");
    }
    List<MemoryFile> units =
        Arrays.stream(sources)
            .map(MemoryFile::source)
            .map(file -> folder == null ? file : file.in(folder))
            .toList();
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(out, memory, diagnostics, arguments, null, units);
    task.setLocale(Locale.ROOT);
    task.setProcessors(processors.stream().map(Supplier::get).toList());
    return task;
  }

  /**
   * What javac prints of a run; its warnings are no errors, and there is no lint, and no header is
   * added.
   */
  public String print(String... sources) {
    options.removeAll(List.of("-Xlint:all,-processing", "-Werror"));
    StringWriter printed = new StringWriter();
    task(printed, new MemoryFiles(files(), watch, earlier), null, sources).call();
    return printed.toString();
  }

  /** The name of the file that a source is compiled as. */
  public static String fileName(String source) {
    String path = MemoryFile.source(source).toUri().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String className(String source) {
    return MemoryFile.source(source).binaryName();
  }

  private static File home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
