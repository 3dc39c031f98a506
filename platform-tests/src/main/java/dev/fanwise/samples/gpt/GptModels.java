package dev.fanwise.samples.gpt;

import dev.fanwise.platform.Lines;

/** The sample's decoder, from its own package, where it is visible. */
public final class GptModels {
  private GptModels() {}

  /** Prints a line for each parameter of a narrow one. */
  public static void print(Lines lines, long seed) {
    Gpt gpt = GptInitializer.initialize(new Gpt(50, 16, 8, 2), seed);
    lines.weights("Gpt", visitor -> GptInitializer.visitParameters(gpt, visitor));
  }
}
