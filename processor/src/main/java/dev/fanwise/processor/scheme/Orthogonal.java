package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.OrthogonalPattern;
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
    Needs.channels(this, geometry, complaints);
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.LONGER_SIDE);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (!geometry.isKnown()) {
      return new Resolution(
          new Law.Symbolic(
              "OrthogonalPattern", "of", true, false, List.of(new Law.Argument("gain", gain))),
          List.of("orthonormal rows or columns, whichever are fewer" + times()));
    }
    OrthogonalPattern pattern = OrthogonalPattern.of(geometry.channels(), gain);
    int height = pattern.height();
    int width = pattern.width();
    String orthonormal = height >= width ? "columns" : "rows";
    return new Resolution(
        new Law.Structured(
            "Orthogonal",
            "fill",
            true,
            false,
            List.of(
                new Law.Argument("outer", pattern.outer),
                new Law.Argument("out", pattern.out),
                new Law.Argument("inner", pattern.inner),
                new Law.Argument("parts", pattern.parts),
                new Law.Argument("gain", gain)),
            pattern),
        List.of(
            (pattern.parts > 1 ? pattern.parts + " matrices" : "a matrix")
                + " ["
                + height
                + ", "
                + width
                + "] with orthonormal "
                + orthonormal
                + times(),
            "std = gain / sqrt(" + Math.max(height, width) + ") = " + Numbers.text(pattern.std())));
  }

  private String times() {
    return gain == 1 ? "" : " * " + Numbers.text(gain);
  }
}
