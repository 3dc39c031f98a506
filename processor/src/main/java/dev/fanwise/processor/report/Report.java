package dev.fanwise.processor.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found wrong with one model: gathered first, then printed by a {@link Printer}, so that a
 * user sees every problem in one compilation.
 */
public final class Report {
  record Entry(Site site, Problem.Severity severity, String message) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a problem. */
  public void add(Site site, Problem problem, Object... details) {
    addNoted("", site, problem, details);
  }

  /**
   * Adds a problem that is not in the source where it is shown.
   *
   * @param note where it is instead, to stand behind the message; empty if it is there
   */
  public void addNoted(String note, Site site, Problem problem, Object... details) {
    if (problem.severity() == Problem.Severity.ERROR || !Suppressed.at(site, problem)) {
      entries.add(new Entry(site, problem.severity(), problem.message(details) + note));
    }
  }

  /** Whether there is no error; warnings are not counted. */
  public boolean isClean() {
    return entries.stream().noneMatch(entry -> entry.severity() == Problem.Severity.ERROR);
  }

  List<Entry> entries() {
    return entries;
  }
}
