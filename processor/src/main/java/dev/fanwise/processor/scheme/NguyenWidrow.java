package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.NguyenWidrowPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code @NguyenWidrowInit}: weights of units that have random directions and the length
 * 0.7·H^(1/N), and biases up to it.
 *
 * <p>Nguyen and Widrow (IJCNN 1990).
 */
public record NguyenWidrow(String of) implements Scheme {
  static NguyenWidrow read(Arguments arguments) {
    return new NguyenWidrow(arguments.text("of"));
  }

  @Override
  public String annotation() {
    return "NguyenWidrowInit";
  }

  @Override
  public Optional<String> otherField() {
    return of.isEmpty() ? Optional.empty() : Optional.of(of);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    if (of.isEmpty()) {
      Needs.matrix(this, geometry, complaints);
    }
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Derivation derivation = Derivation.ofFans(geometry, of.isEmpty() ? "" : " of " + of);
    if (!of.isEmpty()) {
      Term bound = geometry.formula(Formulas.NGUYEN_WIDROW, Formulas::nguyenWidrow, "nguyenWidrow");
      return Spread.uniform(
          bound, derivation.line("beta", Formulas.NGUYEN_WIDROW, bound).line("bound = beta"));
    }
    if (!geometry.isKnown()) {
      return derivation
          .line("beta = " + Formulas.NGUYEN_WIDROW)
          .line("each unit's weights: a random direction of length beta")
          .of(new Law.Symbolic("NguyenWidrowPattern", "of", true, false, List.of()));
    }
    Channels channels = geometry.channels();
    NguyenWidrowPattern pattern = NguyenWidrowPattern.of(channels);
    List<Law.Argument> arguments = new ArrayList<>();
    arguments.add(new Law.Argument("out", channels.out));
    arguments.add(new Law.Argument("outStep", channels.outStep));
    arguments.add(new Law.Argument("in", channels.in));
    arguments.add(new Law.Argument("inStep", channels.inStep));
    arguments.addAll(Blocks.arguments(channels));
    arguments.add(new Law.Argument("length", pattern.length));
    return derivation
        .line("beta", Formulas.NGUYEN_WIDROW, Term.of(pattern.length))
        .line("each unit's weights: a random direction of length beta")
        .of(new Law.Structured("NguyenWidrowPattern", "fill", true, false, arguments, pattern));
  }
}
