package dev.fanwise.runtime;

/** Elements that depend on where in the tensor they are. */
final class PatternDraws extends PlacedDraws {
  private final Pattern pattern;
  private final long elements;

  PatternDraws(Pattern pattern, long elements) {
    super(pattern.mean(), pattern.std(), pattern.low(), pattern.high());
    this.pattern = pattern;
    this.elements = elements;
  }

  @Override
  public boolean hasRanges() {
    return pattern.hasRanges();
  }

  @Override
  void check(DataType type, int count, long from) {
    if (from > elements - count) {
      throw new IllegalArgumentException(
          "elements " + from + " to " + (from + count) + " are not all among its " + elements);
    }
    if (!pattern.hasRanges() && count != elements) {
      throw new IllegalArgumentException(
          "its elements depend on each other, so all "
              + elements
              + " are drawn at once, not "
              + count
              + " from "
              + from);
    }
  }

  @Override
  void fill(Sink into, int count, long key, long from) {
    pattern.fill(into, from, count, key);
  }

  @Override
  public ParameterInfo describe(ParameterInfo.Builder parameter) {
    return parameter.structured(pattern);
  }
}
