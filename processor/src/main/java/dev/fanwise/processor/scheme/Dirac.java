package dev.fanwise.processor.scheme;

import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;

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
    Needs.rank(3, 5, this, geometry, complaints, Problem.DIRAC_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Channels channels = geometry.channels();
    return TapLaw.of(
        geometry,
        channels,
        Math.min(channels.out, channels.in),
        gain,
        "output i = input i at the centre tap");
  }
}
