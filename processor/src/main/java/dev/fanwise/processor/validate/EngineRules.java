package dev.fanwise.processor.validate;

import dev.fanwise.Layout;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.read.Lombok;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.runtime.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Which weights can have the numbers of another library. */
final class EngineRules {
  /** Below this share PyTorch draws a truncated normal in another way. */
  private static final double LEAST_MASS = 0.3;

  private static final Set<String> MATRICES = Set.of("OrthogonalInit", "DeltaOrthogonalInit");

  private static final Optional<String> NO_SCHEME = Optional.of("it has no such scheme");

  private final WeightField field;
  private final RandomEngine engine;
  private final ElementType type;
  private final Scheme scheme;
  private final Law law;

  private EngineRules(WeightField field, RandomEngine engine, Scheme scheme, Law law) {
    this.field = field;
    this.engine = engine;
    this.type = field.type().elementType();
    this.scheme = scheme;
    this.law = law;
  }

  /** Checks a weight of a model about which there is no other complaint. */
  static void check(CheckedModel model, WeightField field, Report report) {
    RandomEngine engine = model.model().engine();
    if (engine == RandomEngine.FANWISE) {
      return;
    }
    SchemeUse use = field.schemes().get(0);
    Law law = model.weight(field).resolution().law();
    new EngineRules(field, engine, use.scheme(), law)
        .reason()
        .ifPresent(
            reason ->
                report.add(
                    Site.of(field.element(), use.use().onField()),
                    Problem.RANDOM_STREAM,
                    use.scheme().annotation(),
                    field.name(),
                    engine,
                    reason));
  }

  /** Checks that a model's initialiser can reach all of a class that shares its stream. */
  static void checkReach(ModelClass model, ModelClass module, Elements elements, Report report) {
    for (ModelField field : module.fields()) {
      for (Element element : needed(module, field)) {
        boolean isComponent = element.getEnclosingElement().getKind() == ElementKind.RECORD;
        boolean reached =
            elements.getPackageOf(element).getQualifiedName().contentEquals(model.packageName())
                || isComponent
                || Lombok.modifiersOf(element).contains(Modifier.PUBLIC);
        if (!reached) {
          report.add(
              Site.of(model.element()),
              Problem.RANDOM_STREAM_REACH,
              module.name() + "." + field.name(),
              model.name(),
              element.getSimpleName(),
              module.name(),
              model.engine());
          return;
        }
      }
    }
  }

  /** What the code that draws a field names. */
  private static List<Element> needed(ModelClass module, ModelField field) {
    List<Element> needed = new ArrayList<>();
    needed.add(field.element());
    if (field instanceof WeightField weights) {
      weights
          .numbers()
          .map(module.symbols()::element)
          .flatMap(Optional::stream)
          .forEach(needed::add);
      return needed;
    }
    for (Element type = ((SubmoduleField) field).module();
        type instanceof TypeElement;
        type = type.getEnclosingElement()) {
      needed.add(type);
    }
    return needed;
  }

  /** Checks that submodules which choose a stream choose that of the model. */
  static void checkModules(ModelClass model, Report report) {
    if (model.engine() == RandomEngine.FANWISE) {
      return;
    }
    List<ModelClass> all = new ArrayList<>(model.modules());
    all.add(0, model);
    for (ModelClass holder : all) {
      for (SubmoduleField field : holder.submodules()) {
        field
            .engine()
            .filter(other -> other != model.engine())
            .ifPresent(
                other ->
                    report.add(
                        Site.of(field.element(), field.annotation()),
                        Problem.RANDOM_STREAM_CONFLICT,
                        field.name(),
                        field.module().getSimpleName(),
                        other,
                        model.name(),
                        model.engine()));
      }
    }
  }

  /** Why the numbers cannot be had, if that is so. */
  private Optional<String> reason() {
    if (!law.isRandom()) {
      return Optional.empty();
    }
    if (MATRICES.contains(scheme.annotation())) {
      return Optional.of("its matrices come from LAPACK, whose rounding differs between machines");
    }
    return engine == RandomEngine.TORCH ? ofTorch() : ofJax();
  }

  private Optional<String> ofTorch() {
    if (field.shape().orElseThrow().layout() == Layout.IO) {
      return Optional.of("PyTorch's tensors are in layout OI");
    }
    Optional<String> ofNumbers = torchNumbers();
    if (ofNumbers.isPresent()) {
      return ofNumbers;
    }
    Geometry geometry = field.shape().orElseThrow().geometry();
    if (!field.type().isNested()
        && geometry.isKnown()
        && geometry.elements() > Geometry.LONGEST_ARRAY) {
      return Optional.of("its numbers are drawn tensor by tensor, and no array holds this one");
    }
    return torchScheme();
  }

  /** Why PyTorch's numbers themselves are not known. */
  private Optional<String> torchNumbers() {
    Optional<String> none = Optional.empty();
    Optional<String> normal =
        type == ElementType.DOUBLE
            ? Optional.of("its normals in double depend on the C library; use float")
            : none;
    return law.accept(
        new Law.Cases<Optional<String>>(
            constant -> none,
            uniform -> none,
            one -> normal,
            cut ->
                normal.isEmpty() && Truncation.mass(cut.lower(), cut.upper()) <= LEAST_MASS
                    ? Optional.of(
                        "bounds that keep less than 0.3 of a normal are drawn by a vector"
                            + " logarithm")
                    : normal,
            structured -> normal,
            symbolic -> normal));
  }

  /** Whether PyTorch draws such tensors at all. */
  private Optional<String> torchScheme() {
    Optional<String> none = Optional.empty();
    boolean isSparse = scheme.annotation().equals("SparseInit");
    return law.accept(
        new Law.Cases<Optional<String>>(
            constant -> none,
            uniform -> none,
            normal -> none,
            cut -> none,
            structured -> isSparse ? none : NO_SCHEME,
            symbolic ->
                isSparse
                    ? Optional.of("its sparse matrices need dimensions and groups that are numbers")
                    : NO_SCHEME));
  }

  private Optional<String> ofJax() {
    Optional<String> none = Optional.empty();
    Optional<String> ofDouble =
        type == ElementType.DOUBLE
            ? Optional.of("it draws no doubles unless told to; use float")
            : none;
    Optional<String> ofNormal =
        type.isHalf()
            ? Optional.of("its normals of 16 bits are not known exactly; use float")
            : ofDouble;
    return law.accept(
        new Law.Cases<Optional<String>>(
            constant -> none,
            uniform ->
                type.isHalf() && !isPlainUniform(uniform)
                    ? Optional.of("its uniforms of 16 bits are known for -b to b and 0 to b only")
                    : ofDouble,
            normal -> ofNormal,
            cut ->
                ofDouble.isEmpty()
                        && (cut.lower() != -Truncation.CUT || cut.upper() != Truncation.CUT)
                    ? Optional.of("its error function is known exactly for bounds of -2 and 2 only")
                    : ofNormal,
            structured -> NO_SCHEME,
            symbolic -> NO_SCHEME));
  }

  private static boolean isPlainUniform(Law.Uniform uniform) {
    return uniform.isSymmetric() || uniform.low().isKnown() && uniform.low().value() == 0;
  }
}
