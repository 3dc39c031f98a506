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
  private record Entry(Site site, String message) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a problem. */
  public void add(Site site, Problem problem, Object... details) {
    entries.add(new Entry(site, problem.message(details)));
  }

  /** Whether there is nothing wrong. */
  public boolean isClean() {
    return entries.isEmpty();
  }

  /**
   * Prints every problem as an error.
   *
   * @param printed what was printed in this compilation: a weight that several models inherit is
   *     reported once
   */
  public void print(Messager messager, Set<Object> printed) {
    for (Entry entry : entries) {
      if (printed.add(entry)) {
        Site site = entry.site();
        messager.printMessage(
            Diagnostic.Kind.ERROR,
            entry.message(),
            site.element(),
            site.annotation(),
            site.value());
      }
    }
  }
}
