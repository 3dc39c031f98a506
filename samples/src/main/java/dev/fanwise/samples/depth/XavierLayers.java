package dev.fanwise.samples.depth;

import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/**
 * The same layers as {@link KaimingLayers}, started as Glorot and Bengio (2010) do for networks
 * that are linear near 0: std = √(2 / (fan_in + fan_out)).
 */
final class XavierLayers {
  private XavierLayers() {}

  static final class First {
    @Shape({Scheme.WIDTH, Digits.PIXELS})
    @XavierInit
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Hidden {
    @Shape({Scheme.WIDTH, Scheme.WIDTH})
    @XavierInit
    double[] weights;

    @Shape(Scheme.WIDTH)
    @ZerosInit
    double[] bias;
  }

  static final class Last {
    @Shape({Digits.CLASSES, Scheme.WIDTH})
    @XavierInit
    double[] weights;

    @Shape(Digits.CLASSES)
    @ZerosInit
    double[] bias;
  }

  static Dense first(long seed) {
    First layer = XavierLayers_FirstInitializer.initialize(new First(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense hidden(long seed) {
    Hidden layer = XavierLayers_HiddenInitializer.initialize(new Hidden(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  static Dense last(long seed) {
    Last layer = XavierLayers_LastInitializer.initialize(new Last(), seed);
    return new Dense(layer.weights, layer.bias);
  }

  /** The standard deviation of hidden weights, as the processor derived it: √(2 / (64 + 64)). */
  static double hiddenStd() {
    return XavierLayers_HiddenInitializer.parameters().get(0).std();
  }
}
