package dev.fanwise.processor.scheme;

import dev.fanwise.ResidualRule;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code @ResidualScaled}: a factor on the standard deviation of a scheme.
 *
 * @param layers the number of layers: 0 if the user wrote none
 */
public record Scaling(
    Dimension layers, ResidualRule rule, int branchLayers, boolean branchLayersGiven) {
  /** Reads all but the number of layers, which may be of the model. */
  public static Scaling read(Arguments arguments, Dimension layers) {
    return new Scaling(
        layers,
        arguments.constant("rule", ResidualRule.class),
        arguments.integer("branchLayers"),
        arguments.isGiven("branchLayers"));
  }

  /** Says what is wrong with its members. */
  public void check(Complaints complaints) {
    checkLayers(complaints);
    if (branchLayersGiven && rule != ResidualRule.FIXUP) {
      complaints.add(
          "branchLayers", Problem.BRANCH_LAYERS_UNUSED, branchLayers, complaints.field(), rule);
    } else if (branchLayers < 2) {
      complaints.add("branchLayers", Problem.BRANCH_LAYERS, branchLayers, complaints.field());
    }
  }

  private void checkLayers(Complaints complaints) {
    boolean isNumber = complaints.isGiven("layers");
    boolean isName = complaints.isGiven("layersOf");
    if (isNumber && isName) {
      complaints.add(
          "layersOf",
          Problem.MEMBER_TWICE,
          "ResidualScaled",
          complaints.field(),
          "layers",
          "layersOf",
          "layers",
          "layersOf");
    } else if (!isNumber && !isName) {
      complaints.add(null, Problem.LAYERS_MISSING, complaints.field());
    } else if (layers.isKnown() && layers.value() < 1) {
      String member = isNumber ? "layers" : "layersOf";
      complaints.add(member, Problem.LAYERS, layers, complaints.field());
    }
  }

  /** The factor, as far as it is known; see {@link ResidualRule} for the papers. */
  public Term factor() {
    return residual().folded();
  }

  private Term.Residual residual() {
    return new Term.Residual(rule, layers, branchLayers);
  }

  /** A resolution with the standard deviation multiplied, or nothing if it has none. */
  public Optional<Resolution> apply(Resolution resolution) {
    Term factor = factor();
    List<Step> steps = new ArrayList<>(resolution.steps());
    if (!factor.isKnown()) {
      steps.add(new Step("factor", factor));
    }
    return scaled(resolution.law(), factor.isKnown() ? factor : new Term.Named("factor"))
        .map(
            law -> {
              List<String> lines = new ArrayList<>(resolution.derivation());
              String line = "times " + residual().formula() + factor.result();
              lines.add(law.isKnown() ? line + " -> " + result(law) : line);
              return new Resolution(law, lines, steps);
            });
  }

  private static Optional<Law> scaled(Law law, Term factor) {
    return law.accept(
        new Law.Cases<Optional<Law>>(
            constant -> Optional.empty(),
            uniform -> Optional.of(scaled(uniform, factor)),
            normal -> Optional.of(new Law.Normal(normal.mean(), normal.std().times(factor))),
            cut ->
                Optional.of(
                    new Law.TruncatedNormal(
                        cut.mean(), cut.std().times(factor), cut.lower(), cut.upper())),
            structured -> Optional.empty(),
            symbolic -> Optional.empty()));
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
    Term half = Term.of(high / 2 - low / 2).times(factor);
    if (low == -high) {
      return new Law.Uniform(std, half.negated(), half);
    }
    Term middle = Term.of(low / 2 + high / 2);
    return new Law.Uniform(std, middle.minus(half), middle.plus(half));
  }

  private static String result(Law law) {
    return law.accept(
        new Law.Cases<>(
            Scaling::unscaled,
            uniform -> "bounds " + uniform.low().text() + ", " + uniform.high().text(),
            normal -> "std " + normal.std().text(),
            cut -> "sigma " + cut.std().text(),
            Scaling::unscaled,
            Scaling::unscaled));
  }

  private static String unscaled(Law law) {
    throw new IllegalStateException(law + " has no factor");
  }
}
