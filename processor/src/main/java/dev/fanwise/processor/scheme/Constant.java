package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import java.util.List;

/** {@code @ZerosInit}, {@code @OnesInit} and {@code @ConstantInit}: one value. */
public record Constant(String annotation, double value) implements Scheme {
  @Override
  public Resolution resolve(Geometry geometry) {
    return new Resolution(new Law.Constant(value), List.of());
  }
}
