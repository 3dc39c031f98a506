package dev.fanwise.samples.adapt;

import dev.fanwise.OrthogonalInit;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.UnitVariance;
import dev.fanwise.ZerosInit;

/** The same layers with orthonormal weights, which a fit to data is to scale. */
final class OrthogonalNet {
  @Submodule final Layer[] layers;

  OrthogonalNet(int[] inputs, int[] outputs) {
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
    @OrthogonalInit
    @UnitVariance
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
