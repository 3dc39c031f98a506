package dev.fanwise.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param scalings its {@code @ResidualScaled}, of which there should be one at most
 * @param precision its {@code @Precision}, if it has one
 * @param unitVariance its {@code @UnitVariance}, if it has one
 * @param lazy its {@code @Lazy}, if it has one
 * @param streamName the name that its bits come from
 * @param cycles its composed annotations that are composed of themselves
 */
public record WeightField(
    VariableElement element,
    TypeElement owner,
    WeightType type,
    Optional<ShapeUse> shape,
    List<SchemeUse> schemes,
    List<ScalingUse> scalings,
    Optional<AnnotationMirror> precision,
    Optional<AnnotationMirror> unitVariance,
    Optional<AnnotationMirror> lazy,
    String streamName,
    List<Compositions.Cycle> cycles)
    implements ModelField {
  public WeightField {
    schemes = List.copyOf(schemes);
    scalings = List.copyOf(scalings);
    cycles = List.copyOf(cycles);
  }

  /** Its {@code @ResidualScaled}, if it has one. */
  public Optional<ScalingUse> scaling() {
    return scalings.stream().findFirst();
  }

  /** The numbers that its annotations name or have in a shape. */
  public Stream<DimensionUse> numbers() {
    return Stream.concat(
        shape.stream()
            .flatMap(one -> Stream.concat(one.entries().stream(), one.groupsOf().stream())),
        scalings.stream().flatMap(one -> one.layersOf().stream()));
  }

  /** Whether it is declared as one that may be null. */
  public boolean isNullable() {
    return Mirrors.isNullable(element);
  }

  /** Whether its array is not made for it. */
  public boolean isLazy() {
    return lazy.isPresent();
  }

  /**
   * Whether it has neither a shape nor a scheme, only annotations that mean nothing without them.
   */
  public boolean isUndrawn() {
    return shape.isEmpty() && schemes.isEmpty() && scalings.isEmpty() && cycles.isEmpty();
  }
}
