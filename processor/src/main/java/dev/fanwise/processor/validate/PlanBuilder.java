package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.Lombok;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.TypeRefs;
import dev.fanwise.processor.read.WeightField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** The one door into {@link InitializerPlan}; it opens only for a model without problems. */
public final class PlanBuilder {
  /** The classes of {@code java.lang} that generated code names. */
  private static final Set<String> JAVA_LANG =
      Set.of("CharSequence", "Object", "OutOfMemoryError", "String", "SuppressWarnings");

  private PlanBuilder() {}

  /**
   * The plan of a model.
   *
   * @param checked the model, with a clean report
   * @param generatedAnnotation the JDK's {@code Generated} that the model's module sees, or null
   * @param elements those of this round
   */
  public static InitializerPlan build(
      CheckedModel checked, String generatedAnnotation, Elements elements) {
    ModelClass model = checked.model();
    if (!checked.report().isClean()) {
      throw new IllegalStateException("a model with problems has no plan: " + model.name());
    }
    ModulePlans modules = new ModulePlans(checked);
    boolean isPublic =
        model.enclosing().stream().allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
    return new InitializerPlan(
        model.packageName(),
        model.initializerName(),
        model.name(),
        TypeRefs.of(model.element()),
        isPublic,
        Lombok.modifiersOf(model.element()).contains(Modifier.FINAL),
        suppressed(model, isPublic),
        hidesJavaLang(model, elements),
        generatedAnnotation,
        model.engine(),
        modules.all(),
        modules.members(checked));
  }

  /**
   * In a named module every public signature may be one that the module exports, and javac says so
   * of types that it does not hand on, as it does of the runtime's where the module merely requires
   * it. Whether the package is exported cannot be asked: JDK 17's javac would at once look for all
   * services that the module provides, and find an error in those that are yet to be generated.
   */
  private static List<String> suppressed(ModelClass model, boolean isPublic) {
    List<ModelClass> all = new ArrayList<>(model.modules());
    all.add(model);
    List<String> suppressed = new ArrayList<>();
    if (all.stream().anyMatch(PlanBuilder::isDeprecated)) {
      suppressed.addAll(List.of("deprecation", "removal"));
    }
    if (isPublic && ClassId.moduleOf(model.element()).isPresent()) {
      suppressed.add("exports");
    }
    return suppressed;
  }

  /**
   * Whether the package has a class that would be taken for java.lang's, unless that is imported by
   * its name. The classes are asked for one by one: Eclipse's compiler fails to list an unnamed
   * package where a jar with a module declaration is on the class path, and has classes of others
   * in it.
   */
  private static boolean hidesJavaLang(ModelClass model, Elements elements) {
    String prefix = model.packageName().isEmpty() ? "" : model.packageName() + ".";
    return JAVA_LANG.stream()
        .map(prefix::concat)
        .map(name -> ClassId.seenFrom(model.element(), name, elements))
        .anyMatch(
            type ->
                type != null
                    && elements
                        .getPackageOf(type)
                        .getQualifiedName()
                        .contentEquals(model.packageName()));
  }

  private static boolean isDeprecated(ModelClass model) {
    return Stream.concat(
                model.enclosing().stream(), model.fields().stream().map(ModelField::element))
            .anyMatch(element -> Mirrors.find(element, "java.lang.Deprecated").isPresent())
        || model.weights().stream()
            .flatMap(WeightField::numbers)
            .anyMatch(model.symbols()::isDeprecated);
  }
}
