package dev.fanwise.processor;

import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Fanwise's annotation processor, as compilers load it: writes an initialiser for every class with
 * weight fields.
 *
 * <p>A processor path that lacks one of the libraries is a mistake like any other, and gets a
 * message. So this class needs none of them, and makes the one that does the work only when all are
 * there.
 */
public final class FanwiseProcessor implements Processor {
  /** The libraries, and a class of each. */
  private static final Map<String, String> LIBRARIES =
      new TreeMap<>(
          Map.of(
              "fanwise-annotations", "dev.fanwise.Shape",
              "fanwise-runtime", "dev.fanwise.runtime.Fans"));

  private final List<String> missing = new ArrayList<>();

  /** What does the work; null if a library is missing. */
  private final Processor working;

  /** For compilers, which look for this constructor. */
  public FanwiseProcessor() {
    LIBRARIES.forEach(
        (library, type) -> {
          if (!isThere(type)) {
            missing.add(library);
          }
        });
    working = missing.isEmpty() ? new ModelProcessor() : null;
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, FanwiseProcessor.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return false;
    }
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    if (working != null) {
      working.init(environment);
    } else {
      Report report = new Report();
      report.add(Site.NOWHERE, Problem.LIBRARY_MISSING, String.join(" and ", missing));
      new Printer(environment.getMessager()).print(report, null);
    }
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return working == null ? Set.of() : working.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    // In the order of the documentation; Set.copyOf has another in every JVM.
    return new LinkedHashSet<>(Options.NAMES);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return working != null && working.process(annotations, round);
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
    return List.of();
  }
}
