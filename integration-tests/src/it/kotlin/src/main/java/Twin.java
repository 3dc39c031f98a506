import dev.fanwise.BiasInit;
import dev.fanwise.FanMode;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** The model of Net.kt, in Java. */
final class Twin {
  @Shape({16, 8})
  @XavierInit
  float[] hidden;

  @Shape(16)
  @BiasInit(of = "hidden")
  float[] hiddenBias;

  @Shape({4, 16})
  @KaimingInit(mode = FanMode.FAN_OUT)
  final double[] out = new double[64];

  @Shape({3, 4})
  @XavierInit
  final float[][] rows = new float[3][4];
}
