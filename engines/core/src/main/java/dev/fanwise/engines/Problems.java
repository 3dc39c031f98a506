package dev.fanwise.engines;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong, for one message. */
public final class Problems {
  private final String subject;
  private final List<String> problems = new ArrayList<>();

  /**
   * Starts with none.
   *
   * @param subject what does not fit, such as {@code the block does not fit the rules}
   */
  public Problems(String subject) {
    this.subject = subject;
  }

  /** Adds one. */
  public void add(String problem) {
    problems.add(problem);
  }

  /**
   * Ends the search.
   *
   * @throws IllegalArgumentException if there are any
   */
  public void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    if (problems.size() == 1) {
      throw new IllegalArgumentException(subject + ": " + problems.get(0));
    }
    StringBuilder text = new StringBuilder(subject);
    text.append(", ").append(problems.size()).append(" times:");
    for (String problem : problems) {
      text.append("\n  ").append(problem);
    }
    throw new IllegalArgumentException(text.toString());
  }
}
