package dev.fanwise.platform;

import dev.fanwise.DeltaOrthogonalInit;
import dev.fanwise.DiracInit;
import dev.fanwise.HalfPrecision;
import dev.fanwise.IdentityInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.SparseInit;
import dev.fanwise.ZerOInit;

/** Every scheme that makes a matrix. */
final class Matrices {
  @Shape({7, 9})
  @IdentityInit(gain = 0.5)
  float[] identity;

  @Shape(
      value = {8, 4, 3, 3},
      groups = 2)
  @DiracInit
  float[] dirac;

  @Shape({40, 33})
  @OrthogonalInit
  float[] tallOrthogonal;

  @Shape({33, 50})
  @OrthogonalInit(gain = 1.4142135623730951)
  double[] wideOrthogonal;

  @Shape({6, 3, 3})
  @OrthogonalInit
  float[][][] nestedOrthogonal;

  @Shape({9, 9})
  @OrthogonalInit
  @Precision(HalfPrecision.BF16)
  short[] halfOrthogonal;

  @Shape({10, 8, 3, 3})
  @DeltaOrthogonalInit
  float[] deltaOrthogonal;

  @Shape({20, 10})
  @SparseInit(sparsity = 0.75)
  float[] sparse;

  @Shape({16, 16})
  @ZerOInit
  float[] zerO;

  @Shape({16, 6})
  @ZerOInit
  double[] hadamard;
}
