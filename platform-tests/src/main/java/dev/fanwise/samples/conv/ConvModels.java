package dev.fanwise.samples.conv;

import dev.fanwise.platform.Lines;

/** The sample's network, from its own package, where it is visible. */
public final class ConvModels {
  private ConvModels() {}

  /** Prints a line for each of its parameters. */
  public static void print(Lines lines, long seed) {
    ConvNet net = ConvNetInitializer.initialize(new ConvNet(), seed);
    lines.weights("ConvNet", visitor -> ConvNetInitializer.visitParameters(net, visitor));
  }
}
