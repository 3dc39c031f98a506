package dev.fanwise.processor.harness;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.validate.CheckedModel;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The processor without its back end: reads and checks many models in one run of javac, in which
 * nothing is written.
 */
public final class FrontEnd extends AbstractProcessor {
  private final Map<String, InitializerPlan> plans = new LinkedHashMap<>();

  private FrontEnd() {}

  /** The plans of models without problems by their names, in the order of the sources. */
  public static Map<String, InitializerPlan> plans(String... sources) {
    FrontEnd frontEnd = new FrontEnd();
    frontEnd.run(sources).requireSuccess();
    return frontEnd.plans;
  }

  /** What is told of models, some of which have problems. */
  public static Outcome check(String... sources) {
    return new FrontEnd().run(sources);
  }

  /** The same by Eclipse's compiler. */
  public static Outcome checkByEclipse(String... sources) {
    FrontEnd frontEnd = new FrontEnd();
    return frontEnd.javac().byEclipse().options("-proc:only", "-maxProblems", "10000").run(sources);
  }

  private Outcome run(String... sources) {
    return javac().byJavac().options("-proc:only", "-Xmaxerrs", "10000").run(sources);
  }

  private Javac javac() {
    return Javac.plainJavac().release(17).with(() -> this);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return new LinkedHashSet<>(ModelReader.annotations());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Printer printer = new Printer(processingEnv.getMessager());
    printer.compiling(round.getRootElements());
    Elements elements = processingEnv.getElementUtils();
    ModelReader reader = new ModelReader(elements, processingEnv.getTypeUtils(), "Initializer");
    Set<TypeElement> models = new LinkedHashSet<>();
    addModels(ElementFilter.typesIn(round.getRootElements()), reader, models);
    models.forEach(reader.modules()::add);
    ModelValidator validator = new ModelValidator(elements, reader.modules());
    for (TypeElement model : models) {
      ModelClass read = ((ModelReader.Read) reader.read(model)).model();
      CheckedModel checked = validator.validate(read);
      printer.print(checked.report(), model);
      if (checked.report().isClean()) {
        plans.put(read.name(), PlanBuilder.build(checked, null, elements));
      }
    }
    return false;
  }

  private static void addModels(
      Set<? extends Element> types, ModelReader reader, Set<TypeElement> models) {
    for (TypeElement type : ElementFilter.typesIn(types)) {
      if (reader.isModel(type)) {
        models.add(type);
      }
      addModels(new LinkedHashSet<>(type.getEnclosedElements()), reader, models);
    }
  }
}
