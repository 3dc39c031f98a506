package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads model classes: their fields by {@link FieldReader}, what their superclasses add, and the
 * submodules that they hold.
 *
 * <p>Fields are read by {@link Fields}, in source order everywhere; the order of {@code
 * getElementsAnnotatedWith} differs between compilers.
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

  /** The mark of classes that Fanwise wrote. */
  public static final String OURS = "dev.fanwise.FanwiseGenerated";

  private final Elements elements;
  private final FieldReader fields;
  private final Modules modules;
  private final SubmoduleReader submodules;

  /**
   * @param suffix what the names of initialisers end with
   */
  public ModelReader(Elements elements, Types types, String suffix) {
    this.elements = elements;
    this.fields = new FieldReader(elements);
    this.modules = new Modules(elements, suffix, fields::isOurs);
    this.submodules = new SubmoduleReader(types, modules);
  }

  /** Classes as submodules of others. */
  public Modules modules() {
    return modules;
  }

  /** The names of the annotations that make a class a model. */
  public static List<String> annotations() {
    List<String> names = new ArrayList<>(FieldReader.OTHERS);
    names.addAll(Schemes.annotations());
    return names;
  }

  /** Whether a class declares fields with an annotation of ours. */
  public boolean isModel(TypeElement type) {
    return modules.declaresMembers(type);
  }

  /**
   * Reads a class and its superclasses, and the classes of submodules that have its random stream.
   */
  public Result read(TypeElement model) {
    return read(model, null);
  }

  /**
   * As {@link #read(TypeElement)}, with numbers in the place of names: to show what a model will
   * be, as far as that is known before there is an object.
   *
   * @param known the numbers of its fields, beside those that are constants
   */
  public Result readKnowing(TypeElement model, Map<String, Integer> known) {
    return read(model, known);
  }

  private Result read(TypeElement model, Map<String, Integer> known) {
    Result result = readAlone(model, known);
    if (!(result instanceof Read read) || read.model().engine() == RandomEngine.FANWISE) {
      return result;
    }
    Map<TypeElement, ModelClass> modules = new LinkedHashMap<>();
    Optional<Result> failure = addModules(read.model(), read.model().engine(), known, modules);
    return failure.orElseGet(
        () -> new Read(read.model().withModules(List.copyOf(modules.values()))));
  }

  /** Reads the classes of submodules that choose no random stream; what fails is returned. */
  private Optional<Result> addModules(
      ModelClass holder,
      RandomEngine engine,
      Map<String, Integer> known,
      Map<TypeElement, ModelClass> modules) {
    for (SubmoduleField field : holder.submodules()) {
      TypeElement module = field.module();
      if (module == null || field.engine().isPresent() || modules.containsKey(module)) {
        continue;
      }
      if (!this.modules.hasMembers(module)) {
        continue; // SubmoduleRules reports it.
      }
      // The numbers are those of the holder; of a class below only constants are known.
      Result result = readAlone(module, known == null ? null : Map.of());
      if (!(result instanceof Read read)) {
        return Optional.of(result);
      }
      modules.put(module, read.model().drawnBy(engine));
      Optional<Result> failure = addModules(read.model(), engine, known, modules);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Result readAlone(TypeElement model, Map<String, Integer> known) {
    List<TypeElement> superclasses = new ArrayList<>();
    for (TypeMirror above = model.getSuperclass(); above.getKind() != TypeKind.NONE; ) {
      if (above.getKind() == TypeKind.ERROR) {
        return incomplete(above.toString());
      }
      TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
      superclasses.add(0, superclass);
      above = superclass.getSuperclass();
    }
    try {
      Symbols symbols = new Symbols(model, elements, known);
      List<ModelField> members = new ArrayList<>();
      for (TypeElement superclass : superclasses) {
        addMembers(model, superclass, symbols, members);
      }
      addMembers(model, model, symbols, members);
      String packageName = elements.getPackageOf(model).getQualifiedName().toString();
      return new Read(
          new ModelClass(
              model,
              packageName,
              modules.initializerOf(model),
              enclosing(model),
              superclasses,
              Engines.of(model).orElse(RandomEngine.FANWISE),
              List.of(),
              symbols,
              members));
    } catch (Mirrors.MissingTypeException e) {
      return incomplete(e.getMessage());
    } catch (Mirrors.UnreadableValueException e) {
      return new Unreadable();
    }
  }

  /** A class that lacks a type, if the compiler has a name for it: javac may say {@code <any>}. */
  private static Result incomplete(String type) {
    String name = type.substring(0, (type + "<").indexOf('<'));
    return name.isEmpty() ? new Unreadable() : new Incomplete(name);
  }

  private void addMembers(
      TypeElement model, TypeElement owner, Symbols symbols, List<ModelField> members) {
    for (VariableElement field : Fields.of(owner)) {
      if (!fields.isOurs(field)) {
        continue;
      }
      Optional<AnnotationMirror> submodule = Mirrors.find(field, SubmoduleReader.SUBMODULE);
      members.add(
          submodule.isPresent()
              ? submodules.read(
                  model, owner, field, submodule.get(), fields.weightAnnotations(field))
              : fields.read(owner, field, symbols));
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
