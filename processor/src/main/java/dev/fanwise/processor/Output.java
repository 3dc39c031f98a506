package dev.fanwise.processor;

import dev.fanwise.processor.read.ClassId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Where generated files go: to the module of their model. */
final class Output {
  private final Filer filer;

  /** The named modules that are compiled. */
  private final Set<String> modules = new HashSet<>();

  private final Set<ClassId> written = new HashSet<>();

  Output(Filer filer) {
    this.filer = filer;
  }

  /** Notes what is compiled in a round. */
  void compiling(Set<? extends Element> roots) {
    for (Element root : roots) {
      ClassId.moduleOf(root).map(Output::nameOf).ifPresent(modules::add);
    }
  }

  /**
   * A new source file.
   *
   * @param name the qualified name of its class
   * @param model the one element that it comes from
   */
  JavaFileObject source(String name, TypeElement model) throws IOException {
    JavaFileObject file = filer.createSourceFile(module(model) + name, model);
    written.add(idOf(name, model));
    return file;
  }

  /** Whether a source file of this name was made for the model, or another of its module. */
  boolean hasWritten(String name, TypeElement model) {
    return written.contains(idOf(name, model));
  }

  private static ClassId idOf(String name, TypeElement model) {
    return new ClassId(ClassId.of(model).module(), name);
  }

  /**
   * A new file beside the classes.
   *
   * @param path its path there
   * @param model the one element that it comes from
   */
  FileObject resource(String path, TypeElement model) throws IOException {
    return filer.createResource(StandardLocation.CLASS_OUTPUT, module(model), path, model);
  }

  /**
   * A module as the filer wants it before a name: where there are several, it must be said whose
   * file it is; where there is one, it may not.
   */
  private String module(TypeElement model) {
    return modules.size() < 2
        ? ""
        : ClassId.moduleOf(model).map(module -> nameOf(module) + "/").orElse("");
  }

  private static String nameOf(ModuleElement module) {
    return module.getQualifiedName().toString();
  }
}
