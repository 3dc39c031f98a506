package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Quoted;
import java.util.List;
import java.util.StringJoiner;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** An annotation as one writes it, with numbers and lists as messages have them. */
final class MirrorText {
  private MirrorText() {}

  /** For example {@code @KaimingInit(mode = FAN_OUT)}: the members that are given. */
  static String of(AnnotationMirror annotation) {
    StringJoiner members = new StringJoiner(", ", "(", ")");
    members.setEmptyValue("");
    var given = annotation.getElementValues();
    given.forEach(
        (member, value) -> {
          String name = member.getSimpleName().toString();
          boolean alone = given.size() == 1 && name.equals("value");
          members.add((alone ? "" : name + " = ") + text(value));
        });
    return "@" + Mirrors.type(annotation).getSimpleName() + members;
  }

  private static String text(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(entry -> text((AnnotationValue) entry)).toList().toString();
    }
    if (value instanceof String text) {
      return Quoted.of(text);
    }
    boolean isFraction = value instanceof Double || value instanceof Float;
    return isFraction ? Numbers.text(((Number) value).doubleValue()) : value.toString();
  }
}
