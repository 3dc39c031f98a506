package golden;

import dev.fanwise.BiasInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;
import java.util.List;

/** PyTorch's numbers, in a model that holds others. */
@RandomStream(RandomEngine.TORCH)
class Torch {
  @Shape({64, 28})
  @XavierInit
  float[] hidden;

  @Shape(64)
  @ZerosInit
  float[] hiddenBias;

  @Submodule final List<Head> heads = List.of(new Head(), new Head());

  /** A layer that is drawn with the model. */
  static class Head {
    @Shape({10, 64})
    @KaimingInit
    float[][] weight;

    @Shape(10)
    @BiasInit(of = "weight")
    float[] bias;
  }
}
