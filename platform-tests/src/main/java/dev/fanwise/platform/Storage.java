package dev.fanwise.platform;

import dev.fanwise.HalfPrecision;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Every element type and storage, with each law. */
final class Storage {
  @Shape({30, 40})
  @UniformInit(low = -1)
  double[] uniformDoubles;

  @Shape({5, 9})
  @UniformInit
  double[] uniformDoublesLoop;

  @Shape({30, 40})
  @NormalInit
  double[] normalDoubles;

  @Shape({3, 3})
  @NormalInit
  double[] normalDoublesLines;

  @Shape({30, 40})
  @TruncatedNormalInit
  double[] truncatedDoubles;

  @Shape({12, 30})
  @UniformInit(low = -1)
  float[][] uniformRows;

  @Shape({4, 6, 7})
  @NormalInit
  float[][][] normalCube;

  @Shape({12, 30})
  @TruncatedNormalInit
  double[][] truncatedRows;

  @Shape({2, 3, 4, 5})
  @OnesInit
  double[][][][] onesOfRankFour;

  @Shape({12, 30})
  @UniformInit(low = -1)
  FloatBuffer uniformBuffer;

  @Shape({12, 30})
  @NormalInit
  FloatBuffer normalBuffer;

  @Shape({12, 30})
  @TruncatedNormalInit
  FloatBuffer truncatedBuffer;

  @Shape({12, 30})
  @UniformInit(low = -1)
  DoubleBuffer uniformDoubleBuffer;

  @Shape({12, 30})
  @NormalInit
  DoubleBuffer normalDoubleBuffer;

  @Shape({12, 30})
  @TruncatedNormalInit
  DoubleBuffer truncatedDoubleBuffer;

  @Shape({12, 30})
  @UniformInit(low = -1)
  @Precision(HalfPrecision.BF16)
  short[] uniformBf16;

  @Shape({12, 30})
  @NormalInit(std = 1e-5)
  @Precision(HalfPrecision.FP16)
  short[] normalFp16;

  @Shape({12, 30})
  @TruncatedNormalInit
  @Precision(HalfPrecision.BF16)
  short[] truncatedBf16;
}
