package dev.fanwise.samples.card;

import dev.fanwise.BiasInit;
import dev.fanwise.ChronoInit;
import dev.fanwise.ConstantInit;
import dev.fanwise.DeltaOrthogonalInit;
import dev.fanwise.DiracInit;
import dev.fanwise.Distribution;
import dev.fanwise.ForgetGateInit;
import dev.fanwise.HalfPrecision;
import dev.fanwise.KaimingInit;
import dev.fanwise.LecunInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.NormalInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.SirenInit;
import dev.fanwise.SparseInit;
import dev.fanwise.StreamName;
import dev.fanwise.Submodule;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerOInit;
import dev.fanwise.ZerosInit;

/** No network: a weight of each law, and of each thing that a card warns of. */
final class EveryLaw {
  /** A dimension that only the object knows. */
  int width = 16;

  @Shape({64, 48})
  @XavierInit(nonlinearity = Nonlinearity.TANH)
  float[] uniform;

  @Shape(64)
  @BiasInit(of = "uniform")
  float[] bias;

  @Shape({64, 32, 3, 3})
  @KaimingInit
  float[] normal;

  @Shape({64, 64})
  @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)
  double[][] truncated;

  @Shape({64, 64})
  @TruncatedNormalInit(mean = 0.1, std = 0.02, lower = -1, upper = 3)
  float[] lopsided;

  @Shape({64, 64})
  @Precision(HalfPrecision.BF16)
  @UniformInit(low = -0.1, high = 0.2)
  short[] half;

  @Shape(64)
  @ConstantInit(0.1)
  float[] constant;

  @Shape({64, 32, 3, 3})
  @OrthogonalInit(gain = 1.5)
  float[] orthogonal;

  @Shape({3, 2})
  @OrthogonalInit
  float[] flat;

  @Shape({64, 32, 3, 3})
  @DeltaOrthogonalInit
  float[] delta;

  @Shape({8, 8, 3, 3})
  @DiracInit
  float[] dirac;

  @Shape({64, 64})
  @SparseInit(sparsity = 0.8)
  float[] sparse;

  @Shape({64, 32})
  @ZerOInit
  float[] hadamard;

  @Shape(4000)
  @ChronoInit(maxTime = 200)
  float[] chrono;

  @Shape(256)
  @ForgetGateInit
  float[] forget;

  @Shape({256, 3})
  @SirenInit(first = true)
  float[] siren;

  @Shape(dims = {"width", "48"})
  @KaimingInit
  float[] symbolic;

  /** One of several things that are legal but odd. */
  @Shape({64, 64})
  @XavierInit(nonlinearity = Nonlinearity.RELU)
  float[] xavierForRelu;

  @Shape({64, 64})
  @ZerosInit
  float[] zeros;

  @Shape({64, 64})
  @ZerosInit
  float[] moreZeros;

  @Shape({64, 64})
  @NormalInit(std = 3)
  @StreamName("a stream with another name")
  float[] wide;

  @Shape({64, 64})
  @NormalInit(std = 0.00001)
  float[] narrow;

  /** How many there are is known at run time. */
  @Submodule WrongGain[][] submodules;
}
