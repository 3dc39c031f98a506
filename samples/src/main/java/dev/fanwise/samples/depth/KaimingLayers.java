package dev.fanwise.samples.depth;

import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * The layers of a deep ReLU network as He et al. (2015) start them: std = √(2 / fan_in).
 *
 * <p>One class per kind of layer; a network initialises {@link Hidden} as often as it is deep, each
 * time with another seed. The fields are {@code double[]} because the sample follows signals down
 * to 1e-60, where a float has long been 0.
 */
final class KaimingLayers {
  private KaimingLayers() {}

  static final class First {
    @Shape({Scheme.WIDTH, Digits.PIXELS})
    @KaimingInit
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Hidden {
    @Shape({Scheme.WIDTH, Scheme.WIDTH})
    @KaimingInit
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Last {
    @Shape({Digits.CLASSES, Scheme.WIDTH})
    @KaimingInit
    double[] weights;

    @Shape(Digits.CLASSES)
    @ZerosInit
    double[] bias;
  }

  static Dense first(long seed) {
    First layer = KaimingLayers_FirstInitializer.initialize(new First(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense hidden(long seed) {
    Hidden layer = KaimingLayers_HiddenInitializer.initialize(new Hidden(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense last(long seed) {
    Last layer = KaimingLayers_LastInitializer.initialize(new Last(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  /** The standard deviation of hidden weights, as the processor derived it: √(2 / 64). */
  static double hiddenStd() {
    return KaimingLayers_HiddenInitializer.parameters().get(0).std();
  }
}
