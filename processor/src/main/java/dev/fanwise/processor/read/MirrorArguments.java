package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Arguments;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.util.Elements;

/** The members of an annotation that the compiler has read. */
record MirrorArguments(Elements elements, AnnotationMirror annotation) implements Arguments {
  @Override
  public double number(String member) {
    return Mirrors.number(Mirrors.value(elements, annotation, member), member).doubleValue();
  }

  @Override
  public int integer(String member) {
    return Mirrors.number(Mirrors.value(elements, annotation, member), member).intValue();
  }

  @Override
  public List<Integer> integers(String member) {
    return Mirrors.entries(Mirrors.value(elements, annotation, member), member).stream()
        .map(entry -> Mirrors.number(entry, member).intValue())
        .toList();
  }

  @Override
  public boolean flag(String member) {
    return Mirrors.flag(Mirrors.value(elements, annotation, member), member);
  }

  @Override
  public String text(String member) {
    return Mirrors.text(Mirrors.value(elements, annotation, member), member);
  }

  @Override
  public <E extends Enum<E>> E constant(String member, Class<E> type) {
    return Mirrors.constant(Mirrors.value(elements, annotation, member), member, type);
  }

  @Override
  public boolean isGiven(String member) {
    return Mirrors.given(annotation, member) != null;
  }
}
