package dev.fanwise.processor;

import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.KotlinProperties;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.report.Eclipse;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.source.Sources;
import dev.fanwise.processor.validate.ModelValidator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What {@link FanwiseProcessor} does when it has its libraries. Writes an initialiser for every
 * class with weight fields: read, validate, plan, write.
 *
 * <p>One file for each model, from that model's source alone, so that incremental builds may run it
 * for changed classes only.
 */
final class ModelProcessor extends AbstractProcessor {
  /**
   * Classes that wait for other processors, and the type that each lacks, where the compiler does
   * not say enough about it.
   */
  private final Map<ClassId, Optional<String>> deferred = new LinkedHashMap<>();

  /** Classes that get no initialiser, because of an error in them or a submodule. */
  private final Set<ClassId> failed = new HashSet<>();

  /** Classes with weights that lack a scheme, which another processor may yet declare. */
  private final Set<ClassId> schemeless = new LinkedHashSet<>();

  private Options options;
  private Output output;
  private Printer printer;
  private Guard guard;
  private Elements elements;
  private ModelReader reader;
  private ModelValidator validator;
  private CardModules cards;
  private Afterwards afterwards;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> annotations = new LinkedHashSet<>(ModelReader.annotations());
    annotations.add(KotlinProperties.METADATA); // Else a class that lost all would not be seen.
    if (Eclipse.made(processingEnv)) {
      annotations.add("*"); // It does not see that a record's components have annotations.
    }
    return annotations;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    elements = environment.getElementUtils();
    output = new Output(environment.getFiler());
    printer = new Printer(environment.getMessager());
    guard = new Guard(printer);
    Report report = new Report();
    options = Options.read(environment.getOptions(), report);
    printer.print(report, null);
    reader = new ModelReader(elements, environment.getTypeUtils(), options.suffix());
    validator = new ModelValidator(elements, reader.modules());
    cards = new CardModules(elements, reader, validator, Sources.of(environment));
    afterwards = new Afterwards(elements);
  }

  /** Never claims an annotation: other processors may want to see ours. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    reader.newRound();
    validator.newRound();
    if (round.processingOver()) {
      reportDeferred();
      afterwards.report(printer);
      return false;
    }
    printer.compiling(round.getRootElements());
    output.compiling(round.getRootElements());
    Set<TypeElement> models = models(round);
    models.forEach(reader.modules()::add);
    Batch batch = new Batch(elements, output, printer, validator, cards, options);
    for (TypeElement model : models) {
      if (!guard.run(model, () -> read(model, batch))) {
        failed.add(ClassId.of(model));
      }
    }
    batch.removeHoldersOf(failed, id -> {});
    Set<ClassId> waiting = new HashSet<>(deferred.keySet());
    waiting.addAll(schemeless);
    batch.removeHoldersOf(waiting, id -> deferred.put(id, Optional.empty()));
    batch.write();
    batch.models().forEach(afterwards::add);
    return false;
  }

  /** The classes to process in this round, in the order of the sources. */
  private Set<TypeElement> models(RoundEnvironment round) {
    Set<TypeElement> models = new LinkedHashSet<>();
    for (Set<ClassId> ids : List.of(deferred.keySet(), schemeless)) {
      for (ClassId id : ids) {
        TypeElement waiting = id.in(elements);
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
      reportLost(type);
      if (reader.isModel(type)) {
        models.add(type);
      }
      addModels(type.getEnclosedElements(), models);
    }
  }

  /** Warns of properties in Kotlin that have annotations, but no field. */
  private void reportLost(TypeElement type) {
    Report report = new Report();
    for (String name : KotlinProperties.lost(type, ModelReader.annotations()::contains)) {
      report.add(Site.of(type), Problem.KOTLIN_NAME, name, type.getSimpleName().toString());
    }
    printer.print(report, type);
  }

  private static Set<Element> setOf(Iterable<? extends Element> elements) {
    Set<Element> set = new LinkedHashSet<>();
    elements.forEach(set::add);
    return set;
  }

  private void read(TypeElement type, Batch batch) {
    ModelReader.Result result = reader.read(type);
    ClassId id = ClassId.of(type);
    if (result instanceof ModelReader.Incomplete incomplete) {
      deferred.put(id, Optional.of(incomplete.missingType()));
    } else if (result instanceof ModelReader.Unreadable) {
      deferred.put(id, Optional.empty());
    } else if (result instanceof ModelReader.Read read && read.model().lacksScheme()) {
      schemeless.add(id);
    } else if (result instanceof ModelReader.Read read && !batch.add(read.model())) {
      failed.add(id);
    }
  }

  private void reportDeferred() {
    deferred.forEach((id, missing) -> missing.ifPresent(type -> reportMissing(id, type)));
    for (ClassId id : schemeless) {
      TypeElement type = id.in(elements);
      guard.run(type, () -> reportSchemeless(type));
    }
  }

  private void reportSchemeless(TypeElement type) {
    if (reader.read(type) instanceof ModelReader.Read read) {
      printer.print(validator.validate(read.model()).report(), type);
    }
  }

  private void reportMissing(ClassId id, String type) {
    TypeElement model = id.in(elements);
    Report report = new Report();
    report.add(Site.of(model), Problem.MISSING_TYPE, id.name(), type);
    printer.print(report, model);
  }
}
