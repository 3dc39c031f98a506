package golden;

import dev.fanwise.BiasInit;
import dev.fanwise.ConstantInit;
import dev.fanwise.Distribution;
import dev.fanwise.KaimingInit;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** A model with all that the other two have not. */
public class Block<T extends Comparable<? super T>> {
  @Shape(value = {3, 3, 8, 32}, layout = Layout.IO, groups = 4)
  @KaimingInit(nonlinearity = Nonlinearity.GELU, distribution = Distribution.TRUNCATED_NORMAL)
  protected double[][][][] kernel;

  @Shape({64, 288})
  @XavierInit(
      gain = 0.5,
      nonlinearity = Nonlinearity.TANH,
      distribution = Distribution.TRUNCATED_NORMAL)
  public float[] projection;

  @Shape(64)
  @BiasInit(of = "projection")
  final double[] bias = new double[64];

  @Shape({4, 4})
  @ConstantInit(0.1)
  float[][] scale;

  protected Block() {}
}
