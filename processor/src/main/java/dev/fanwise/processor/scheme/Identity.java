package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.TapPattern;

/** {@code @IdentityInit}: ones on the diagonal, of each part of a fused matrix. */
public record Identity(double gain) implements Scheme {
  static Identity read(Arguments arguments) {
    return new Identity(arguments.number("gain"));
  }

  @Override
  public String annotation() {
    return "IdentityInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.finite("gain", gain, complaints, Problem.FACTOR);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.matrix(this, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    String where = "output i = input i";
    return geometry.isKnown()
        ? TapLaw.of(TapPattern.identity(geometry.channels(), gain), where)
        : TapLaw.symbolic("identity", gain, where, new Law.Argument("gain", gain));
  }
}
