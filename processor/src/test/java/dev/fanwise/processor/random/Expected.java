package dev.fanwise.processor.random;

import dev.fanwise.Distribution;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.runtime.Draw;
import dev.fanwise.runtime.Fill;

/** The elements that a random field shall have, one at a time. */
final class Expected {
  private Expected() {}

  /** All elements in row-major order; floats are doubles exactly. */
  static double[] elements(RandomField field, long seed) {
    long key = Reference.key(seed, field.name());
    double[] elements = new double[field.elements()];
    for (int e = 0; e < elements.length; e++) {
      elements[e] = element(field, key, e);
    }
    return elements;
  }

  private static double element(RandomField field, long key, int e) {
    RandomScheme scheme = field.scheme();
    if (scheme instanceof RandomScheme.Constant constant) {
      return field.isFloat() ? (float) constant.value() : constant.value();
    }
    if (scheme instanceof RandomScheme.Bias bias) {
      return uniform(field, key, e, bias.bound());
    }
    if (scheme instanceof RandomScheme.Xavier xavier) {
      return drawn(field, key, e, xavier.distribution(), xavier.std(field));
    }
    RandomScheme.Kaiming kaiming = (RandomScheme.Kaiming) scheme;
    return drawn(field, key, e, kaiming.distribution(), kaiming.std(field));
  }

  private static double drawn(
      RandomField field, long key, int e, Distribution distribution, double std) {
    return switch (distribution) {
      case UNIFORM -> uniform(field, key, e, std * Math.sqrt(3));
      case NORMAL ->
          field.isFloat()
              ? Draw.normal(Reference.word(key, e), 0, (float) std)
              : Draw.normal(Reference.word64(key, e), 0, std);
      case TRUNCATED_NORMAL -> truncated(field, key, e, std / 0.87962566103423978);
    };
  }

  private static double uniform(RandomField field, long key, int e, double bound) {
    return field.isFloat()
        ? Reference.uniformFloat(key, e, bound)
        : Reference.uniformDouble(key, e, bound);
  }

  private static double truncated(RandomField field, long key, int e, double sigma) {
    if (field.isFloat()) {
      float[] one = new float[1];
      Fill.truncatedNormal(one, 0, 1, key, e, 0, sigma, -2, 2);
      return one[0];
    }
    double[] one = new double[1];
    Fill.truncatedNormal(one, 0, 1, key, e, 0, sigma, -2, 2);
    return one[0];
  }
}
