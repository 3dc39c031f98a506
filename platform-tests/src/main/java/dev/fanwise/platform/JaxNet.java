package dev.fanwise.platform;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import dev.fanwise.KaimingInit;
import dev.fanwise.Layout;
import dev.fanwise.LecunInit;
import dev.fanwise.NormalInit;
import dev.fanwise.Precision;
import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Shape;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;
import java.nio.FloatBuffer;

/** JAX's numbers. */
@RandomStream(RandomEngine.JAX)
final class JaxNet {
  final int out = 12;

  @Shape(
      value = {3, 3, 8, 16},
      layout = Layout.IO)
  @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)
  float[] kernel;

  @Shape({30, 40})
  @NormalInit(mean = 0.5, std = 0.02)
  float[] normal;

  @Shape({30, 40})
  @XavierInit
  float[] xavier;

  @Shape({30, 40})
  @UniformInit(low = 1, high = 3)
  float[] uniform;

  @Shape({30, 40})
  @TruncatedNormalInit
  float[] truncated;

  @Shape({12, 30})
  @NormalInit
  float[][] rows;

  @Shape({12, 30})
  @NormalInit
  FloatBuffer buffer;

  @Shape({12, 30})
  @UniformInit
  @Precision(HalfPrecision.BF16)
  short[] bf16;

  @Shape(dims = {"out", "7"})
  @KaimingInit
  float[] symbolic;

  @Shape(10)
  @ZerosInit
  float[] zeros;
}
