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
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Reads fields with {@code @Submodule}. */
final class SubmoduleReader {
  static final String SUBMODULE = "dev.fanwise.Submodule";

  private static final String LIST = "java.util.List";
  private static final String MAP = "java.util.Map";
  private static final String STRING = "java.lang.String";

  /** As many as an array can have dimensions. A list that is a list of itself has no end. */
  private static final int MOST_CONTAINERS = 255;

  private final Types types;
  private final Modules modules;
  private final ClassLine.Lines lines;

  SubmoduleReader(Types types, Modules modules, ClassLine.Lines lines) {
    this.types = types;
    this.modules = modules;
    this.lines = lines;
  }

  /**
   * Reads a field.
   *
   * @param model the class that is read
   * @param owner the class that declares the field: the model, or one above it
   * @param others further annotations of ours
   */
  SubmoduleField read(
      TypeElement model,
      TypeElement owner,
      VariableElement field,
      AnnotationMirror annotation,
      List<AnnotationMirror> others) {
    List<Container> containers = new ArrayList<>();
    TypeElement module = moduleIn(field.asType(), false, containers);
    return new SubmoduleField(
        field,
        owner,
        annotation,
        containers,
        module,
        module == null ? null : modules.initializerOf(module),
        !containers.isEmpty() && isErasedIn(model, owner),
        module == null ? Optional.empty() : Engines.of(lines.of(module)),
        StreamNames.of(field),
        others);
  }

  /** Whether a class is below a raw use of the owner of a field, or of one between them. */
  private boolean isErasedIn(TypeElement model, TypeElement owner) {
    DeclaredType type = (DeclaredType) model.asType();
    return above(type, owner.getQualifiedName().toString())
        .map(SubmoduleReader::isRaw)
        .orElse(false);
  }

  private static boolean isRaw(DeclaredType type) {
    boolean isGeneric = !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
    return isGeneric && type.getTypeArguments().isEmpty()
        || type.getEnclosingType() instanceof DeclaredType outer && isRaw(outer);
  }

  /**
   * The class of the models in a type, or null; adds what is around them.
   *
   * @param isBound whether it is a bound that compilers do not see through
   */
  private TypeElement moduleIn(TypeMirror type, boolean isBound, List<Container> containers) {
    if (containers.size() > MOST_CONTAINERS) {
      return null;
    }
    switch (type.getKind()) {
      case ERROR -> throw new Mirrors.MissingTypeException(type.toString());
      case ARRAY -> {
        containers.add(new Container(Container.Kind.ARRAY, isBound));
        return moduleIn(((ArrayType) type).getComponentType(), false, containers);
      }
      case TYPEVAR -> {
        return moduleIn(boundOf((TypeVariable) type), true, containers);
      }
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        // Only of arrays do compilers not take what is known by such a bound.
        return bound == null
            ? null
            : moduleIn(bound, bound.getKind() == TypeKind.ARRAY, containers);
      }
      case DECLARED -> {
        return moduleIn((DeclaredType) type, isBound, containers);
      }
      default -> {
        return null;
      }
    }
  }

  private TypeElement moduleIn(DeclaredType type, boolean isBound, List<Container> containers) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<TypeElement> model = modules.nearestModel(element);
    if (model.isPresent()) {
      return model.get();
    }
    Optional<DeclaredType> list = above(bounded(type), LIST);
    if (list.isPresent()) {
      containers.add(new Container(Container.Kind.LIST, isBound));
      return argument(list.get(), 0).map(one -> moduleIn(one, false, containers)).orElse(null);
    }
    Optional<DeclaredType> map = above(bounded(type), MAP);
    if (map.isPresent()) {
      containers.add(new Container(Container.Kind.MAP, isBound));
      boolean byString = argument(map.get(), 0).map(this::isString).orElse(false);
      return byString
          ? argument(map.get(), 1).map(one -> moduleIn(one, false, containers)).orElse(null)
          : null;
    }
    // A Set or an Optional of models: nothing to be annotated there.
    return type.getTypeArguments().stream().anyMatch(this::namesModel) ? null : element;
  }

  /**
   * The bound of a type variable that says what there is: with {@code T extends Cloneable &
   * List<Block>} not the first. Those of its declaration, since Eclipse's compiler makes of several
   * an upper bound that is the variable itself.
   */
  private TypeMirror boundOf(TypeVariable variable) {
    List<? extends TypeMirror> bounds = ((TypeParameterElement) variable.asElement()).getBounds();
    for (TypeMirror bound : bounds) {
      if (tells(bound)) {
        return bound;
      }
    }
    return bounds.get(0);
  }

  /** Whether a type has models, or may have some, or may be the key of a map. */
  private boolean tells(TypeMirror type) {
    return switch (type.getKind()) {
      case ERROR, ARRAY -> true;
      case TYPEVAR -> tells(boundOf((TypeVariable) type));
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        yield modules.nearestModel((TypeElement) declared.asElement()).isPresent()
            || isNamed(declared, STRING)
            || above(declared, LIST).isPresent()
            || above(declared, MAP).isPresent();
      }
      default -> false;
    };
  }

  /**
   * A type with the type variables of its class in place of wildcards that say less: {@code
   * Blocks<?>}, of a {@code class Blocks<T extends Block> extends ArrayList<T>}, is a list of
   * blocks.
   */
  private DeclaredType bounded(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<TypeMirror> arguments = new ArrayList<>();
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      TypeMirror argument = type.getTypeArguments().get(i);
      TypeMirror variable = element.getTypeParameters().get(i).asType();
      boolean saysLess =
          argument instanceof WildcardType wildcard
              && (wildcard.getExtendsBound() == null || !tells(wildcard.getExtendsBound()))
              && tells(variable);
      arguments.add(saysLess ? variable : argument);
    }
    if (arguments.equals(type.getTypeArguments())) {
      return type;
    }
    TypeMirror[] all = arguments.toArray(TypeMirror[]::new);
    return type.getEnclosingType() instanceof DeclaredType outer
        ? types.getDeclaredType(outer, element, all)
        : types.getDeclaredType(element, all);
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
    if (type instanceof TypeVariable variable) {
      return isString(boundOf(variable));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && isString(wildcard.getExtendsBound());
    }
    return type instanceof DeclaredType declared && isNamed(declared, STRING);
  }

  private static Optional<TypeMirror> argument(DeclaredType type, int index) {
    return type.getTypeArguments().size() > index
        ? Optional.of(type.getTypeArguments().get(index))
        : Optional.empty();
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
