package dev.fanwise.platform;

import dev.fanwise.BiasInit;
import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import dev.fanwise.KaimingInit;
import dev.fanwise.NormalInit;
import dev.fanwise.Precision;
import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Shape;
import dev.fanwise.SparseInit;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;
import java.nio.FloatBuffer;

/** PyTorch's numbers; tensors below 16 elements go another way than larger ones. */
@RandomStream(RandomEngine.TORCH)
final class TorchNet {
  final int out = 12;

  @Shape({30, 40})
  @KaimingInit(a = 2.23606797749979, distribution = Distribution.UNIFORM)
  float[] weight;

  @Shape(30)
  @BiasInit(of = "weight")
  float[] bias;

  @Shape({30, 41})
  @NormalInit(mean = 0.5, std = 0.02)
  float[] normal;

  @Shape({3, 5})
  @NormalInit(mean = 0.5, std = 0.02)
  float[] smallNormal;

  @Shape({30, 40})
  @TruncatedNormalInit
  float[] truncated;

  @Shape({2, 3})
  @TruncatedNormalInit(std = 0.02, lower = -1)
  float[] smallTruncated;

  @Shape({30, 40})
  @UniformInit(low = 1, high = 3)
  double[] doubles;

  @Shape({30, 40})
  @XavierInit(distribution = Distribution.NORMAL)
  float[][] rows;

  @Shape({30, 40})
  @NormalInit
  FloatBuffer buffer;

  @Shape({30, 40})
  @NormalInit
  @Precision(HalfPrecision.BF16)
  short[] bf16;

  @Shape({30, 40})
  @UniformInit
  @Precision(HalfPrecision.FP16)
  short[] fp16;

  @Shape({20, 10})
  @SparseInit(sparsity = 0.75)
  float[] sparse;

  @Shape(dims = {"out", "7"})
  @XavierInit
  float[] symbolic;

  @Shape(10)
  @ZerosInit
  float[] zeros;
}
