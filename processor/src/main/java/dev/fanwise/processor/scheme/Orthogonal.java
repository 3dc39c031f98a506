package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;
import java.util.List;

/**
 * {@code @OrthogonalInit}: a Haar-distributed semi-orthogonal matrix over [out, rest].
 *
 * <p>Saxe et al. (ICLR 2014), section 3.
 */
public record Orthogonal(double gain) implements Scheme {
  static Orthogonal read(Arguments arguments) {
    return new Orthogonal(arguments.number("gain"));
  }

  @Override
  public String annotation() {
    return "OrthogonalInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.gain(gain, complaints);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.rank(2, Integer.MAX_VALUE, this, geometry, complaints, Problem.ORTHOGONAL_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Channels channels = geometry.channels();
    int out = channels.outAxis;
    int inner = Math.toIntExact(channels.outStep);
    int outer = Math.toIntExact(geometry.elements() / out / inner);
    // Parts lie along the output axis within each group.
    int parts = channels.parts == 1 ? 1 : out / channels.out;
    int height = out / parts;
    int width = outer * inner;
    double std = gain / Math.sqrt(Math.max(height, width));
    String orthonormal = height >= width ? "columns" : "rows";
    return new Resolution(
        new Law.Structured(
            "Orthogonal",
            "fill",
            true,
            false,
            List.of(
                new Law.Argument("outer", outer),
                new Law.Argument("out", out),
                new Law.Argument("inner", inner),
                new Law.Argument("parts", parts),
                new Law.Argument("gain", gain)),
            new Law.Moments(0, std, -gain, gain)),
        List.of(
            (parts > 1 ? parts + " matrices" : "a matrix")
                + " ["
                + height
                + ", "
                + width
                + "] with orthonormal "
                + orthonormal
                + (gain == 1 ? "" : " * " + Numbers.text(gain)),
            "std = gain / sqrt(" + Math.max(height, width) + ") = " + Numbers.text(std)));
  }
}
