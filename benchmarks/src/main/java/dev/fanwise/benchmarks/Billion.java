package dev.fanwise.benchmarks;

import dev.fanwise.HalfPrecision;
import dev.fanwise.NormalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import java.util.Arrays;

/** A decoder of 1,000,079,360 weights in bfloat16: an embedding and 18 blocks. */
final class Billion {
  static final int WIDTH = 2048;
  static final int HIDDEN = 5504;

  @Shape({43_648, WIDTH})
  @NormalInit(std = 0.02)
  @Precision(HalfPrecision.BF16)
  short[] embedding;

  @Submodule final Block[] blocks = new Block[18];

  Billion() {
    Arrays.setAll(blocks, i -> new Block());
  }

  static final class Block {
    @Shape({WIDTH, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] query;

    @Shape({WIDTH, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] key;

    @Shape({WIDTH, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] value;

    @Shape({WIDTH, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] out;

    @Shape({HIDDEN, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] gate;

    @Shape({HIDDEN, WIDTH})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] up;

    @Shape({WIDTH, HIDDEN})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] down;
  }
}
