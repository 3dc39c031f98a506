package dev.fanwise.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * An annotation of ours that a field has: there itself, or as part of one that a user composed.
 *
 * @param onField the annotation that stands on the field
 * @param own the annotation of ours: that same one, or the one that it is composed of
 * @param through the composed annotation types on the way, that of {@code onField} first; empty if
 *     our annotation stands on the field itself
 */
public record AnnotationUse(
    AnnotationMirror onField, AnnotationMirror own, List<TypeElement> through) {
  public AnnotationUse {
    through = List.copyOf(through);
  }

  /** Whether our annotation is part of a user's. */
  public boolean isComposed() {
    return !through.isEmpty();
  }

  /** The simple name of what stands on the field. */
  public String name() {
    return Mirrors.type(onField).getSimpleName().toString();
  }

  /** Our annotation as one writes it. */
  public String ownText() {
    return MirrorText.of(own);
  }

  /** The annotations on the way as one writes them, ours last. */
  public List<String> way() {
    return Stream.concat(
            through.stream().map(type -> "@" + type.getSimpleName()), Stream.of(ownText()))
        .toList();
  }

  /** What to say behind a message about our annotation where the user sees the composed one. */
  public String note() {
    return isComposed() ? " (This is in " + String.join(", that is ", way()) + ".)" : "";
  }

  /** The place of a member that the user wrote, or null; a composed one has no place on a field. */
  public AnnotationValue value(String member) {
    return member == null || isComposed() ? null : Mirrors.given(own, member);
  }

  /** Whether the user wrote a member. */
  public boolean isGiven(String member) {
    return Mirrors.given(own, member) != null;
  }
}
