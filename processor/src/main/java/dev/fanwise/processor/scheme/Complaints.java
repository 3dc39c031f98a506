package dev.fanwise.processor.scheme;

import dev.fanwise.processor.report.Problem;

/** Where a scheme says what is wrong with it. */
public interface Complaints {
  /** The name of the weight field, for texts. */
  String field();

  /** Whether the user wrote a member. */
  boolean isGiven(String member);

  /**
   * Adds a problem.
   *
   * @param member the annotation member at fault, or null for the annotation as a whole
   */
  void add(String member, Problem problem, Object... details);
}
