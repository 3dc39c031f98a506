package dev.fanwise.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The classes of a jar or folder that matter.
 *
 * @param models the binary names of models, sorted
 * @param generated those of what Fanwise generated
 * @param release the newest Java release that one of the models needs
 * @param classes how many classes there are
 */
record Scan(List<String> models, List<String> generated, int release, int classes) {
  /**
   * Reads all classes.
   *
   * @param trouble is told of classes that cannot be read
   */
  static Scan of(Target target, Progress progress, Consumer<String> trouble) throws IOException {
    List<String> models = new ArrayList<>();
    List<String> generated = new ArrayList<>();
    int release = 0;
    List<String> names = target.classes();
    progress.begin("reading classes", names.size());
    for (String name : names) {
      Optional<ClassFile> file = read(target, name, trouble);
      if (file.isPresent() && file.get().isModel()) {
        models.add(file.get().name());
        release = Math.max(release, file.get().release());
      } else if (file.isPresent() && file.get().isGenerated()) {
        generated.add(file.get().name());
      }
      progress.step();
    }
    progress.end();
    return new Scan(models, generated, release, names.size());
  }

  private static Optional<ClassFile> read(Target target, String name, Consumer<String> trouble)
      throws IOException {
    try {
      ClassFile file = ClassFile.read(target.read(name));
      String expected = file.name().replace('.', '/') + ".class";
      if (!name.equals(expected)) {
        if (file.isModel()) {
          trouble.accept(
              name
                  + " is left out: as class "
                  + file.name()
                  + " it belongs to another folder or jar. Give that one.");
        }
        return Optional.empty();
      }
      return Optional.of(file);
    } catch (IllegalArgumentException e) {
      trouble.accept(name + " is left out: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  /** What the names of the generated classes end with, if one of them shows it. */
  Optional<String> suffix() {
    for (String model : models) {
      String start = model.replace('$', '_');
      for (String name : generated) {
        boolean isOfModel = name.startsWith(start) && name.length() > start.length();
        String suffix = isOfModel ? name.substring(start.length()) : "";
        if (isOfModel && models.stream().noneMatch(other -> isLonger(other, start, name))) {
          return Optional.of(suffix);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a class could as well be that of a model with a longer name. */
  private static boolean isLonger(String other, String start, String name) {
    String otherStart = other.replace('$', '_');
    return otherStart.length() > start.length() && name.startsWith(otherStart);
  }
}
