package plans;

import dev.fanwise.*;
import java.util.List;

/** The numbers of PyTorch: fans by the dimensions alone. */
@RandomStream(RandomEngine.TORCH)
class Torch {
  int n;

  @Shape(value = {12, 3, 5}, groups = 4) @XavierInit float[] xavier;
  @Shape(value = {12, 4}, parts = 3) @KaimingInit float[] kaiming;
  @Shape(value = {6, 4, 3}, connection = Connection.TRANSPOSED, stride = 2) @LecunInit float[] turn;
  @Shape({5, 20}) @XavierInit double[] doubles;
  @Shape({5, 20}) @TruncatedNormalInit(std = 0.02) float[] cut;
  @Shape(value = {4, 10}, connection = Connection.TRANSPOSED)
  @SparseInit(sparsity = 0.5)
  float[] sparse;
  @Shape(12) @BiasInit(of = "xavier") float[] bias;
  @Shape(dims = {"n", "8"}) @XavierInit float[] symbolic;
  @Shape(dims = "n") @BiasInit(of = "symbolic") float[] symbolicBias;
  @Shape({3, 3}) @IdentityInit float[] identity;
  @Shape({4, 4}) @ZerOInit float[] zero;
  @Submodule Branch branch;
  @Shape(3) @OnesInit float[] after;
  @Submodule List<Branch> branches;
  @Submodule TorchLeaf own;
}

@RandomStream(RandomEngine.TORCH)
class TorchLeaf {
  @Shape(3) @UniformInit float[] w;
}

class Branch {
  @Shape(value = {12, 4}, parts = 3) @XavierInit float[] w;
  @Submodule Twig twig;
}

class Twig {
  @Shape(3) @NormalInit float[] w;
}

/** The numbers of JAX, computed in the weights' own type. */
@RandomStream(RandomEngine.JAX)
class Jax {
  int n;

  @Shape(value = {5, 3, 12}, layout = Layout.IO, groups = 4) @XavierInit float[] xavier;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.RELU, gain = 3) float[] relu;
  @Shape({5, 20}) @XavierInit(nonlinearity = Nonlinearity.TANH) float[] tanh;
  @Shape({5, 20}) @XavierInit(distribution = Distribution.NORMAL) float[] normal;
  @Shape({5, 20}) @KaimingInit float[] kaiming;
  @Shape({5, 20}) @KaimingInit(a = 3, distribution = Distribution.UNIFORM) float[] leaky;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.RELU) float[] he;
  @Shape({5, 20}) @KaimingInit(nonlinearity = Nonlinearity.SELU) float[] selu;
  @Shape({5, 20}) @LecunInit float[] lecun;
  @Shape({5, 20}) @VarianceScalingInit(distribution = Distribution.NORMAL) float[] scaled;
  @Shape({5, 20})
  @VarianceScalingInit(mode = FanMode.FAN_GEO_AVG, distribution = Distribution.UNIFORM)
  float[] geometric;
  @Shape({5, 20}) @XavierInit @Precision(HalfPrecision.BF16) short[] brain;
  @Shape({5, 20}) @XavierInit @Precision(HalfPrecision.FP16) short[] half;
  @Shape(5) @UniformInit @Precision(HalfPrecision.FP16) short[] plain;
  @Shape(dims = {"n", "8"}) @XavierInit float[] symbolic;
  @Shape(dims = {"n", "8"}) @XavierInit @Precision(HalfPrecision.BF16) short[] symbolicHalf;
  @Shape(dims = {"n", "8"}) @KaimingInit float[] symbolicCut;
  @Shape(dims = {"n", "8"})
  @VarianceScalingInit(distribution = Distribution.NORMAL)
  float[] symbolicNormal;
  @Shape({5, 20}) @TruncatedNormalInit float[] cut;
  @Shape(5) @BiasInit(of = "lecun") float[] bias;
  @Shape({5, 20}) @SirenInit float[] siren;
  @Submodule Twig twig;
  @Submodule Twigs.Twig other;
}

/** Names of methods that would clash are numbered. */
class Twigs {
  static class Twig {
    @Shape(3) @NormalInit float[] w;
  }
}

@RandomStream(RandomEngine.TORCH)
class Clashing {
  @Shape(3) @OnesInit float[] twigW;
  @Shape(3) @OnesInit float[] twig2W;
  @Submodule Twig twig;
}

/** A model that chooses Fanwise's own stream, and one that holds a model of another stream. */
@RandomStream(RandomEngine.FANWISE)
class OwnStream {
  @Submodule TorchLeaf leaf;
  @Submodule Twig plain;
}

class HolderOfOwnStream {
  @Submodule OwnStream own;
}
