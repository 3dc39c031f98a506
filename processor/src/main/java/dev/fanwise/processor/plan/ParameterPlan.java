package dev.fanwise.processor.plan;

import dev.fanwise.RandomEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One weight field, resolved: all that the writer needs to know of it.
 *
 * @param name the field's name
 * @param fillMethod the name of the method that fills it
 * @param elementType the type of its elements
 * @param storage what kind of field holds it
 * @param isFinal whether the field is final, so that a missing array cannot be supplied
 * @param isNullable whether the field is declared as one that may be null
 * @param isLazy whether the field stays null unless the user gives it an array
 * @param geometry its shape, and how that is to be read
 * @param engine its random stream
 * @param number its number among the model's parameters, by which JAX draws; -1 if submodules come
 *     before it
 * @param isPublished whether the methods that fill it are for users
 * @param streamName the name that its bits come from
 * @param streamId the number that its key is folded with
 * @param scheme the simple name of its scheme's annotation
 * @param fans its fans, or null where it has none
 * @param law what its elements are drawn from
 * @param derivation how the law's numbers come about, a line each
 * @param intent what the scheme says of the layer
 * @param steps the law's numbers that are worked out at run time
 * @param fanSource the tensor whose fans the steps need, or null
 * @param composedScheme the annotations from a user's own on the field to the scheme's, as one
 *     writes them: {@code @ConvInit}, {@code @XavierInit(gain = 2)}; empty if that one stands there
 * @param composedScaling the same for the scaling, if it has one
 * @param isUnitVariance whether it is marked to be scaled by a fit to data
 */
public record ParameterPlan(
    String name,
    String fillMethod,
    ElementType elementType,
    Storage storage,
    boolean isFinal,
    boolean isNullable,
    boolean isLazy,
    Geometry geometry,
    RandomEngine engine,
    int number,
    boolean isPublished,
    String streamName,
    long streamId,
    String scheme,
    FanNumbers fans,
    Law law,
    List<String> derivation,
    Intent intent,
    List<Step> steps,
    FanSource fanSource,
    List<String> composedScheme,
    List<String> composedScaling,
    boolean isUnitVariance)
    implements MemberPlan {

  /** fan_in and fan_out. */
  public record FanNumbers(double fanIn, double fanOut) {}

  public ParameterPlan {
    derivation = List.copyOf(derivation);
    steps = List.copyOf(steps);
    composedScheme = List.copyOf(composedScheme);
    composedScaling = List.copyOf(composedScaling);
  }

  /** Whether a field that is null is given an array. */
  public boolean isAllocated() {
    return !isFinal && !isLazy;
  }

  /** Whether there can be an array that holds it. */
  public boolean fitsArray() {
    return storage == Storage.NESTED || !hasKnownSize() || elements() <= Geometry.LONGEST_ARRAY;
  }

  /** What the names of its methods end with: {@code Hidden}. */
  public String methodSuffix() {
    return fillMethod.substring("fill".length());
  }

  /** Whether its bits come from another name than the field's. */
  public boolean hasStreamName() {
    return !streamName.equals(name);
  }

  /** The dimensions, outermost first. */
  public List<Dimension> shape() {
    return geometry.shape();
  }

  /** Whether every dimension is known, and the number of groups. */
  public boolean hasKnownShape() {
    return geometry.isKnown();
  }

  /** Whether every dimension is known. */
  public boolean hasKnownSize() {
    return geometry.hasKnownSize();
  }

  /** The number of elements of a shape of known size. */
  public long elements() {
    return geometry.elements();
  }

  /** The steps that drawing needs: all but those for the parameter's description alone. */
  public List<Step> stepsOfDraws() {
    Set<String> needed = new HashSet<>();
    law.termsOfDraws().flatMap(Term::names).forEach(needed::add);
    List<Step> used = new ArrayList<>();
    for (int at = steps.size() - 1; at >= 0; at--) {
      if (needed.contains(steps.get(at).name())) {
        used.add(0, steps.get(at));
        steps.get(at).term().names().forEach(needed::add);
      }
    }
    return used;
  }

  /** Where the numbers come from that its methods need, each once. */
  public List<Symbol> symbols() {
    Stream<Symbol> ofFans = fanSource == null ? Stream.of() : fanSource.geometry().symbols();
    Stream<Symbol> ofSteps = steps.stream().flatMap(step -> step.term().symbols());
    return Stream.of(geometry.symbols(), ofFans, ofSteps)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }
}
