package dev.fanwise.processor.scheme;

import dev.fanwise.ResidualRule;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @ResidualScaled}: a factor on the standard deviation of a scheme. */
public record Scaling(int layers, ResidualRule rule, int branchLayers, boolean branchLayersGiven) {
  public static Scaling read(Arguments arguments) {
    return new Scaling(
        arguments.integer("layers"),
        arguments.constant("rule", ResidualRule.class),
        arguments.integer("branchLayers"),
        arguments.isGiven("branchLayers"));
  }

  /** Says what is wrong with its members. */
  public void check(Complaints complaints) {
    if (layers < 1) {
      complaints.add("layers", Problem.LAYERS, layers, complaints.field());
    }
    if (branchLayersGiven && rule != ResidualRule.FIXUP) {
      complaints.add(
          "branchLayers", Problem.BRANCH_LAYERS_UNUSED, branchLayers, complaints.field(), rule);
    } else if (branchLayers < 2) {
      complaints.add("branchLayers", Problem.BRANCH_LAYERS, branchLayers, complaints.field());
    }
  }

  /** The factor; see {@link ResidualRule} for the papers. */
  public double factor() {
    return switch (rule) {
      case GPT2 -> 1 / Math.sqrt(2.0 * layers);
      case DEEPNORM -> 1 / fourthRoot(8.0 * layers);
      case T_FIXUP -> 0.67 / fourthRoot(layers);
      case T_FIXUP_DECODER -> 1 / fourthRoot(9.0 * layers);
      case FIXUP -> StrictMath.pow(layers, -1.0 / root());
    };
  }

  private long root() {
    return 2L * branchLayers - 2;
  }

  private static double fourthRoot(double x) {
    return Math.sqrt(Math.sqrt(x));
  }

  /** A resolution with the standard deviation multiplied, or nothing if it has none. */
  public Optional<Resolution> apply(Resolution resolution) {
    double factor = factor();
    return scaled(resolution.law(), Term.of(factor))
        .map(
            law -> {
              List<String> lines = new ArrayList<>(resolution.derivation());
              String line = "times " + formula() + " = " + Numbers.text(factor);
              lines.add(law.isKnown() ? line + " -> " + result(law) : line);
              return new Resolution(law, lines, resolution.steps());
            });
  }

  private String formula() {
    return switch (rule) {
      case GPT2 -> "1 / sqrt(2 * " + layers + ")";
      case DEEPNORM -> "(8 * " + layers + ")^(-1/4)";
      case T_FIXUP -> "0.67 * " + layers + "^(-1/4)";
      case T_FIXUP_DECODER -> "(9 * " + layers + ")^(-1/4)";
      case FIXUP -> layers + "^(-1/" + root() + ")";
    };
  }

  private static Optional<Law> scaled(Law law, Term factor) {
    if (law instanceof Law.Uniform uniform) {
      return Optional.of(scaled(uniform, factor));
    }
    if (law instanceof Law.Normal normal) {
      return Optional.of(new Law.Normal(normal.mean(), normal.std().times(factor)));
    }
    if (law instanceof Law.TruncatedNormal cut) {
      return Optional.of(
          new Law.TruncatedNormal(cut.mean(), cut.std().times(factor), cut.lower(), cut.upper()));
    }
    return Optional.empty();
  }

  private static Law scaled(Law.Uniform law, Term factor) {
    Term std = law.std().times(factor);
    if (!law.high().isKnown()) {
      // Schemes that need the fans are symmetric about zero.
      Term high = law.high().times(factor);
      return new Law.Uniform(std, high.negated(), high);
    }
    double low = law.low().value();
    double high = law.high().value();
    double middle = low / 2 + high / 2;
    double half = (high / 2 - low / 2) * factor.value();
    return new Law.Uniform(std, Term.of(middle - half), Term.of(middle + half));
  }

  private static String result(Law law) {
    if (law instanceof Law.Uniform uniform) {
      return "bounds " + uniform.low().text() + ", " + uniform.high().text();
    }
    if (law instanceof Law.Normal normal) {
      return "std " + normal.std().text();
    }
    return "sigma " + ((Law.TruncatedNormal) law).std().text();
  }
}
