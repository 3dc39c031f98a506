package dev.fanwise.samples.depth;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * The same layers as {@link KaimingLayers}, started as was usual before: N(0, 0.01²) whatever the
 * size of the layer (Krizhevsky et al., 2012).
 */
final class SmallNormalLayers {
  private static final double STD = 0.01;

  private SmallNormalLayers() {}

  static final class First {
    @Shape({Scheme.WIDTH, Digits.PIXELS})
    @NormalInit(std = STD)
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Hidden {
    @Shape({Scheme.WIDTH, Scheme.WIDTH})
    @NormalInit(std = STD)
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Last {
    @Shape({Digits.CLASSES, Scheme.WIDTH})
    @NormalInit(std = STD)
    double[] weights;

    @Shape(Digits.CLASSES)
    @ZerosInit
    double[] bias;
  }

  static Dense first(long seed) {
    First layer = SmallNormalLayers_FirstInitializer.initialize(new First(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense hidden(long seed) {
    Hidden layer = SmallNormalLayers_HiddenInitializer.initialize(new Hidden(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense last(long seed) {
    Last layer = SmallNormalLayers_LastInitializer.initialize(new Last(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  /** The standard deviation of hidden weights, as the annotation gives it. */
  static double hiddenStd() {
    return SmallNormalLayers_HiddenInitializer.parameters().get(0).std();
  }
}
