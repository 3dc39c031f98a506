package dev.fanwise.samples.depth;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;

/**
 * The same layers as {@link KaimingLayers}, started as was usual before: N(0, 0.01²) whatever the
 * size of the layer (Krizhevsky et al., 2012).
 *
 * <p>Drawn by hand with the runtime's kernel, from the stream that a field {@code weights} of an
 * annotated class would have.
 */
final class SmallNormalLayers {
  private static final double STD = 0.01;

  private SmallNormalLayers() {}

  static Dense first(long seed) {
    return layer(Scheme.WIDTH, Digits.PIXELS, seed);
  }

  static Dense hidden(long seed) {
    return layer(Scheme.WIDTH, Scheme.WIDTH, seed);
  }

  static Dense last(long seed) {
    return layer(Digits.CLASSES, Scheme.WIDTH, seed);
  }

  static double hiddenStd() {
    return STD;
  }

  private static Dense layer(int out, int in, long seed) {
    double[] weights = new double[out * in];
    long key = Keys.fold(seed, Keys.id("weights"));
    Fill.normal(weights, 0, weights.length, key, 0, 0, STD);
    return new Dense(weights, new double[out]);
  }
}
