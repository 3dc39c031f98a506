package dev.fanwise.checkpoint;

import dev.fanwise.runtime.Likeness;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What a file calls a model's parameters. */
interface FileNames {
  /** As the model does. */
  FileNames SAME = name -> name;

  /** The name in the file, or null for a parameter that is left out. */
  String of(String modelName);

  /**
   * Refuses what it names and the model has not: it is misspelt, or of another model.
   *
   * @param modelNames all names of the model
   */
  default void check(Collection<String> modelNames) {
    // A function gives a name for any.
  }

  /** The names of a map, and the model's own where it has none. */
  final class Mapped implements FileNames {
    private final Map<String, String> names;

    Mapped(Map<String, String> modelToFile) {
      names = new HashMap<>(modelToFile);
    }

    @Override
    public String of(String modelName) {
      String other = names.get(modelName);
      return other == null ? modelName : other;
    }

    @Override
    public void check(Collection<String> modelNames) {
      for (String name : new TreeSet<>(names.keySet())) {
        if (!modelNames.contains(name)) {
          throw new IllegalArgumentException(
              "the model has no parameter "
                  + name
                  + " to be called "
                  + names.get(name)
                  + Likeness.sentence(name, modelNames));
        }
      }
    }
  }
}
