package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.Modules;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Ways through single submodules that lead back to where they started and have no end for any
 * object. Each is reported once, at the first of its classes by name, since compilers do not agree
 * on an order: the others hold a class with an error and get no initialiser either.
 */
final class Cycles {
  private final Modules modules;

  Cycles(Modules modules) {
    this.modules = modules;
  }

  /**
   * The way back to a model from one of its submodules, unless another model on it reports it.
   *
   * @param field the submodule's field
   * @param module its class
   */
  Optional<String> toReport(TypeElement model, String field, TypeElement module) {
    Set<TypeElement> through = new HashSet<>();
    return pathBack(model, field, module, through, new HashSet<>())
        .filter(path -> through.stream().noneMatch(other -> reportsBefore(other, model)));
  }

  /** A class that is not compiled now has no report. */
  private boolean reportsBefore(TypeElement other, TypeElement model) {
    return modules.isCompiled(other) && name(other).compareTo(name(model)) < 0;
  }

  /**
   * @param through receives the classes between the model and itself
   * @param met the classes that have been looked at
   */
  private Optional<String> pathBack(
      TypeElement model,
      String path,
      TypeElement module,
      Set<TypeElement> through,
      Set<TypeElement> met) {
    if (module.equals(model)) {
      return Optional.of(path);
    }
    if (!met.add(module)) {
      return Optional.empty();
    }
    for (VariableElement next : modules.singleSubmodules(module)) {
      TypeElement type = (TypeElement) ((DeclaredType) next.asType()).asElement();
      Optional<String> found =
          pathBack(model, path + "." + next.getSimpleName(), type, through, met);
      if (found.isPresent()) {
        through.add(module);
        return found;
      }
    }
    return Optional.empty();
  }

  private static String name(TypeElement type) {
    ClassId id = ClassId.of(type);
    return id.name() + "/" + id.module();
  }
}
