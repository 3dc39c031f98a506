package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.MupScale;
import java.util.List;

/**
 * {@code @MupInit}: gain / √(base fan_in), narrowed by √(base fan_in / fan_in) where both fans are
 * infinite.
 *
 * <p>Yang et al., "Tensor Programs V" (2022), table 8; an axis is infinite if it is not as long as
 * in the base shape.
 */
public record Mup(List<Integer> baseShape, double gain, Distribution distribution)
    implements Scheme {
  public Mup {
    baseShape = List.copyOf(baseShape);
  }

  static Mup read(Arguments arguments) {
    return new Mup(
        arguments.integers("baseShape"),
        arguments.number("gain"),
        arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "MupInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.gain(gain, complaints);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints);
    if (baseShape.size() != geometry.rank()) {
      complaints.add(
          "baseShape", Problem.MUP_BASE_RANK, baseShape, complaints.field(), geometry.shape());
    } else if (geometry.hasFans()) {
      try {
        Geometry base = geometry.withShape(baseShape);
        (base.groups().isKnown() ? base : base.ungrouped()).fans();
      } catch (IllegalArgumentException e) {
        complaints.add(
            "baseShape", Problem.MUP_BASE, baseShape, complaints.field(), e.getMessage());
      }
    }
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Geometry baseGeometry = geometry.withShape(baseShape);
    if (!geometry.isKnown()) {
      Term std = new Term.Mup(baseGeometry, gain);
      return Spread.of(
          distribution,
          std,
          Derivation.ofFans(geometry, "; base " + Derivation.fans(baseGeometry))
              .line("std = " + MupScale.AT_BASE + ", times " + MupScale.NARROWING)
              .line("    where both fans differ from the base's"));
    }
    Fans fans = geometry.fans();
    Fans base = baseGeometry.fans();
    boolean fanInGrows = fans.fanIn() != base.fanIn();
    boolean fanOutGrows = fans.fanOut() != base.fanOut();
    boolean hidden = MupScale.isHidden(fans, base);
    Term std = Term.of(MupScale.std(fans, base, gain));
    String infinite = hidden ? "both fans" : fanInGrows ? "fan_in" : "fan_out";
    return Spread.of(
        distribution,
        std,
        Derivation.ofFans(geometry, "; base " + Derivation.fans(baseGeometry))
            .line("infinite: " + (fanInGrows || fanOutGrows ? infinite : "none"))
            .line(
                "std = "
                    + MupScale.AT_BASE
                    + (hidden ? " * " + MupScale.NARROWING : "")
                    + std.result()));
  }
}
