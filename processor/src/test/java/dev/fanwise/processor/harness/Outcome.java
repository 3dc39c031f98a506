package dev.fanwise.processor.harness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of a run of javac.
 *
 * @param sources the generated sources by the name of their class, in the order they were written
 * @param classes the class files by the name of their class
 * @param resources the other files beside the classes, by their path
 * @param earlier the runs that were on the class path
 */
public record Outcome(
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    Map<String, String> sources,
    Map<String, byte[]> classes,
    Map<String, String> resources,
    List<Outcome> earlier) {

  /** An error as javac prints it. */
  public record Error(String file, long line, long column, String text) {}

  /** This, if there was neither an error nor a warning. */
  public Outcome requireSuccess() {
    if (!succeeded || !diagnostics.isEmpty()) {
      throw new AssertionError(
          "javac does not succeed in silence:\n" + printed() + "\n" + sources.values());
    }
    return this;
  }

  /** The source of a generated class. */
  public String source(String className) {
    String source = sources.get(className);
    if (source == null) {
      throw new AssertionError(className + " is not among " + sources.keySet() + "\n" + printed());
    }
    return source;
  }

  /** The errors, in the order that javac gives them. */
  public List<Error> errors() {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Outcome::error)
        .toList();
  }

  /** The errors of the processor. */
  public List<Error> ownErrors() {
    return errors().stream().filter(error -> error.text().startsWith("[Fanwise:")).toList();
  }

  private static Error error(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String path = source == null ? "" : source.getName();
    return new Error(
        path.substring(path.lastIndexOf('/') + 1),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getMessage(Locale.ROOT));
  }

  private String printed() {
    return diagnostics.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  /** Loads the classes, those of earlier runs too. */
  public ClassLoader load() {
    return new MemoryClassLoader(this);
  }
}
