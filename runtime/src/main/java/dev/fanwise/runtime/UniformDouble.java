package dev.fanwise.runtime;

/** The uniform law for doubles, symmetric about its centre; see {@link Fill#uniform}. */
final class UniformDouble extends DoubleLaw {
  private final double centre;
  private final double step;
  private final double lowest;
  private final double highest;

  UniformDouble(double low, double high) {
    centre = low / 2 + high / 2;
    step = (high / 2 - low / 2) * 0x1p-52;
    lowest = Math.nextUp(low);
    highest = Math.nextAfter(high, Double.NEGATIVE_INFINITY);
  }

  @Override
  double of(long word) {
    double draw = Draw.uniform(word, step);
    return centre == 0 ? draw : Math.min(Math.max(centre + draw, lowest), highest);
  }
}
