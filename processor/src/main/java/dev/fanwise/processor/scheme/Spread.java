package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.Truncation;
import java.util.ArrayList;
import java.util.List;

/** From a standard deviation to a law with that standard deviation around zero. */
final class Spread {
  /** Where variance-scaling schemes cut a truncated normal, in its own standard deviations. */
  private static final double CUT = 2;

  private Spread() {}

  /**
   * The law of a variance-scaling scheme.
   *
   * @param std the standard deviation that elements shall have
   * @param derivation how that came about; the lines for the law's own numbers follow
   */
  static Resolution of(Distribution distribution, double std, List<String> derivation) {
    List<String> lines = new ArrayList<>(derivation);
    switch (distribution) {
      case UNIFORM -> {
        // Grouped as PyTorch has it, √3·std, for the same bits.
        double bound = Math.sqrt(3) * std;
        lines.add("bound = sqrt(3) * std = " + Numbers.text(bound));
        return new Resolution(new Law.Uniform(std, -bound, bound), lines);
      }
      case NORMAL -> {
        return new Resolution(new Law.Normal(0, std), lines);
      }
      case TRUNCATED_NORMAL -> {
        double before = std / Truncation.STD_AT_TWO;
        lines.add(
            "sigma = std / "
                + Numbers.text(Truncation.STD_AT_TWO)
                + " = "
                + Numbers.text(before)
                + ", cut at 2 sigma");
        return new Resolution(new Law.TruncatedNormal(0, before, -CUT, CUT), lines);
      }
    }
    throw new IllegalArgumentException("unknown distribution " + distribution);
  }

  /** The first line of a derivation. */
  static String fans(double fanIn, double fanOut) {
    return "fan_in " + Numbers.text(fanIn) + ", fan_out " + Numbers.text(fanOut);
  }
}
