package dev.fanwise.inspect;

import dev.fanwise.Shape;
import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs the processor over compiled models: their annotations are in the class files, so it sees
 * what it saw when they were compiled, and makes the same class and the same card.
 */
final class Compiler {
  private final Target target;
  private final Scan scan;
  private final List<Path> classPath;
  private final long seed;

  Compiler(Target target, Scan scan, List<Path> classPath, long seed) {
    this.target = target;
    this.scan = scan;
    this.classPath = classPath;
    this.seed = seed;
  }

  /** The cards of models. */
  List<Card> cards(List<String> models, Progress progress) throws IOException {
    if (models.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler =
        ofThisJdk("Run this with a JDK, or compile the models with -Afanwise.report=true.");
    if (scan.release() > Runtime.version().feature()) {
      throw new Refusal(
          Exit.NO_COMPILER,
          "The classes need Java "
              + scan.release()
              + ", and this is Java "
              + Runtime.version().feature()
              + ". Run this with a JDK of that release or a newer one.");
    }
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      CardFiles written = new CardFiles(files, progress::step);
      StringWriter other = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(other, written, messages, options(), models, null);
      task.setLocale(Locale.ROOT);
      task.setProcessors(List.of(new FanwiseProcessor()));
      progress.begin("drawing models", models.size());
      boolean succeeded = task.call();
      progress.end();
      return cards(models, written, succeeded, messages, other.toString());
    }
  }

  /**
   * The compiler of the JDK that runs this.
   *
   * @param help what to do if there is none
   */
  static JavaCompiler ofThisJdk(String help) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new Refusal(
          Exit.NO_COMPILER,
          "There is no compiler in "
              + System.getProperty("java.home")
              + ", which is a JRE. "
              + help);
    }
    return compiler;
  }

  /** Where annotations and runtime are. */
  static String ownPath() {
    return home(Shape.class) + File.pathSeparator + home(Fill.class);
  }

  private List<String> options() {
    List<String> path = new ArrayList<>();
    path.add(target.path().toString());
    classPath.forEach(entry -> path.add(entry.toString()));
    path.add(ownPath());
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-proc:only", "-implicit:none", "-nowarn", "-Xmaxerrs", "1000"));
    options.addAll(List.of("--class-path", String.join(File.pathSeparator, path)));
    options.addAll(List.of("-Afanwise.report=true", "-Afanwise.report.seed=" + seed));
    scan.suffix().ifPresent(suffix -> options.add("-Afanwise.suffix=" + suffix));
    return options;
  }

  /** Where annotations or runtime are: in the one jar, or each in its own. */
  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Card> cards(
      List<String> models,
      CardFiles written,
      boolean succeeded,
      DiagnosticCollector<JavaFileObject> messages,
      String other) {
    List<Card> cards = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String model : models) {
      String file = "META-INF/fanwise/" + model;
      String json = written.text(file + ".json");
      if (json == null) {
        missing.add(model);
      } else {
        cards.add(Card.of(model, json, written.text(file + ".html")));
      }
    }
    if (!succeeded || !missing.isEmpty()) {
      String errors =
          messages.getDiagnostics().stream()
              .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
              .map(message -> "\n  " + message.getMessage(Locale.ROOT).replace("\n", "\n  "))
              .distinct()
              .collect(Collectors.joining());
      throw new Refusal(
          Exit.NO_MODEL,
          "The processor does not accept "
              + (missing.isEmpty() ? "the models" : String.join(", ", missing))
              + ":"
              + errors
              + (other.isBlank() ? "" : "\n  " + other.strip())
              + "\nIf classes that they use are elsewhere, name them with --class-path.");
    }
    return cards;
  }
}
