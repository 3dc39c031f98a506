package nullable;

import dev.fanwise.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model of models, with each of the streams. */
public class Net {
  @Submodule final Layer stem = new Layer(4, 3);
  @Submodule final Layer[] blocks = {new Layer(2, 2)};
  @Submodule final List<Layer> heads = List.of(new Layer(5, 2));
  @Shape({3, 4}) @XavierInit float @Nullable [] own;

  /** Its weights are a subclass's, too. */
  static class Base {
    @Shape({3, 4}) @XavierInit float @Nullable [] inherited;
  }

  /** PyTorch's numbers. */
  @RandomStream(RandomEngine.TORCH)
  static class Torch extends Base {
    @Shape({3, 4}) @NormalInit float @Nullable [][] own;
    @Submodule final Base part = new Base();
  }

  /** JAX's numbers. */
  @RandomStream(RandomEngine.JAX)
  static class Jax extends Base {
    @Shape({3, 4}) @NormalInit float @Nullable [][] own;
    @Submodule final Base part = new Base();
  }

  /** JAX's numbers, on a pool's threads. */
  @RandomStream(RandomEngine.JAX)
  static class Keyed extends Base {
    @Shape({3, 4}) @NormalInit float @Nullable [][] own;
  }
}
