package dev.fanwise.processor.card;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.model.Model;
import dev.fanwise.processor.CardModules;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.source.Sources;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import dev.fanwise.processor.write.InitializerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Plans and cards of models in source, without their files. */
final class Cards {
  private Cards() {}

  /** The card of the first class of a source. */
  static Card of(String source) {
    return of(source, 0);
  }

  static Card of(String source, long seed) {
    return Card.of(capture(Javac.plainJavac(), source, seed).cards.get(0));
  }

  /** The same, as another compiler sees it. */
  static Card of(Javac javac, String source) {
    return Card.of(capture(javac, source, 0).cards.get(0));
  }

  /** The plan of the first class of a source. */
  static InitializerPlan plan(String source) {
    return capture(Javac.plainJavac(), source, 0).plans.get(0);
  }

  private static Capture capture(Javac javac, String source, long seed) {
    Capture capture = new Capture(seed);
    Outcome outcome = javac.with(() -> capture).run(source);
    if (!outcome.ownErrors().isEmpty() || capture.plans.isEmpty()) {
      throw new AssertionError(outcome.errors());
    }
    return capture;
  }

  /** A model of fields, as {@link #of} reads them. */
  static Card ofFields(String... fields) {
    return of("class Net {\n" + String.join("\n", fields) + "\n}\n");
  }

  /** Reads models up to their plans, and writes nothing. */
  private static final class Capture extends AbstractProcessor {
    private final List<InitializerPlan> plans = new ArrayList<>();
    private final List<Model> cards = new ArrayList<>();
    private final long seed;

    Capture(long seed) {
      this.seed = seed;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.copyOf(ModelReader.annotations());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      var elements = processingEnv.getElementUtils();
      var reader = new ModelReader(elements, processingEnv.getTypeUtils(), "Initializer");
      var validator = new ModelValidator(elements, reader.modules());
      List<TypeElement> models = new ArrayList<>();
      addModels(round.getRootElements(), reader, models);
      models.forEach(reader.modules()::add);
      for (TypeElement type : models) {
        ModelClass model = ((ModelReader.Read) reader.read(type)).model();
        InitializerPlan plan = PlanBuilder.build(validator.validate(model), null, elements);
        plans.add(plan);
        CardModules modules =
            new CardModules(elements, reader, validator, Sources.of(processingEnv));
        cards.add(
            CardBuilder.of(modules.of(type).orElseThrow(), InitializerWriter.write(plan), seed));
      }
      return false;
    }

    private static void addModels(
        Iterable<? extends Element> around, ModelReader reader, List<TypeElement> models) {
      for (Element element : around) {
        if (element instanceof TypeElement type) {
          if (reader.isModel(type)) {
            models.add(type);
          }
          addModels(type.getEnclosedElements(), reader, models);
        }
      }
    }
  }
}
