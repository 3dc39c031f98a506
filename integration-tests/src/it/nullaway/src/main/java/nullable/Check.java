package nullable;

import static java.util.Objects.requireNonNull;

import dev.fanwise.runtime.Keys;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

/** Fields that were null have their arrays, with the same bits on a pool and without. */
public final class Check {
  private Check() {}

  public static void main(String[] args) {
    Net net = NetInitializer.initialize(new Net(), 7);
    Net pooled = NetInitializer.initialize(new Net(), 7, ForkJoinPool.commonPool());
    float[] sized = requireNonNull(net.stem.sized);
    float[] hand = new float[12];
    LayerInitializer.fillSized(hand, 3, 4, Keys.fold(7, Keys.id("stem")));
    if (!Arrays.equals(sized, hand)
        || !Arrays.equals(sized, pooled.stem.sized)
        || !Arrays.equals(net.own, pooled.own)
        || !Arrays.deepEquals(net.blocks[0].nested, pooled.blocks[0].nested)
        || !requireNonNull(net.stem.buffer).equals(pooled.stem.buffer)) {
      throw new AssertionError("other bits");
    }
    Net.Torch torch = Net_TorchInitializer.initialize(new Net.Torch(), 7);
    Net.Jax jax = Net_JaxInitializer.initialize(new Net.Jax(), 7);
    if (requireNonNull(torch.inherited).length != requireNonNull(jax.part.inherited).length) {
      throw new AssertionError("other lengths");
    }
  }
}
