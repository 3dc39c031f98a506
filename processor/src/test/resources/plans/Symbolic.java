package plans;

import dev.fanwise.*;

/** Dimensions that are known at run time. */
class Symbols {
  int width;
  static int depth = 3;

  int height() {
    return 4;
  }

  @Shape(dims = {"width", "8"}) @XavierInit float[] xavier;
  @Shape(dims = {"width", "height"}) @XavierInit(gain = 2) float[] gain;
  @Shape(dims = {"4", "depth"}) @XavierInit(distribution = Distribution.NORMAL) float[] normal;
  @Shape(dims = {"width", "8"}) @KaimingInit float[] kaiming;
  @Shape(dims = {"width", "8"})
  @KaimingInit(mode = FanMode.FAN_OUT, distribution = Distribution.TRUNCATED_NORMAL)
  float[] cut;
  @Shape(dims = {"width", "8"}) @LecunInit float[] lecun;
  @Shape(dims = {"width", "8"}) @VarianceScalingInit(scale = 2) float[] in;
  @Shape(dims = {"width", "8"}) @VarianceScalingInit(mode = FanMode.FAN_OUT) float[] out;
  @Shape(dims = {"width", "8"})
  @VarianceScalingInit(mode = FanMode.FAN_AVG, distribution = Distribution.UNIFORM)
  float[] mean;
  @Shape(dims = {"width", "8"}) @VarianceScalingInit(mode = FanMode.FAN_GEO_AVG) float[] geometric;
  @Shape(dims = "width") @BiasInit(of = "xavier") float[] bias;
  @Shape(9) @BiasInit(of = "gain") float[] knownBias;
  @Shape(dims = {"width", "8"}) @SirenInit float[] siren;
  @Shape(dims = {"width", "8"}) @SirenInit(first = true) float[] sirenFirst;
  @Shape(dims = {"width", "8"}) @MupInit(baseShape = {4, 8}, gain = 3) float[] mup;
  @Shape(dims = "width") @ZerosInit float[] zeros;
  @Shape(dims = "width") @NormalInit(mean = 1) float[] known;
  @Shape(dims = {"2", "3"}) @XavierInit float[] numbers;
}

/** Factors on what is not known yet. */
class ScaledSymbols {
  int n;

  @Shape(dims = {"n", "8"})
  @XavierInit
  @ResidualScaled(layers = 8, rule = ResidualRule.GPT2)
  float[] uniform;

  @Shape(dims = {"n", "8"})
  @KaimingInit
  @ResidualScaled(layers = 8, rule = ResidualRule.GPT2)
  float[] normal;

  @Shape(dims = {"n", "8"})
  @VarianceScalingInit
  @ResidualScaled(layers = 8, rule = ResidualRule.GPT2)
  float[] cut;
}

/** Groups and layers that are known at run time. */
class Counts {
  int groups;

  int depth() {
    return 12;
  }

  @Shape(value = {8, 4, 3}, groupsOf = "groups") @XavierInit float[] grouped;

  @Shape(
      value = {8, 4},
      connection = Connection.TRANSPOSED,
      groupsOf = "groups",
      parts = 2)
  @MupInit(baseShape = {4, 4})
  float[] mup;

  @Shape(value = {8, 4}, groupsOf = "groups") @ZerosInit float[] zeros;
  @Shape(value = {8, 8, 3}, groupsOf = "groups") @DiracInit float[] dirac;
  @Shape(value = {8, 4}, groupsOf = "4") @LecunInit float[] number;

  @Shape({8, 4})
  @NormalInit(std = 0.02)
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.GPT2)
  float[] normal;

  @Shape({8, 4})
  @UniformInit(low = -1, high = 2)
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.DEEPNORM)
  float[] uniform;

  @Shape({8, 4})
  @XavierInit
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.T_FIXUP)
  float[] symmetric;

  @Shape({8, 4})
  @TruncatedNormalInit
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.T_FIXUP_DECODER)
  float[] cut;

  @Shape(value = {8, 4}, groupsOf = "groups")
  @KaimingInit
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.FIXUP, branchLayers = 3)
  float[] both;
}

/** Patterns of shapes that are known at run time. */
class Patterns {
  int n;

  @Shape(dims = {"n", "n"}) @IdentityInit(gain = 2) float[] identity;
  @Shape(dims = {"n", "n", "3"}) @DiracInit float[] dirac;
  @Shape(dims = {"n", "4"}) @OrthogonalInit float[] orthogonal;
  @Shape(dims = {"n", "4"}) @OrthogonalInit(gain = 3) float[] stretched;
  @Shape(dims = {"n", "4", "3"}) @DeltaOrthogonalInit float[] delta;
  @Shape(dims = {"n", "4", "3"}) @DeltaOrthogonalInit(gain = 3) float[] deltaStretched;
  @Shape(dims = {"n", "4"}) @SparseInit(sparsity = 0.5) float[] sparse;
  @Shape(dims = {"n", "4"}) @ZerOInit float[] zero;
  @Shape(dims = "n") @ChronoInit(maxTime = 9) float[] chrono;
  @Shape(dims = "n") @ForgetGateInit(value = 2) float[] forget;
}

/** Numbers that superclasses have. */
class Above {
  static int rows;
  protected int columns;
}

class Below extends Above {
  @Shape(dims = {"rows", "columns"}) @LecunInit float[] w;
}
