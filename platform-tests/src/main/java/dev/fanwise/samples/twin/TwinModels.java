package dev.fanwise.samples.twin;

import dev.fanwise.RandomEngine;
import dev.fanwise.RandomStream;
import dev.fanwise.Submodule;
import dev.fanwise.platform.Lines;

/**
 * The sample's layers in a smaller network: the sizes of {@link Twin} itself are constants, and its
 * 203,530 weights twice as many as all others together.
 */
public final class TwinModels {
  /** {@code nn.Sequential(nn.Linear(60, 20), nn.ReLU(), nn.Linear(20, 10))}. */
  @RandomStream(RandomEngine.TORCH)
  static final class SmallTwin {
    @Submodule final Linear[] layers = {new Linear(60, 20), new Linear(20, 10)};
  }

  private TwinModels() {}

  /** Prints a line for each of its parameters. */
  public static void print(Lines lines, long seed) {
    SmallTwin twin = TwinModels_SmallTwinInitializer.initialize(new SmallTwin(), seed);
    lines.weights(
        "SmallTwin", visitor -> TwinModels_SmallTwinInitializer.visitParameters(twin, visitor));
  }
}
