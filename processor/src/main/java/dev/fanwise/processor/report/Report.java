package dev.fanwise.processor.report;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * What was found wrong with one model: gathered first, then printed by a {@link Printer}, so that a
 * user sees every problem in one compilation.
 */
public final class Report {
  record Entry(Site site, Problem problem, String message) {
    Severity severity() {
      return problem.severity();
    }
  }

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
    if (problem.severity() == Severity.ERROR || !Suppressed.at(site, problem)) {
      entries.add(new Entry(site, problem, problem.message(details) + note));
    }
  }

  /** Adds all that another has. */
  public void addAll(Report other) {
    entries.addAll(other.entries);
  }

  /**
   * A warning, for other readers than the compiler's.
   *
   * @param element what it is about
   */
  public record Warning(Element element, Problem problem, String message) {}

  /** The warnings, in their order. */
  public List<Warning> warnings() {
    return entries.stream()
        .filter(entry -> entry.severity() == Severity.WARNING)
        .map(entry -> new Warning(entry.site().element(), entry.problem(), entry.message()))
        .toList();
  }

  /** Whether there is no error; warnings are not counted. */
  public boolean isClean() {
    return entries.stream().noneMatch(entry -> entry.severity() == Severity.ERROR);
  }

  List<Entry> entries() {
    return entries;
  }
}
