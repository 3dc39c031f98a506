package golden;

import dev.fanwise.LecunInit;
import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;
import java.util.List;

/** JAX's numbers, in a model that holds others. */
@RandomStream(RandomEngine.JAX)
class Jax {
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
    @LecunInit
    float[][] weight;

    @Shape(10)
    @ZerosInit
    float[] bias;
  }
}
