package dev.fanwise.samples.card;

import dev.fanwise.KaimingInit;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.ResidualRule;
import dev.fanwise.ResidualScaled;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/**
 * A decoder of twelve blocks, of which the seventh was given another scheme for one of its layers.
 * Its card shows which.
 */
final class Decoder {
  static final int WIDTH = 256;

  @Shape({8192, WIDTH})
  @NormalInit(std = 0.02)
  float[] embedding;

  @Submodule final Block block1 = new Block();
  @Submodule final Block block2 = new Block();
  @Submodule final Block block3 = new Block();
  @Submodule final Block block4 = new Block();
  @Submodule final Block block5 = new Block();
  @Submodule final Block block6 = new Block();
  @Submodule final OtherBlock block7 = new OtherBlock();
  @Submodule final Block block8 = new Block();
  @Submodule final Block block9 = new Block();
  @Submodule final Block block10 = new Block();
  @Submodule final Block block11 = new Block();
  @Submodule final Block block12 = new Block();

  @Shape(WIDTH)
  @OnesInit
  float[] norm;

  @Shape({8192, WIDTH})
  @XavierInit
  float[] head;

  /** What all blocks begin with. */
  static class Attention {
    @Shape(WIDTH)
    @OnesInit
    float[] norm;

    @Shape({WIDTH, WIDTH})
    @XavierInit
    float[] query;

    @Shape({WIDTH, WIDTH})
    @XavierInit
    float[] key;

    @Shape({WIDTH, WIDTH})
    @XavierInit
    float[] value;

    @Shape({WIDTH, WIDTH})
    @XavierInit
    @ResidualScaled(layers = 12, rule = ResidualRule.GPT2)
    float[] projection;
  }

  /** A block as it should be. */
  static final class Block {
    @Submodule final Attention attention = new Attention();

    @Shape({4 * WIDTH, WIDTH})
    @KaimingInit
    float[] up;

    @Shape(4 * WIDTH)
    @ZerosInit
    float[] upBias;

    @Shape({WIDTH, 4 * WIDTH})
    @KaimingInit
    @ResidualScaled(layers = 12, rule = ResidualRule.GPT2)
    float[] down;
  }

  /** A block whose {@code up} has Xavier's scheme. */
  static final class OtherBlock {
    @Submodule final Attention attention = new Attention();

    @Shape({4 * WIDTH, WIDTH})
    @XavierInit
    float[] up;

    @Shape(4 * WIDTH)
    @ZerosInit
    float[] upBias;

    @Shape({WIDTH, 4 * WIDTH})
    @KaimingInit
    @ResidualScaled(layers = 12, rule = ResidualRule.GPT2)
    float[] down;
  }

  private Decoder() {}
}
