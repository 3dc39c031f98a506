package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Reads fields with {@code @Submodule}. */
final class SubmoduleReader {
  static final String SUBMODULE = "dev.fanwise.Submodule";

  /** As many as an array can have dimensions. A list that is a list of itself has no end. */
  private static final int MOST_CONTAINERS = 255;

  private final Types types;
  private final Modules modules;

  SubmoduleReader(Types types, Modules modules) {
    this.types = types;
    this.modules = modules;
  }

  /**
   * Reads a field.
   *
   * @param others further annotations of ours
   */
  SubmoduleField read(
      TypeElement owner,
      VariableElement field,
      AnnotationMirror annotation,
      List<AnnotationMirror> others) {
    List<Container> containers = new ArrayList<>();
    TypeElement module = moduleIn(field.asType(), containers);
    return new SubmoduleField(
        field,
        owner,
        annotation,
        containers,
        module,
        module == null ? null : modules.initializerOf(module),
        isUnchecked(field.asType(), module),
        module == null ? Optional.empty() : Engines.of(module),
        StreamNames.of(field),
        others);
  }

  /** The class of the models in a type, or null; adds what is around them. */
  private TypeElement moduleIn(TypeMirror type, List<Container> containers) {
    if (containers.size() > MOST_CONTAINERS) {
      return null;
    }
    switch (type.getKind()) {
      case ERROR -> throw new Mirrors.MissingTypeException(type.toString());
      case ARRAY -> {
        containers.add(Container.ARRAY);
        return moduleIn(((ArrayType) type).getComponentType(), containers);
      }
      case TYPEVAR -> {
        return moduleIn(firstBound((TypeVariable) type), containers);
      }
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        // javac takes no elements of a captured "? extends Block[]".
        return bound == null || bound.getKind() == TypeKind.ARRAY
            ? null
            : moduleIn(bound, containers);
      }
      case INTERSECTION -> {
        return moduleIn(((IntersectionType) type).getBounds().get(0), containers);
      }
      case DECLARED -> {
        return moduleIn((DeclaredType) type, containers);
      }
      default -> {
        return null;
      }
    }
  }

  private TypeElement moduleIn(DeclaredType type, List<Container> containers) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<TypeElement> model = modules.nearestModel(element);
    if (model.isPresent()) {
      return model.get();
    }
    Optional<DeclaredType> list = above(type, "java.util.List");
    if (list.isPresent()) {
      containers.add(Container.LIST);
      return argument(list.get(), 0).map(one -> moduleIn(one, containers)).orElse(null);
    }
    Optional<DeclaredType> map = above(type, "java.util.Map");
    if (map.isPresent()) {
      containers.add(Container.MAP);
      boolean byString = argument(map.get(), 0).map(this::isString).orElse(false);
      return byString
          ? argument(map.get(), 1).map(one -> moduleIn(one, containers)).orElse(null)
          : null;
    }
    // A Set or an Optional of models: nothing to be annotated there.
    return type.getTypeArguments().stream().anyMatch(this::namesModel) ? null : element;
  }

  private boolean namesModel(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && namesModel(wildcard.getExtendsBound());
    }
    if (type instanceof ArrayType array) {
      return namesModel(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && (modules.nearestModel((TypeElement) declared.asElement()).isPresent()
            || declared.getTypeArguments().stream().anyMatch(this::namesModel));
  }

  private boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared && isNamed(declared, "java.lang.String");
  }

  private static Optional<TypeMirror> argument(DeclaredType type, int index) {
    return type.getTypeArguments().size() > index
        ? Optional.of(type.getTypeArguments().get(index))
        : Optional.empty();
  }

  /**
   * The bound that generated code sees. Of several, Eclipse's compiler makes an upper bound that is
   * the variable itself.
   */
  private static TypeMirror firstBound(TypeVariable variable) {
    return ((TypeParameterElement) variable.asElement()).getBounds().get(0);
  }

  /**
   * Whether the models in a type are raw, or of a class below a raw one: an initialiser with type
   * variables takes them with a warning.
   */
  private boolean isUnchecked(TypeMirror type, TypeElement module) {
    if (type instanceof ArrayType array) {
      return isUnchecked(array.getComponentType(), module);
    }
    if (type instanceof TypeVariable variable) {
      return isUnchecked(firstBound(variable), module);
    }
    if (type instanceof IntersectionType intersection) {
      return isUnchecked(intersection.getBounds().get(0), module);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && isUnchecked(wildcard.getExtendsBound(), module);
    }
    if (module == null || !(type instanceof DeclaredType declared)) {
      return false;
    }
    if (modules.nearestModel((TypeElement) declared.asElement()).isPresent()) {
      DeclaredType model = above(declared, module.getQualifiedName().toString()).orElseThrow();
      return isRaw(model);
    }
    Optional<DeclaredType> list = above(declared, "java.util.List");
    return list.isPresent()
        ? isUnchecked(list.get().getTypeArguments().get(0), module)
        : above(declared, "java.util.Map")
            .map(map -> isUnchecked(map.getTypeArguments().get(1), module))
            .orElse(false);
  }

  private static boolean isRaw(DeclaredType type) {
    boolean isGeneric = !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
    return isGeneric && type.getTypeArguments().isEmpty()
        || type.getEnclosingType() instanceof DeclaredType outer && isRaw(outer);
  }

  /** A type itself, or the one above it that is of the given class. */
  private Optional<DeclaredType> above(DeclaredType type, String name) {
    if (isNamed(type, name)) {
      return Optional.of(type);
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype.getKind() == TypeKind.ERROR) {
        throw new Mirrors.MissingTypeException(supertype.toString());
      }
      if (supertype.getKind() == TypeKind.DECLARED) {
        Optional<DeclaredType> found = above((DeclaredType) supertype, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(DeclaredType type, String name) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(name);
  }
}
