package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.DeltaOrthogonalPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code @DeltaOrthogonalInit}: orthonormal columns at the centre tap, 0 elsewhere.
 *
 * <p>Xiao et al. (ICML 2018), algorithm 1.
 */
public record DeltaOrthogonal(double gain) implements Scheme {
  static DeltaOrthogonal read(Arguments arguments) {
    return new DeltaOrthogonal(arguments.number("gain"));
  }

  @Override
  public String annotation() {
    return "DeltaOrthogonalInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.gain(gain, complaints);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.convolution(this, geometry, complaints);
    if (geometry.hasFans() && geometry.isKnown()) {
      Channels channels = geometry.channels();
      if (channels.out < channels.in) {
        complaints.add(
            null,
            Problem.DELTA_ORTHOGONAL_OUT,
            complaints.field(),
            channels.out,
            channels.in,
            geometry.shape());
      }
    }
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (!geometry.isKnown()) {
      return new Resolution(
          new Law.Symbolic(
              "DeltaOrthogonalPattern", "of", true, false, List.of(new Law.Argument("gain", gain))),
          List.of("orthonormal columns at the centre tap" + times() + ", 0 elsewhere"));
    }
    Channels channels = geometry.channels();
    List<Law.Argument> arguments = new ArrayList<>();
    arguments.add(new Law.Argument("elements", channels.elements));
    arguments.addAll(Blocks.matrix(channels));
    arguments.addAll(Blocks.arguments(channels));
    arguments.add(new Law.Argument("gain", gain));
    return new Resolution(
        new Law.Structured(
            "Orthogonal",
            "delta",
            true,
            false,
            arguments,
            DeltaOrthogonalPattern.of(channels, gain)),
        List.of(
            "tap "
                + channels.centre
                + " of "
                + channels.taps
                + ": ["
                + channels.out
                + ", "
                + channels.in
                + "] with orthonormal columns"
                + times(),
            "other taps: 0"));
  }

  private String times() {
    return gain == 1 ? "" : " * " + Numbers.text(gain);
  }
}
