package nonnull;

import dev.fanwise.*;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights that only the initialiser sets, and submodules that null checkers cannot follow. */
public class Plain {
  @Shape({3, 4}) @XavierInit float[] hidden;
  @Shape(3) @ZerosInit float[] bias;
  @Submodule final Map<String, Part> heads = Map.of("edges", new Part());
  @Submodule @Nullable Part last;

  /** A part. */
  static class Part {
    @Shape({3, 4}) @XavierInit float[] weights;
  }
}
