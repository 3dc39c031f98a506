package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;
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
    Needs.rank(3, 5, this, geometry, complaints, Problem.DELTA_ORTHOGONAL_RANK);
    if (geometry.hasFans()) {
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
    Channels channels = geometry.channels();
    long elements = geometry.elements();
    // A matrix with orthonormal columns has as many ones in the sum of its squares as columns.
    double squares = (double) channels.in * channels.groups * channels.parts;
    double std = gain * Math.sqrt(squares / elements);
    List<Law.Argument> arguments = new ArrayList<>();
    arguments.add(new Law.Argument("elements", elements));
    arguments.addAll(Blocks.matrix(channels));
    arguments.addAll(Blocks.arguments(channels));
    arguments.add(new Law.Argument("gain", gain));
    return new Resolution(
        new Law.Structured(
            "Orthogonal", "delta", true, false, arguments, new Law.Moments(0, std, -gain, gain)),
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
                + (gain == 1 ? "" : " * " + Numbers.text(gain)),
            "other taps: 0"));
  }
}
