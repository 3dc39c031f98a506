package dev.fanwise.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A field with an annotation of ours, as it was written: not yet checked.
 *
 * @param element the field
 * @param owner the class that declares it: the model, or a superclass of it
 * @param type its type
 * @param shape its {@code @Shape}, if it has one
 * @param schemes its scheme annotations, in the order they stand
 * @param scaling its {@code @ResidualScaled}, if it has one
 * @param precision its {@code @Precision}, if it has one
 */
public record WeightField(
    VariableElement element,
    TypeElement owner,
    WeightType type,
    Optional<ShapeUse> shape,
    List<SchemeUse> schemes,
    Optional<ScalingUse> scaling,
    Optional<AnnotationMirror> precision)
    implements ModelField {
  public WeightField {
    schemes = List.copyOf(schemes);
  }
}
