package plans;

import dev.fanwise.*;

/** Schemes by numbers. */
class Values {
  @Shape(9) @ZerosInit float[] zeros;
  @Shape(9) @OnesInit float[] ones;
  @Shape(9) @ConstantInit(-0.1) float[] constant;
  @Shape(9) @ConstantInit(Float.MAX_VALUE) float[] most;
  @Shape(9) @ConstantInit(-65504) @Precision(HalfPrecision.FP16) short[] least;
  @Shape(9) @UniformInit float[] uniform;
  @Shape(9) @UniformInit(low = -1e-7, high = 2.5) float[] between;
  @Shape(9) @NormalInit float[] normal;
  @Shape(9) @NormalInit(mean = -3, std = 0.5) float[] shifted;
  @Shape(9) @NormalInit(mean = -3, std = 0) float[] still;
  @Shape({3, 4}) @NormalInit(std = 0.02) float[] matrix;
  @Shape(9) @TruncatedNormalInit float[] cut;
  @Shape(9) @TruncatedNormalInit(mean = 3, std = 10, lower = -1, upper = 0.5) float[] cutShifted;
  @Shape(9)
  @TruncatedNormalInit(std = 2, lower = 0, upper = Double.POSITIVE_INFINITY)
  float[] half;
  @Shape(9)
  @TruncatedNormalInit(std = 0.1, lower = -1, upper = 1, correctStd = true)
  float[] corrected;
}

/** Matrices in a place of their own: one for each part, group and tap. */
class Matrices {
  @Shape({3, 5}) @IdentityInit float[] identity;
  @Shape(value = {6, 2}, parts = 3) @IdentityInit(gain = -2) float[] identities;
  @Shape(value = {5, 6}, layout = Layout.IO, groups = 2) @IdentityInit float[] groups;
  @Shape({4, 3, 5}) @DiracInit float[] dirac;
  @Shape(value = {4, 2, 3, 4}, groups = 2) @DiracInit(gain = 0.5) float[] diracGroups;
  @Shape({4, 16}) @OrthogonalInit float[] rows;
  @Shape({16, 4}) @OrthogonalInit(gain = 2) double[] columns;
  @Shape({4, 4}) @OrthogonalInit float[] square;
  @Shape(value = {12, 3}, parts = 3) @OrthogonalInit float[] fused;
  @Shape(value = {3, 12, 2}, layout = Layout.IO) @OrthogonalInit float[] conv;
  @Shape({8, 2, 3, 3}) @DeltaOrthogonalInit float[] delta;
  @Shape(value = {3, 2, 8}, layout = Layout.IO, groups = 2) @DeltaOrthogonalInit(gain = 3)
  float[] deltaGroups;
  @Shape({4, 4, 2}) @DeltaOrthogonalInit float[] deltaSquare;
  @Shape({10, 4}) @SparseInit(sparsity = 0.55) float[] sparse;
  @Shape(value = {9, 5}, layout = Layout.IO) @SparseInit(sparsity = 0.5, std = 1) float[] sparseIo;
  @Shape({10, 4}) @SparseInit(sparsity = 1) float[] empty;
  @Shape({10, 4}) @SparseInit(sparsity = 0) float[] full;
  @Shape({2, 4}) @ZerOInit float[] wide;
  @Shape({5, 3}) @ZerOInit float[] tall;
  @Shape({4, 4}) @ZerOInit float[] even;
  @Shape({5, 3, 3}) @ZerOInit float[] convolution;
}

/** Biases of gates. */
class GateBiases {
  @Shape(8) @ForgetGateInit float[] forget;
  @Shape(9) @ForgetGateInit(value = 2, gates = 3, forgetGate = 0) float[] first;
  @Shape(5) @ForgetGateInit(gates = 1, forgetGate = 0) float[] only;
  @Shape(8) @ChronoInit(maxTime = 784) float[] chrono;
  @Shape(9) @ChronoInit(maxTime = 5, gates = 3, inputGate = 2, forgetGate = 0) double[] three;
  @Shape({2, 4}) @ChronoInit(maxTime = 2.5, gates = 2, inputGate = 1, forgetGate = 0) float[] two;
}
