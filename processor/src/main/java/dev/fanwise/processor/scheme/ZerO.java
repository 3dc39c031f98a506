package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.HadamardPattern;
import dev.fanwise.runtime.Pattern;
import dev.fanwise.runtime.TapPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code @ZerOInit}: the identity, or the Hadamard transform where there are more outputs than
 * inputs.
 *
 * <p>Zhao et al. (TMLR 2022), algorithm 1, with the scale of the authors' code, 2^(−m/2).
 */
public record ZerO() implements Scheme {
  static ZerO read(Arguments none) {
    return new ZerO();
  }

  @Override
  public String annotation() {
    return "ZerOInit";
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.channels(this, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (!geometry.isKnown()) {
      return new Resolution(
          new Law.Symbolic("HadamardPattern", "zero", false, true, List.of()),
          List.of("identity if outputs <= inputs, else +-2^(-m/2) with 2^m >= outputs"));
    }
    Channels channels = geometry.channels();
    Pattern pattern = HadamardPattern.zero(channels);
    return pattern instanceof TapPattern taps
        ? TapLaw.of(taps, "output i = input i")
        : hadamard((HadamardPattern) pattern, channels);
  }

  private static Resolution hadamard(HadamardPattern pattern, Channels channels) {
    List<Law.Argument> arguments = new ArrayList<>(Blocks.matrix(channels));
    arguments.addAll(Blocks.arguments(channels));
    arguments.add(new Law.Argument("scale", pattern.scale));
    int power = pattern.power;
    return new Resolution(
        new Law.Structured("Hadamard", "fill", false, true, arguments, pattern),
        List.of(
            "m = " + power + ", since 2^" + power + " >= " + channels.out + " outputs",
            "entry (i, j) = +-2^(-m/2) = +-"
                + Numbers.text(pattern.scale)
                + ", minus where i and j",
            "have an odd number of binary ones in common"));
  }
}
