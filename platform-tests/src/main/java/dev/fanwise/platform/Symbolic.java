package dev.fanwise.platform;

import dev.fanwise.BiasInit;
import dev.fanwise.ChronoInit;
import dev.fanwise.Connection;
import dev.fanwise.DeltaOrthogonalInit;
import dev.fanwise.DiracInit;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.ForgetGateInit;
import dev.fanwise.HalfPrecision;
import dev.fanwise.IdentityInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.Layout;
import dev.fanwise.LecunInit;
import dev.fanwise.MupInit;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.SirenInit;
import dev.fanwise.SparseInit;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.VarianceScalingInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerOInit;
import java.nio.DoubleBuffer;

/** Shapes that only the object knows: fans and bounds are computed where it runs. */
final class Symbolic {
  final int out;
  final int in;

  Symbolic(int out, int in) {
    this.out = out;
    this.in = in;
  }

  int gates() {
    return 4 * out;
  }

  @Shape(dims = {"out", "in"})
  @XavierInit
  float[] xavier;

  @Shape(dims = {"out", "in", "3", "3"})
  @KaimingInit(mode = FanMode.FAN_OUT)
  float[][][][] kaiming;

  @Shape(dims = {"out", "in"})
  @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)
  double[] lecun;

  @Shape(
      dims = {"3", "in", "out"},
      layout = Layout.IO)
  @VarianceScalingInit(mode = FanMode.FAN_AVG)
  float[] varianceScaling;

  @Shape(dims = "out")
  @BiasInit(of = "xavier")
  float[] bias;

  @Shape(dims = {"out", "in"})
  @UniformInit
  @Precision(HalfPrecision.FP16)
  short[] uniform;

  @Shape(dims = {"out", "in"})
  @NormalInit
  DoubleBuffer normal;

  @Shape(dims = {"out", "in"})
  @TruncatedNormalInit
  float[] truncated;

  @Shape(dims = "out")
  @OnesInit
  float[] ones;

  @Shape(dims = {"out", "in"})
  @IdentityInit
  float[] identity;

  @Shape(dims = {"out", "in", "3"})
  @DiracInit
  float[] dirac;

  @Shape(dims = {"out", "in"})
  @OrthogonalInit
  float[] orthogonal;

  @Shape(dims = {"out", "in", "3"})
  @DeltaOrthogonalInit
  float[] deltaOrthogonal;

  @Shape(dims = {"out", "in"})
  @SparseInit(sparsity = 0.5)
  float[] sparse;

  @Shape(dims = {"out", "in"})
  @SirenInit
  float[] siren;

  @Shape(dims = {"out", "in"})
  @ZerOInit
  float[] zerO;

  @Shape(dims = "gates")
  @ChronoInit(maxTime = 100)
  float[] chrono;

  @Shape(dims = "gates")
  @ForgetGateInit(value = 2)
  float[] forgetGate;

  @Shape(
      dims = {"in", "out", "4"},
      connection = Connection.TRANSPOSED,
      stride = 2)
  @MupInit(baseShape = {3, 5, 4})
  float[] mup;
}
