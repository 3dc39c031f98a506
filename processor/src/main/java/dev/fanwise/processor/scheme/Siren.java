package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import java.util.List;

/**
 * {@code @SirenInit}: ±1 / fan_in in the first layer, ±√(6 / fan_in) / ω₀ in the others.
 *
 * <p>Sitzmann et al. (NeurIPS 2020), section 3.2.
 */
public record Siren(double omega0, boolean first) implements Scheme {
  static Siren read(Arguments arguments) {
    return new Siren(arguments.number("omega0"), arguments.flag("first"));
  }

  @Override
  public String annotation() {
    return "SirenInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.positive("omega0", omega0, complaints, Problem.OMEGA);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints, Problem.SIREN_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Fans fans = geometry.fans();
    String fanIn = Numbers.text(fans.fanIn());
    double bound = first ? 1 / fans.fanIn() : Math.sqrt(6 / fans.fanIn()) / omega0;
    String line =
        first
            ? "bound = 1 / fan_in = 1 / " + fanIn
            : "bound = sqrt(6 / fan_in) / omega0 = sqrt(6 / "
                + fanIn
                + ") / "
                + Numbers.text(omega0);
    return new Resolution(
        new Law.Uniform(bound / Math.sqrt(3), -bound, bound),
        List.of(Spread.fans(fans.fanIn(), fans.fanOut()), line + " = " + Numbers.text(bound)));
  }
}
