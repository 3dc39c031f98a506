package dev.fanwise.samples.adapt;

import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/** A stack of dense layers as Glorot and Bengio (2010) start them. */
final class XavierNet {
  @Submodule final Layer[] layers;

  XavierNet(int[] inputs, int[] outputs) {
    layers = new Layer[inputs.length];
    for (int l = 0; l < inputs.length; l++) {
      layers[l] = new Layer(outputs[l], inputs[l]);
    }
  }

  /** One layer, of whatever size. */
  static final class Layer {
    final int out;
    final int in;

    @Shape(dims = {"out", "in"})
    @XavierInit
    double[] weights;

    @Shape(dims = "out")
    @ZerosInit
    double[] bias;

    Layer(int out, int in) {
      this.out = out;
      this.in = in;
    }
  }
}
