package dev.fanwise.runtime;

/** One value for every element. */
final class ConstantDraws extends PlacedDraws {
  private final double value;

  ConstantDraws(double value) {
    super(value, 0, value, value);
    this.value = value;
  }

  @Override
  void check(DataType type, int count, long from) {
    if (Math.abs(value) > Drawable.most(type)) {
      throw new IllegalArgumentException(value + " is too large for " + type);
    }
  }

  @Override
  void fill(Sink into, int count, long key, long from) {
    for (int i = 0; i < count; i++) {
      into.set(i, value);
    }
  }

  @Override
  public ParameterInfo describe(ParameterInfo.Builder parameter) {
    return parameter.constant(value);
  }
}
