import dev.fanwise.FanMode;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

final class Mlp {
  @Shape({256, 784}) @XavierInit float[] hidden;
  @Shape(256) @ZerosInit float[] hiddenBias;
  @Shape({10, 256}) @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01) float[] out;
}
