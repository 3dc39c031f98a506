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
 * @param isPublished whether the methods that fill it are for users
 * @param holder the field
 * @param geometry its shape, and how that is to be read
 * @param stream where its bits come from
 * @param resolved what its scheme comes to
 * @param composed the user's own annotations on it
 * @param isUnitVariance whether it is marked to be scaled by a fit to data
 */
public record ParameterPlan(
    String name,
    String fillMethod,
    boolean isPublished,
    Holder holder,
    Geometry geometry,
    StreamRef stream,
    Resolved resolved,
    Composed composed,
    boolean isUnitVariance)
    implements MemberPlan {

  /** fan_in and fan_out. */
  public record FanNumbers(double fanIn, double fanOut) {}

  /** The type of its elements. */
  public ElementType elementType() {
    return holder.elementType();
  }

  /** What kind of field holds it. */
  public Storage storage() {
    return holder.storage();
  }

  /** Whether the field is final. */
  public boolean isFinal() {
    return holder.isFinal();
  }

  /** Whether the field is declared as one that may be null. */
  public boolean isNullable() {
    return holder.isNullable();
  }

  /** Whose numbers its bits are. */
  public RandomEngine engine() {
    return stream.engine();
  }

  /** What is true of such numbers. */
  public StreamFacts streamFacts() {
    return StreamFacts.of(stream.engine());
  }

  /** Whether its numbers follow those of the parameter before it. */
  public boolean isSequential() {
    return streamFacts().isOneSequence() && law().isRandom();
  }

  /** The simple name of its scheme's annotation. */
  public String scheme() {
    return resolved.scheme();
  }

  /** Its fans, or null where it has none. */
  public FanNumbers fans() {
    return resolved.fans();
  }

  /** What its elements are drawn from. */
  public Law law() {
    return resolved.law();
  }

  /** How the law's numbers come about, a line each. */
  public List<String> derivation() {
    return resolved.derivation();
  }

  /** The law's numbers that are worked out at run time. */
  public List<Step> steps() {
    return resolved.steps();
  }

  /** The tensor whose fans the steps need, or null. */
  public FanSource fanSource() {
    return resolved.fanSource();
  }

  /** Whether a field that is null is given an array. */
  public boolean isAllocated() {
    return !holder.isFinal() && !holder.isLazy();
  }

  /** Whether there can be an array that holds it. */
  public boolean fitsArray() {
    return storage() == Storage.NESTED || !hasKnownSize() || elements() <= Geometry.LONGEST_ARRAY;
  }

  /** What the names of its methods end with: {@code Hidden}. */
  public String methodSuffix() {
    return fillMethod.substring("fill".length());
  }

  /** Whether its bits come from another name than the field's. */
  public boolean hasStreamName() {
    return !stream.name().equals(name);
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
    law().termsOfDraws().flatMap(Term::names).forEach(needed::add);
    List<Step> used = new ArrayList<>();
    for (int at = steps().size() - 1; at >= 0; at--) {
      if (needed.contains(steps().get(at).name())) {
        used.add(0, steps().get(at));
        steps().get(at).term().names().forEach(needed::add);
      }
    }
    return used;
  }

  /** Where the numbers come from that its methods need, each once. */
  public List<Symbol> symbols() {
    Stream<Symbol> ofFans = fanSource() == null ? Stream.of() : fanSource().geometry().symbols();
    Stream<Symbol> ofSteps = steps().stream().flatMap(step -> step.term().symbols());
    return Stream.of(geometry.symbols(), ofFans, ofSteps)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }
}
