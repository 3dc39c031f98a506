import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Arrays;

/**
 * That this was compiled under -Werror is most of the check; the rest is that something was
 * generated.
 */
final class Check {
  public static void main(String[] arguments) {
    Net<String> net = NetInitializer.initialize(new Net<String>(), 7);
    float[] flat = new float[16 * 8];
    float bound = (float) Math.sqrt(6.0 / (8 + 16));
    Fill.uniform(flat, 0, flat.length, Keys.fold(7, Keys.id("flat")), 0, -bound, bound);
    if (!Arrays.equals(flat, net.flat)) {
      throw new AssertionError("flat has other bits");
    }
    Net.Inner inner = Net_InnerInitializer.initialize(new Net.Inner(), 7);
    if (!Arrays.equals(net.half, inner.half) || inner.more[1] != 1) {
      throw new AssertionError("the inner model has other bits");
    }
  }
}
