package dev.fanwise.processor;

import com.google.auto.service.AutoService;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import dev.fanwise.processor.write.InitializerWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes an initialiser for every class with weight fields: read, validate, plan, write.
 *
 * <p>One file for each model, from that model's source alone, so that incremental builds may run it
 * for changed classes only.
 */
@AutoService(Processor.class)
public final class FanwiseProcessor extends AbstractProcessor {
  /**
   * Names of classes that wait for other processors, and the type that each lacks, where the
   * compiler does not say enough about it.
   */
  private final Map<String, Optional<String>> deferred = new LinkedHashMap<>();

  /** Names of classes with weights that lack a scheme, which another processor may yet declare. */
  private final Set<String> schemeless = new LinkedHashSet<>();

  private Printer printer;
  private Elements elements;
  private ModelReader reader;
  private ModelValidator validator;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return new LinkedHashSet<>(ModelReader.annotations());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    elements = environment.getElementUtils();
    printer = new Printer(environment.getMessager());
    reader = new ModelReader(elements);
    validator = new ModelValidator(elements);
  }

  /** Never claims an annotation: other processors may want to see ours. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      reportDeferred();
      return false;
    }
    printer.compiling(round.getRootElements());
    models(round).forEach(model -> guarded(model, this::process));
    return false;
  }

  private void guarded(TypeElement model, Consumer<TypeElement> step) {
    try {
      step.accept(model);
    } catch (RuntimeException e) {
      Report report = new Report();
      report.add(Site.of(model), Problem.INTERNAL, model.getQualifiedName(), e);
      printer.print(report, model);
    }
  }

  /** The classes to process in this round, in the order of the sources. */
  private Set<TypeElement> models(RoundEnvironment round) {
    Set<TypeElement> models = new LinkedHashSet<>();
    for (Set<String> names : List.of(deferred.keySet(), schemeless)) {
      for (String name : names) {
        TypeElement waiting = elements.getTypeElement(name);
        if (waiting != null) {
          models.add(waiting);
        }
      }
    }
    deferred.clear();
    schemeless.clear();
    addModels(round.getRootElements(), models);
    return models;
  }

  private void addModels(Iterable<? extends Element> around, Set<TypeElement> models) {
    for (TypeElement type : ElementFilter.typesIn(setOf(around))) {
      if (reader.hasWeights(type)) {
        models.add(type);
      }
      addModels(type.getEnclosedElements(), models);
    }
  }

  private static Set<Element> setOf(Iterable<? extends Element> elements) {
    Set<Element> set = new LinkedHashSet<>();
    elements.forEach(set::add);
    return set;
  }

  private void process(TypeElement type) {
    ModelReader.Result result = reader.read(type);
    String name = type.getQualifiedName().toString();
    if (result instanceof ModelReader.Incomplete incomplete) {
      deferred.put(name, Optional.of(incomplete.missingType()));
    } else if (result instanceof ModelReader.Unreadable) {
      deferred.put(name, Optional.empty());
    } else if (result instanceof ModelReader.Read read && read.model().lacksScheme()) {
      schemeless.add(name);
    } else if (result instanceof ModelReader.Read read) {
      generate(read.model());
    }
  }

  private void generate(ModelClass model) {
    Report report = validator.validate(model);
    printer.print(report, model.element());
    if (!report.isClean()) {
      return;
    }
    InitializerPlan plan = PlanBuilder.build(model, report, generatedAnnotation(model));
    try {
      InitializerWriter.write(plan, model.element()).writeTo(processingEnv.getFiler());
    } catch (FilerException e) {
      // Outer.Mlp and Outer_Mlp in one package: the first of them has taken the name.
      report.add(
          Site.of(model.element()), Problem.NAME_TAKEN, model.initializerName(), model.name());
      printer.print(report, model.element());
    } catch (IOException e) {
      report.add(Site.of(model.element()), Problem.INTERNAL, model.name(), e);
      printer.print(report, model.element());
    }
  }

  /** The JDK's {@code Generated}, if the model's module reads the module that it is in. */
  private String generatedAnnotation(ModelClass model) {
    String name = "javax.annotation.processing.Generated";
    TypeElement annotation =
        elements.getModuleOf(model.element()) == null
            ? elements.getTypeElement(name)
            : elements.getTypeElement(elements.getModuleOf(model.element()), name);
    return annotation == null ? null : name;
  }

  private void reportDeferred() {
    deferred.forEach((name, missing) -> missing.ifPresent(type -> reportMissing(name, type)));
    for (String name : schemeless) {
      guarded(elements.getTypeElement(name), this::reportSchemeless);
    }
  }

  private void reportSchemeless(TypeElement type) {
    if (reader.read(type) instanceof ModelReader.Read read) {
      printer.print(validator.validate(read.model()), type);
    }
  }

  private void reportMissing(String name, String type) {
    TypeElement model = elements.getTypeElement(name);
    Report report = new Report();
    report.add(Site.of(model), Problem.MISSING_TYPE, name, type);
    printer.print(report, model);
  }
}
