package plans;

import dev.fanwise.*;

/** Schemes by fan; fans are 20 and 5, or 9 times as many. */
class Xaviers {
  @Shape({5, 20}) @XavierInit float[] plain;
  @Shape({5, 20}) @XavierInit(distribution = Distribution.NORMAL) float[] normal;
  @Shape({5, 20}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) float[] cut;
  @Shape({5, 20}) @XavierInit(gain = 2) float[] twice;
  @Shape({5, 20}) @XavierInit(gain = 0.5, distribution = Distribution.NORMAL) float[] halved;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.SIGMOID) float[] sigmoid;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.TANH, gain = 6) float[] tanh;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.RELU) float[] relu;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.LEAKY_RELU) float[] leaky;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.GELU) double[] gelu;
}

class Kaimings {
  @Shape({5, 20, 3, 3}) @KaimingInit float[] plain;
  @Shape({5, 20, 3, 3}) @KaimingInit(mode = FanMode.FAN_OUT) float[] backward;
  @Shape({5, 20}) @KaimingInit(distribution = Distribution.UNIFORM) float[] uniform;
  @Shape({5, 20}) @KaimingInit(distribution = Distribution.TRUNCATED_NORMAL) float[] cut;
  @Shape({5, 20}) @KaimingInit(a = 0.01) float[] leaky;
  @Shape({5, 20}) @KaimingInit(a = 0) float[] written;
  @Shape({5, 20}) @KaimingInit(a = -3, mode = FanMode.FAN_OUT) float[] inverted;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.RELU) float[] relu;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.SELU) float[] selu;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.LINEAR) float[] linear;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.SILU) float[] silu;
}

class Variances {
  @Shape({5, 20}) @LecunInit float[] lecun;
  @Shape({5, 20}) @LecunInit(distribution = Distribution.UNIFORM) float[] lecunUniform;
  @Shape({5, 20}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL) float[] lecunCut;
  @Shape({5, 20}) @VarianceScalingInit float[] in;
  @Shape({5, 20}) @VarianceScalingInit(mode = FanMode.FAN_OUT, scale = 2) float[] out;
  @Shape({5, 20})
  @VarianceScalingInit(mode = FanMode.FAN_AVG, distribution = Distribution.UNIFORM)
  float[] mean;
  @Shape({5, 20})
  @VarianceScalingInit(
      mode = FanMode.FAN_GEO_AVG,
      scale = 0.25,
      distribution = Distribution.NORMAL)
  float[] geometric;
  @Shape(5) @BiasInit(of = "in") float[] bias;
  @Shape({3, 5, 20}) @ZerosInit float[] conv;
  @Shape(3) @BiasInit(of = "conv") double[] convBias;
  @Shape({5, 20}) @SirenInit float[] siren;
  @Shape({5, 20}) @SirenInit(first = true) float[] sirenFirst;
  @Shape({5, 20}) @SirenInit(omega0 = 6) float[] sirenSlow;
}

class Mups {
  @Shape({40, 80}) @MupInit(baseShape = {10, 20}) float[] hidden;
  @Shape({10, 80}) @MupInit(baseShape = {10, 20}, gain = 3) float[] output;
  @Shape({40, 20})
  @MupInit(baseShape = {10, 20}, distribution = Distribution.UNIFORM)
  float[] input;
  @Shape({10, 20})
  @MupInit(baseShape = {10, 20}, distribution = Distribution.TRUNCATED_NORMAL)
  float[] base;
  @Shape(value = {5, 40, 80}, layout = Layout.IO, groups = 2)
  @MupInit(baseShape = {5, 20, 10})
  float[] grouped;
}

/** Factors on what a scheme gives. */
class Scaled {
  @Shape(9)
  @NormalInit(mean = 7, std = 2)
  @ResidualScaled(layers = 8, rule = ResidualRule.GPT2)
  float[] gpt;

  @Shape(9)
  @UniformInit(low = -1, high = 3)
  @ResidualScaled(layers = 2, rule = ResidualRule.DEEPNORM)
  float[] deep;

  @Shape({5, 20})
  @XavierInit
  @ResidualScaled(layers = 16, rule = ResidualRule.T_FIXUP)
  float[] fixup;

  @Shape({5, 20})
  @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)
  @ResidualScaled(layers = 9, rule = ResidualRule.T_FIXUP_DECODER)
  float[] decoder;

  @Shape({5, 20})
  @KaimingInit
  @ResidualScaled(layers = 16, rule = ResidualRule.FIXUP)
  float[] branch;

  @Shape({5, 20})
  @KaimingInit
  @ResidualScaled(layers = 16, rule = ResidualRule.FIXUP, branchLayers = 3)
  float[] branchOfThree;

  @Shape({5, 20})
  @KaimingInit
  @ResidualScaled(layers = 1, rule = ResidualRule.GPT2)
  float[] single;
}

/** Composed annotations, the way to ours in full. */
class Composed {
  @KaimingInit(mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.GELU) @interface Conv {}

  @Conv @interface Deep {}

  @NormalInit(std = 0.02)
  @ResidualScaled(layers = 2, rule = ResidualRule.GPT2)
  @interface Residual {}

  @Shape({5, 20}) @Conv float[] conv;
  @Shape({5, 20}) @Deep float[] deep;
  @Shape({5, 20}) @Residual float[] residual;
  @Shape({5, 20}) @Conv @ResidualScaled(layers = 2, rule = ResidualRule.GPT2) float[] half;
}
