package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.StreamFacts;
import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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
  private final ClassLine.Lines lines;
  private final Modules modules;
  private final SubmoduleReader submodules;

  /** What was read in this round of the classes that share a random stream. */
  private final Map<Shared, ModelClass> shared = new HashMap<>();

  /** A class, and the stream that a model which holds it has. */
  private record Shared(TypeElement module, RandomEngine engine) {}

  /**
   * @param suffix what the names of initialisers end with
   */
  public ModelReader(Elements elements, Types types, String suffix) {
    this.elements = elements;
    this.fields = new FieldReader(elements);
    this.lines = new ClassLine.Lines(fields::isOurs);
    this.modules = new Modules(elements, suffix, lines);
    this.submodules = new SubmoduleReader(types, modules, lines);
  }

  /** To be called before anything is read in a round: classes may have got what they lacked. */
  public void newRound() {
    lines.newRound();
    shared.clear();
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
    return !lines.of(type).members().isEmpty();
  }

  /**
   * Reads a class and its superclasses, and the classes of submodules that have its random stream.
   */
  public Result read(TypeElement model) {
    return read(model, null, null);
  }

  /**
   * As {@link #read(TypeElement)}, with numbers in the place of names: to show what a model will
   * be, as far as that is known before there is an object.
   *
   * @param known the numbers of its members, beside those that are constants
   * @param engine the random stream of the model that holds it, or null for its own
   */
  public Result readKnowing(TypeElement model, KnownNumbers known, RandomEngine engine) {
    return read(model, known, engine);
  }

  private Result read(TypeElement model, KnownNumbers known, RandomEngine engine) {
    Result alone = readAlone(model, known);
    if (!(alone instanceof Read one)) {
      return alone;
    }
    ModelClass read = engine == null ? one.model() : one.model().drawnBy(engine);
    if (StreamFacts.of(read.engine()).isByName()) {
      return new Read(read);
    }
    Map<TypeElement, ModelClass> modules = new LinkedHashMap<>();
    Optional<Result> failure = addModules(read, read.engine(), known, modules);
    return failure.orElseGet(() -> new Read(read.withModules(List.copyOf(modules.values()))));
  }

  /** Reads the classes of submodules that choose no random stream; what fails is returned. */
  private Optional<Result> addModules(
      ModelClass holder,
      RandomEngine engine,
      KnownNumbers known,
      Map<TypeElement, ModelClass> modules) {
    for (SubmoduleField field : holder.submodules()) {
      TypeElement module = field.module();
      if (module == null || field.engine().isPresent() || modules.containsKey(module)) {
        continue;
      }
      if (!this.modules.hasMembers(module)) {
        continue; // SubmoduleRules reports it.
      }
      ModelClass below = known == null ? shared.get(new Shared(module, engine)) : null;
      if (below == null) {
        // The numbers are those of the holder; of a class below only constants are known.
        Result result = readAlone(module, known == null ? null : KnownNumbers.CONSTANTS);
        if (!(result instanceof Read read)) {
          return Optional.of(result);
        }
        below = read.model().drawnBy(engine);
        if (known == null) {
          shared.put(new Shared(module, engine), below);
        }
      }
      modules.put(module, below);
      Optional<Result> failure = addModules(below, engine, known, modules);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Result readAlone(TypeElement model, KnownNumbers known) {
    ClassLine line = lines.of(model);
    if (line.missing().isPresent()) {
      return incomplete(line.missing().get().toString());
    }
    try {
      Symbols symbols = new Symbols(line, lines, elements, known);
      List<ModelField> members = new ArrayList<>();
      List<ClassLine> owners = line.upwards();
      Collections.reverse(owners);
      for (ClassLine owner : owners) {
        addMembers(model, owner, symbols, members);
      }
      String packageName = elements.getPackageOf(model).getQualifiedName().toString();
      return new Read(
          new ModelClass(
              line,
              packageName,
              modules.initializerOf(model),
              enclosing(model),
              Engines.of(line).orElse(RandomEngine.FANWISE),
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
      TypeElement model, ClassLine owner, Symbols symbols, List<ModelField> members) {
    for (VariableElement field : owner.members()) {
      Optional<AnnotationMirror> submodule = Mirrors.find(field, SubmoduleReader.SUBMODULE);
      members.add(
          submodule.isPresent()
              ? submodules.read(
                  model, owner.type(), field, submodule.get(), fields.weightAnnotations(field))
              : fields.read(owner.type(), field, symbols));
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
