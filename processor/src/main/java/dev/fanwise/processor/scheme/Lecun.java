package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import java.util.List;

/**
 * {@code @LecunInit}: std = √(1 / fan_in).
 *
 * <p>LeCun et al., "Efficient BackProp" (1998), equation 16.
 */
public record Lecun(Distribution distribution) implements Scheme {
  static Lecun read(Arguments arguments) {
    return new Lecun(arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "LecunInit";
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints, Problem.LECUN_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Fans fans = geometry.fans();
    double std = Math.sqrt(1 / fans.fanIn());
    String fanIn = Numbers.text(fans.fanIn());
    return Spread.of(
        distribution,
        std,
        List.of(
            Spread.fans(fans.fanIn(), fans.fanOut()),
            "std = sqrt(1 / fan_in) = sqrt(1 / " + fanIn + ") = " + Numbers.text(std)));
  }
}
