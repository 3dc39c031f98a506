package dev.fanwise.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The fields of classes in the order that the numbers of PyTorch's and JAX's streams go by. */
public final class Fields {
  private Fields() {}

  /**
   * The fields that a class declares, in the order of its source; those of a record in the order of
   * its components, since Eclipse's compiler, from 3.42 on, has them in another.
   */
  public static List<VariableElement> of(TypeElement type) {
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    if (type.getKind() != ElementKind.RECORD) {
      return fields;
    }
    List<VariableElement> ordered = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      for (VariableElement field : fields) {
        if (field.getSimpleName().contentEquals(component.getSimpleName())) {
          ordered.add(field);
        }
      }
    }
    for (VariableElement field : fields) {
      if (!ordered.contains(field)) {
        ordered.add(field); // a static one
      }
    }
    return ordered;
  }
}
