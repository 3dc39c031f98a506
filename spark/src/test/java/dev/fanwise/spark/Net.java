package dev.fanwise.spark;

import dev.fanwise.HalfPrecision;
import dev.fanwise.KaimingInit;
import dev.fanwise.NormalInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.ZerosInit;

/** A model as users have it: compiled with the processor, not Serializable, made of sizes. */
final class Net {
  final int width;

  @Shape(dims = {"width", "width"})
  @NormalInit(std = 0.02)
  @Precision(HalfPrecision.BF16)
  short[] embedding;

  @Submodule final Layer[] layers;

  Net(int width, int layers) {
    this.width = width;
    this.layers = new Layer[layers];
    for (int i = 0; i < layers; i++) {
      this.layers[i] = new Layer(width);
    }
  }

  static final class Layer {
    final int width;

    @Shape(dims = {"width", "width"})
    @KaimingInit
    float[] weight;

    @Shape(dims = "width")
    @ZerosInit
    float[] bias;

    @Shape({40, 30})
    @OrthogonalInit
    double[] turn;

    Layer(int width) {
      this.width = width;
    }
  }
}
