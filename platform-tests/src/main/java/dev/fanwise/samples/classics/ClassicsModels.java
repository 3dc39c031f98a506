package dev.fanwise.samples.classics;

import dev.fanwise.platform.Lines;

/** The sample's layers, from its own package, where they are visible. */
public final class ClassicsModels {
  private ClassicsModels() {}

  /** Prints a line for each of their parameters. */
  public static void print(Lines lines, long seed) {
    LinearLayer linear = LinearLayerInitializer.initialize(new LinearLayer(), seed);
    lines.weights(
        "LinearLayer", visitor -> LinearLayerInitializer.visitParameters(linear, visitor));
    ConvLayer conv = ConvLayerInitializer.initialize(new ConvLayer(), seed);
    lines.weights("ConvLayer", visitor -> ConvLayerInitializer.visitParameters(conv, visitor));
  }
}
