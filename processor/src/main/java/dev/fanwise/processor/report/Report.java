package dev.fanwise.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * What was found wrong with one model: gathered first, printed once, so that a user sees every
 * problem in one compilation.
 */
public final class Report {
  private record Entry(Site site, Problem.Severity severity, String message) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a problem. */
  public void add(Site site, Problem problem, Object... details) {
    entries.add(new Entry(site, problem.severity(), problem.message(details)));
  }

  /** Whether there is no error; warnings are not counted. */
  public boolean isClean() {
    return entries.stream().noneMatch(entry -> entry.severity() == Problem.Severity.ERROR);
  }

  /**
   * Prints every problem.
   *
   * @param printed what was printed in this compilation: a weight that several models inherit is
   *     reported once
   */
  public void print(Messager messager, Set<Object> printed) {
    for (Entry entry : entries) {
      if (printed.add(entry)) {
        Site site = entry.site();
        messager.printMessage(
            entry.severity() == Problem.Severity.ERROR
                ? Diagnostic.Kind.ERROR
                : Diagnostic.Kind.WARNING,
            entry.message(),
            site.element(),
            site.annotation(),
            site.value());
      }
    }
  }
}
