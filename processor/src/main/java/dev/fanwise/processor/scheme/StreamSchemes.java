package dev.fanwise.processor.scheme;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import java.util.Optional;

/** The schemes as a random stream has them: one class a stream. */
public interface StreamSchemes {
  /** The schemes of a stream; a new one does not compile without its class. */
  static StreamSchemes of(RandomEngine engine) {
    return switch (engine) {
      case FANWISE -> new OwnSchemes();
      case TORCH -> new TorchSchemes();
      case JAX -> new JaxSchemes();
    };
  }

  /** A scheme with its numbers, for a weight of a type. */
  Resolution resolve(Scheme scheme, Geometry geometry, ElementType type);

  /** Why a weight cannot have such numbers, if that is so. */
  Optional<String> refusal(Weight weight);

  /**
   * A weight about which there is no other complaint.
   *
   * @param isNested whether nested arrays hold it, so that no array has all of its elements
   */
  record Weight(Scheme scheme, Law law, ElementType type, Geometry geometry, boolean isNested) {}
}
