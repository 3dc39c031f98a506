package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.TapPattern;

/** {@code @DiracInit}: the centre tap passes input i of each group to its output i. */
public record Dirac(double gain) implements Scheme {
  static Dirac read(Arguments arguments) {
    return new Dirac(arguments.number("gain"));
  }

  @Override
  public String annotation() {
    return "DiracInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.finite("gain", gain, complaints, Problem.FACTOR);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.convolution(this, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    String where = "output i = input i at the centre tap";
    return geometry.isKnown()
        ? TapLaw.of(TapPattern.identity(geometry.channels(), gain), where)
        : TapLaw.symbolic("identity", gain, where, new Law.Argument("gain", gain));
  }
}
