package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.model.Sample;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.DeltaOrthogonalPattern;
import dev.fanwise.runtime.HadamardPattern;
import dev.fanwise.runtime.OrthogonalPattern;
import dev.fanwise.runtime.Pattern;
import java.util.EnumMap;
import java.util.Map;

/**
 * Draws the first elements of a model's parameters by the very kernels, keys and numbers that its
 * generated class has, one parameter after the other.
 */
final class Sampler {
  /** How many are drawn of a law whose tensor may be of any size. */
  private static final int OF_UNKNOWN = 1000;

  /** The largest tensor that is drawn as a whole where part of it cannot be had. */
  private static final long LARGEST = 1 << 24;

  /** What a tensor that cannot be divided may cost, and all of a model together. */
  private static final double COSTLIEST = 2e9;

  /** What one of PyTorch's numbers costs in these steps, about. */
  private static final double STEPS_OF_TORCH = 10;

  private final long seed;
  private final int most;
  private final Map<RandomEngine, StreamDraws> draws = new EnumMap<>(RandomEngine.class);
  private double costs;

  /** Why PyTorch's numbers are not known any more, or null. */
  private String lost;

  /**
   * @param most how many elements of a parameter are drawn
   */
  Sampler(long seed, int most) {
    this.seed = seed;
    this.most = most;
  }

  /** Takes note of submodules, whose parameters are drawn before those after them. */
  void passSubmodules(String field) {
    if (lost == null) {
      lost = "what is drawn before it depends on the submodules in " + field;
    }
  }

  /** Whether it is not known which of PyTorch's numbers come next. */
  boolean isLost() {
    return lost != null;
  }

  /** The first elements of the model's next parameter. */
  Sample next(ParameterPlan parameter) {
    if (!parameter.hasKnownSize()) {
      passUnknown(parameter);
      boolean hasElements =
          parameter.law().isKnown()
              && parameter.law().isRandom()
              && parameter.streamFacts().isByName();
      if (hasElements) {
        // Each is a function of its index, whatever the size.
        return ofKey(parameter, Math.min(most, OF_UNKNOWN));
      }
      return Sample.none("its dimensions are known at run time only");
    }
    if (!parameter.law().isKnown()) {
      passUnknown(parameter);
      return Sample.none("its numbers are known at run time only");
    }
    if (parameter.isSequential()) {
      return nextOfSequence(parameter);
    }
    if (!parameter.streamFacts().isByName()
        && parameter.stream().number() < 0
        && parameter.law().isRandom()) {
      return Sample.none("its number among the parameters depends on the submodules before it");
    }
    return keyed(parameter);
  }

  private void passUnknown(ParameterPlan parameter) {
    if (lost == null && parameter.law().isRandom()) {
      lost = "how much is drawn before it, for " + parameter.name() + ", is known at run time only";
    }
  }

  private Sample keyed(ParameterPlan parameter) {
    Law law = parameter.law();
    long elements = parameter.elements();
    boolean isWhole = false;
    if (law instanceof Law.Structured structured) {
      isWhole = !structured.isDivisible();
      double cost = cost(structured.pattern(), elements);
      if (isWhole && elements > LARGEST || costs + cost > COSTLIEST) {
        return Sample.none(
            isWhole
                ? "its elements cannot be drawn but all together, and that takes too long here"
                : "writing them takes too long here");
      }
      costs += cost;
    }
    return ofKey(parameter, (int) (isWhole ? elements : Math.min(elements, most)));
  }

  private Sample ofKey(ParameterPlan parameter, int count) {
    Tensor tensor = new Tensor(parameter.elementType(), count);
    draws(parameter).fill(parameter, tensor, count);
    return Sample.of(tensor.first(most));
  }

  /** About how many multiplications or steps a pattern takes, to know whether it is worth it. */
  private double cost(Pattern pattern, long elements) {
    if (pattern instanceof HadamardPattern hadamard) {
      return matrices(hadamard.channels) * hadamard.channels.out * hadamard.channels.in
          + Math.min(elements, most);
    }
    if (pattern instanceof OrthogonalPattern matrix) {
      return matrix.parts * reflections(matrix.height(), matrix.width()) + elements;
    }
    if (pattern instanceof DeltaOrthogonalPattern delta) {
      return matrices(delta.channels) * reflections(delta.channels.out, delta.channels.in)
          + elements;
    }
    return pattern.hasRanges() ? Math.min(elements, most) : elements;
  }

  private static double matrices(Channels channels) {
    return (double) channels.groups * channels.parts;
  }

  /** Householder's, drawn and multiplied out. */
  private static double reflections(double height, double width) {
    double shorter = Math.min(height, width);
    return 2 * Math.max(height, width) * shorter * shorter;
  }

  private StreamDraws draws(ParameterPlan parameter) {
    return draws.computeIfAbsent(parameter.engine(), engine -> StreamDraws.of(engine, seed));
  }

  private Sample nextOfSequence(ParameterPlan parameter) {
    long elements = parameter.elements();
    double cost = STEPS_OF_TORCH * elements;
    if (lost == null && (elements > LARGEST || costs + cost > COSTLIEST)) {
      lost = "PyTorch's numbers come one after the other, and those up to here are too many";
    }
    if (lost != null) {
      return Sample.none(lost);
    }
    costs += cost;
    Tensor tensor = new Tensor(parameter.elementType(), (int) elements);
    draws(parameter).fill(parameter, tensor, elements);
    return Sample.of(tensor.first(most));
  }
}
