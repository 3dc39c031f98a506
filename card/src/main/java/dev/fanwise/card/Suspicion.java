package dev.fanwise.card;

import java.util.List;
import java.util.Objects;

/** Something in a model that is legal but may be a mistake. */
public final class Suspicion {
  private final String id;
  private final List<String> parameters;
  private final String text;
  private final String advice;

  Suspicion(String id, List<String> parameters, String text, String advice) {
    this.id = id;
    this.parameters = List.copyOf(parameters);
    this.text = text;
    this.advice = advice;
  }

  /** What it is, for programs: {@code gain}, {@code non-finite}; docs/report.md has all. */
  public String id() {
    return id;
  }

  /**
   * The path of the parameter that it is about, {@code blocks.7.mlp.up}; of several the first; an
   * empty text if it is about none.
   */
  public String parameter() {
    return parameters.isEmpty() ? "" : parameters.get(0);
  }

  /** The paths of all parameters that it is about. */
  public List<String> parameters() {
    return parameters;
  }

  /** What it is, in a sentence that begins with the parameter. */
  public String text() {
    return text;
  }

  /** What speaks for it, and what to do. */
  public String advice() {
    return advice;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Suspicion that
        && id.equals(that.id)
        && parameters.equals(that.parameters)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, parameters, text);
  }

  @Override
  public String toString() {
    return text;
  }
}
