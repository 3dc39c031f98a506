package dev.fanwise.processor.plan;

import dev.fanwise.RandomEngine;

/**
 * What is true of the numbers of a random stream, for all who ask. How they are written is said in
 * {@code write}.
 *
 * @param isByName whether a parameter's numbers depend on its name; if not, on its place among all
 * @param isOneSequence whether numbers follow each other, so that none can be drawn alone
 * @param hasPlainFans whether fans are counted by the dimensions alone
 */
public record StreamFacts(boolean isByName, boolean isOneSequence, boolean hasPlainFans) {
  /** The facts of a stream; a new one does not compile without its own. */
  public static StreamFacts of(RandomEngine engine) {
    return switch (engine) {
      case FANWISE -> new StreamFacts(true, false, false);
      case TORCH -> new StreamFacts(false, true, true);
      case JAX -> new StreamFacts(false, false, true);
    };
  }

  /** A weight's dimensions as its fans are counted. */
  public Geometry counted(Geometry geometry) {
    return hasPlainFans ? geometry.plain() : geometry;
  }
}
