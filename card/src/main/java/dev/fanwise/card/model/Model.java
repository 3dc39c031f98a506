package dev.fanwise.card.model;

import dev.fanwise.RandomEngine;
import java.util.List;

/**
 * All that a card is made of: plain data, of a class that is compiled or of an object that lives.
 *
 * @param origin where its weights come from
 * @param className the binary name of the model's class, or what else it is called
 * @param name its name as one says it
 * @param initializer the qualified name of the generated class, or null
 * @param engine the random stream, or null if it is not known
 * @param seed the seed of what was drawn
 * @param parameters its parameters in order, those of submodules among them
 * @param submodules its fields with submodules
 * @param source the generated class, or null
 */
public record Model(
    Origin origin,
    String className,
    String name,
    String initializer,
    RandomEngine engine,
    long seed,
    List<Parameter> parameters,
    List<Submodule> submodules,
    String source) {
  public Model {
    parameters = List.copyOf(parameters);
    submodules = List.copyOf(submodules);
  }

  /** Whether a parameter's stream is that of its name; another library's goes by their order. */
  public boolean isDrawnByName() {
    return engine != null
        && switch (engine) {
          case FANWISE -> true;
          case TORCH, JAX -> false;
        };
  }
}
