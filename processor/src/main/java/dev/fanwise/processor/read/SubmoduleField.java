package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.Container;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A field with {@code @Submodule}.
 *
 * @param element the field
 * @param owner the class that declares it: the model, or a superclass of it
 * @param annotation its {@code @Submodule}
 * @param containers the arrays, lists and maps around the submodules, outermost first
 * @param module the class of the submodules, or null if there can be none in such a field
 * @param initializerName the simple name of that class's initialiser, or null likewise
 * @param isErased whether the model is below a raw use of the owner, where the field has lost its
 *     type arguments
 * @param engine the random stream that their class chooses, if it does
 * @param streamName the name that its seed comes from
 * @param others further annotations of ours, which do not belong there
 */
public record SubmoduleField(
    VariableElement element,
    TypeElement owner,
    AnnotationMirror annotation,
    List<Container> containers,
    TypeElement module,
    String initializerName,
    boolean isErased,
    Optional<RandomEngine> engine,
    String streamName,
    List<AnnotationMirror> others)
    implements ModelField {
  public SubmoduleField {
    containers = List.copyOf(containers);
    others = List.copyOf(others);
  }
}
