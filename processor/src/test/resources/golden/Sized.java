package golden;

import dev.fanwise.BiasInit;
import dev.fanwise.FanMode;
import dev.fanwise.KaimingInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import java.nio.FloatBuffer;

/** A layer whose objects have sizes of their own. */
class Sized {
  final int out;
  final int in;

  @Shape(dims = {"out", "in", "3", "3"})
  @KaimingInit(mode = FanMode.FAN_OUT)
  float[] kernel;

  @Shape(dims = "out")
  @BiasInit(of = "kernel")
  FloatBuffer bias;

  @Shape(dims = {"out", "in"})
  @XavierInit
  double[][] mixer;

  @Shape(dims = {"in", "in"})
  @OrthogonalInit
  float[] rotation;

  Sized(int out, int in) {
    this.out = out;
    this.in = in;
  }
}
