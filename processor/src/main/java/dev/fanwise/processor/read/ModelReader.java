package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads model classes; with {@link FieldReader}, the only code that walks elements.
 *
 * <p>Fields are read from {@code getEnclosedElements}, which is in source order everywhere; the
 * order of {@code getElementsAnnotatedWith} differs between compilers.
 */
public final class ModelReader {
  /** What became of reading a class. */
  public sealed interface Result {}

  /** The class was read. */
  public record Read(ModelClass model) implements Result {}

  /** The class needs a type that is not there yet, which another processor may still write. */
  public record Incomplete(String missingType) implements Result {}

  /**
   * The class has an error that the compiler itself reports, unless another processor writes what
   * is missing.
   */
  public record Unreadable() implements Result {}

  private final Elements elements;
  private final FieldReader fields;

  public ModelReader(Elements elements) {
    this.elements = elements;
    this.fields = new FieldReader(elements);
  }

  /** The names of the annotations that make a field a weight. */
  public static List<String> annotations() {
    List<String> names = new ArrayList<>(FieldReader.OTHERS);
    names.addAll(Schemes.annotations());
    return names;
  }

  /** Whether a class declares fields with an annotation of ours. */
  public boolean hasWeights(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream().anyMatch(fields::isWeight);
  }

  /** Reads a class and its superclasses. */
  public Result read(TypeElement model) {
    List<TypeElement> superclasses = new ArrayList<>();
    for (TypeMirror above = model.getSuperclass(); above.getKind() != TypeKind.NONE; ) {
      if (above.getKind() == TypeKind.ERROR) {
        return incomplete(above.toString());
      }
      TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
      superclasses.add(0, superclass);
      above = superclass.getSuperclass();
    }
    Optional<String> missing = TypeRefs.missingIn(model);
    if (missing.isPresent()) {
      return incomplete(missing.get());
    }
    try {
      List<WeightField> weights = new ArrayList<>();
      for (TypeElement superclass : superclasses) {
        addWeights(superclass, weights);
      }
      addWeights(model, weights);
      String packageName = elements.getPackageOf(model).getQualifiedName().toString();
      return new Read(new ModelClass(model, packageName, enclosing(model), superclasses, weights));
    } catch (Mirrors.UnreadableValueException e) {
      return new Unreadable();
    }
  }

  /** A class that lacks a type, if the compiler has a name for it: javac may say {@code <any>}. */
  private static Result incomplete(String type) {
    String name = type.substring(0, (type + "<").indexOf('<'));
    return name.isEmpty() ? new Unreadable() : new Incomplete(name);
  }

  private void addWeights(TypeElement owner, List<WeightField> weights) {
    for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
      fields.read(owner, field).ifPresent(weights::add);
    }
  }

  private static List<TypeElement> enclosing(TypeElement model) {
    List<TypeElement> types = new ArrayList<>();
    for (Element element = model;
        element instanceof TypeElement type;
        element = element.getEnclosingElement()) {
      types.add(type);
    }
    Collections.reverse(types);
    return types;
  }
}
