package dev.fanwise.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** Classes as submodules of others: whether they are models, and whether they have initialisers. */
public final class Modules {
  private final Elements elements;
  private final String suffix;
  private final ClassLine.Lines lines;

  /** The models of this compilation. */
  private final Set<ClassId> compiled = new HashSet<>();

  /**
   * @param suffix what the names of initialisers end with
   */
  Modules(Elements elements, String suffix, ClassLine.Lines lines) {
    this.elements = elements;
    this.suffix = suffix;
    this.lines = lines;
  }

  /** Takes note of a model that is being compiled, so that it will have an initialiser. */
  public void add(TypeElement model) {
    compiled.add(ClassId.of(model));
  }

  /** Whether a class has fields with annotations of ours, or inherits some. */
  public boolean hasMembers(TypeElement type) {
    return nearestModel(type).isPresent();
  }

  /**
   * A class itself or the nearest above it that declares fields with annotations of ours: the one
   * whose initialiser is for it.
   */
  public Optional<TypeElement> nearestModel(TypeElement type) {
    return lines.of(type).upwards().stream()
        .filter(line -> !line.members().isEmpty())
        .map(ClassLine::type)
        .findFirst();
  }

  /** The fields of a class and its superclasses that have annotations of ours. */
  public List<VariableElement> members(TypeElement type) {
    return lines.of(type).upwards().stream().flatMap(line -> line.members().stream()).toList();
  }

  /** The submodules of a class that stand alone, in no array, list or map. */
  public List<VariableElement> singleSubmodules(TypeElement type) {
    List<VariableElement> singles = new ArrayList<>();
    for (VariableElement member : members(type)) {
      if (Mirrors.find(member, SubmoduleReader.SUBMODULE).isPresent()
          && member.asType() instanceof DeclaredType declared
          && hasMembers((TypeElement) declared.asElement())) {
        singles.add(member);
      }
    }
    return singles;
  }

  /** Whether a class is one of the models of this compilation. */
  public boolean isCompiled(TypeElement module) {
    return compiled.contains(ClassId.of(module));
  }

  /** Whether a class has an initialiser, or gets one in this compilation. */
  public boolean hasInitializer(TypeElement module) {
    if (isCompiled(module)) {
      return true;
    }
    TypeElement initializer = ClassId.seenFrom(module, qualifiedInitializerOf(module), elements);
    return initializer != null && Mirrors.find(initializer, ModelReader.OURS).isPresent();
  }

  private String qualifiedInitializerOf(TypeElement module) {
    String packageName = elements.getPackageOf(module).getQualifiedName().toString();
    String simpleName = initializerOf(module);
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  /**
   * The simple name of a class's initialiser: {@code Outer_MlpInitializer} for {@code Outer.Mlp}.
   */
  String initializerOf(TypeElement model) {
    StringBuilder name = new StringBuilder(model.getSimpleName());
    for (Element around = model.getEnclosingElement();
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      name.insert(0, around.getSimpleName() + "_");
    }
    return name.append(suffix).toString();
  }
}
