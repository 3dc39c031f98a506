package dev.fanwise.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A class, as it is known from one round to the next, where its element is another. A name alone is
 * not enough: two modules of one compilation may each have a package of their own with the same
 * name.
 *
 * @param module the named module that it is in; empty if it is in none
 * @param name its qualified name
 */
public record ClassId(String module, String name) {
  /** The id of a class. */
  public static ClassId of(TypeElement type) {
    return new ClassId(
        moduleOf(type).map(module -> module.getQualifiedName().toString()).orElse(""),
        type.getQualifiedName().toString());
  }

  /** The named module that an element is in, if it is in one. */
  public static Optional<ModuleElement> moduleOf(Element element) {
    Element around = element;
    while (around != null && !(around instanceof ModuleElement)) {
      around = around.getEnclosingElement();
    }
    return Optional.ofNullable((ModuleElement) around).filter(module -> !module.isUnnamed());
  }

  /** The class of a name that another sees from its module, or null. */
  public static TypeElement seenFrom(TypeElement other, String name, Elements elements) {
    ModuleElement module = elements.getModuleOf(other);
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }

  /** The class in this round, or null if the compiler has it no more. */
  public TypeElement in(Elements elements) {
    ModuleElement home = module.isEmpty() ? null : elements.getModuleElement(module);
    return home == null ? elements.getTypeElement(name) : elements.getTypeElement(home, name);
  }
}
