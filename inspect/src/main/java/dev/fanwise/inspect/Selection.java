package dev.fanwise.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The models that a user asks for. */
final class Selection {
  private static final String FOLDER = "META-INF/fanwise/";

  private Selection() {}

  /**
   * The models of a jar or folder with one of these names, or all of them.
   *
   * @param compiled those among its classes; it may have cards of others
   */
  static List<String> of(List<String> names, List<String> compiled, Target target) {
    Set<String> all = new TreeSet<>(compiled);
    for (String file : target.names()) {
      if (file.startsWith(FOLDER) && file.endsWith(".json")) {
        all.add(file.substring(FOLDER.length(), file.length() - ".json".length()));
      }
    }
    if (all.isEmpty()) {
      int classes = target.classes().size();
      throw new Refusal(
          Exit.NO_MODEL,
          classes == 0
              ? target.path() + " has no classes. Give a jar of classes, or the folder they are in."
              : "None of the "
                  + classes
                  + " classes in "
                  + target.path()
                  + " has a field with Fanwise's annotations.");
    }
    if (names.isEmpty()) {
      return List.copyOf(all);
    }
    List<String> selected = new ArrayList<>();
    for (String model : all) {
      if (names.stream().anyMatch(name -> isNamed(model, name))) {
        selected.add(model);
      }
    }
    for (String name : names) {
      if (all.stream().noneMatch(model -> isNamed(model, name))) {
        throw new Refusal(
            Exit.NO_MODEL, "No model is called " + name + ". There are: " + String.join(", ", all));
      }
    }
    return selected;
  }

  private static boolean isNamed(String model, String name) {
    String full = model.replace('$', '.');
    return model.equals(name) || full.equals(name) || full.endsWith("." + name);
  }
}
