package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.Dimension;
import javax.lang.model.element.AnnotationValue;

/**
 * A number as it was written: an entry of {@code value} or {@code dims} of a {@code @Shape}, its
 * {@code groupsOf}, or the {@code layersOf} of a {@code @ResidualScaled}.
 *
 * @param member the member that it is of
 * @param entry the entry as it was written
 * @param dimension what it stands for; what it says, to be shown, if it stands for nothing
 * @param fault why it stands for nothing, or null
 */
public record DimensionUse(String member, AnnotationValue entry, Dimension dimension, Fault fault) {
  /** Why a text is no number. */
  public enum Fault {
    /** It is neither a number nor the name of a field or method. */
    UNKNOWN,
    /** It is a number that no int can hold. */
    TOO_LARGE,
    /** It is the name of a private field or method. */
    PRIVATE,
    /** It is the name of a field or method that generated code cannot reach. */
    UNREACHABLE,
    /** It is the name of a field or method of another kind than an int without parameters. */
    KIND
  }
}
