package dev.fanwise.platform;

import dev.fanwise.BiasInit;
import dev.fanwise.ChronoInit;
import dev.fanwise.ConstantInit;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.ForgetGateInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.LecunInit;
import dev.fanwise.LenetInit;
import dev.fanwise.MupInit;
import dev.fanwise.NguyenWidrowInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.ResidualRule;
import dev.fanwise.ResidualScaled;
import dev.fanwise.Shape;
import dev.fanwise.SirenInit;
import dev.fanwise.StreamName;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.VarianceScalingInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/**
 * Every scheme whose elements are independent, in the three forms of generated code: straight lines
 * up to 16 elements, a loop up to 63, calls of the runtime beyond.
 */
final class Schemes {
  @Shape({30, 40})
  @XavierInit
  float[] xavier;

  @Shape({6, 7})
  @XavierInit(gain = 0.5, nonlinearity = Nonlinearity.TANH, distribution = Distribution.NORMAL)
  float[] xavierLoop;

  @Shape({3, 5})
  @XavierInit(distribution = Distribution.TRUNCATED_NORMAL)
  float[] xavierLines;

  @Shape({30, 40})
  @KaimingInit
  float[] kaiming;

  @Shape({6, 7})
  @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01)
  float[] kaimingLoop;

  @Shape({3, 5})
  @KaimingInit(nonlinearity = Nonlinearity.GELU, distribution = Distribution.UNIFORM)
  float[] kaimingLines;

  @Shape({20, 12})
  @LecunInit
  float[] lecun;

  @Shape({20, 12})
  @VarianceScalingInit(scale = 2, mode = FanMode.FAN_GEO_AVG)
  float[] varianceScaling;

  @Shape({6, 7})
  @VarianceScalingInit(mode = FanMode.FAN_AVG)
  float[] varianceScalingLoop;

  @Shape(20)
  @BiasInit(of = "lecun")
  float[] bias;

  @Shape(2100)
  @UniformInit(low = -0.25, high = 1)
  float[] uniform;

  @Shape(50)
  @UniformInit
  float[] uniformLoop;

  @Shape(9)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniformLines;

  @Shape(2100)
  @NormalInit(mean = 0.5, std = 0.02)
  float[] normal;

  @Shape(50)
  @NormalInit
  float[] normalLoop;

  @Shape(9)
  @NormalInit(std = 0.02)
  @StreamName("another")
  float[] normalLines;

  @Shape(2100)
  @TruncatedNormalInit(std = 0.02)
  float[] truncated;

  @Shape(50)
  @TruncatedNormalInit(lower = 1, upper = 3)
  float[] truncatedLoop;

  @Shape(9)
  @TruncatedNormalInit(mean = -1, lower = -1, upper = 0.5, correctStd = true)
  float[] truncatedLines;

  @Shape(10)
  @ZerosInit
  float[] zeros;

  @Shape(10)
  @OnesInit
  float[] ones;

  @Shape(10)
  @ConstantInit(0.01)
  float[] constant;

  @Shape({20, 12})
  @SirenInit
  float[] siren;

  @Shape({20, 2})
  @SirenInit(first = true)
  float[] firstSiren;

  @Shape(100)
  @ChronoInit(maxTime = 784)
  float[] chrono;

  @Shape(100)
  @ForgetGateInit
  float[] forgetGate;

  @Shape({20, 12})
  @MupInit(
      baseShape = {5, 3},
      gain = 0.5)
  float[] mup;

  @Shape({20, 12})
  @NormalInit(std = 0.02)
  @ResidualScaled(layers = 12, rule = ResidualRule.GPT2)
  float[] residual;

  @Shape({20, 12})
  @XavierInit
  @ResidualScaled(layers = 6, rule = ResidualRule.FIXUP, branchLayers = 3)
  float[] fixup;

  @Shape({20, 12})
  @LenetInit
  float[] lenet;

  @Shape({20, 12})
  @NguyenWidrowInit
  float[] nguyenWidrow;
}
