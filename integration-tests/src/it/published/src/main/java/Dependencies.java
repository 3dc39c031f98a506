import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Nobody gets Spark, an engine or anything else of others by accident. */
final class Dependencies {
  /** What works on something of the user's. */
  private static final Set<String> ADAPTERS = Set.of("djl", "dl4j", "tensorflow", "spark");

  private Dependencies() {}

  static void check(List<Artifact> all) {
    List<String> foreign = new ArrayList<>();
    for (Artifact artifact : all) {
      for (String dependency : artifact.dependencies("compile")) {
        if (!dependency.startsWith("dev.fanwise:")) {
          foreign.add(artifact.name() + " brings " + dependency);
        }
      }
      if (artifact.dependencies("provided").isEmpty() == ADAPTERS.contains(artifact.name())) {
        foreign.add(artifact.name() + " wants " + artifact.dependencies("provided"));
      }
    }
    require(List.of(), foreign, "what POMs name");
    classPathHas(all);
  }

  /** This project depends on all of them at once; this is what Maven made of it. */
  private static void classPathHas(List<Artifact> all) {
    TreeSet<String> expected =
        all.stream()
            .map(artifact -> artifact.jar().getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> found = new TreeSet<>();
    for (URL url : ((URLClassLoader) Dependencies.class.getClassLoader()).getURLs()) {
      String name = new File(url.getPath()).getName();
      if (!name.equals("classes")) {
        found.add(name);
      }
    }
    require(expected, found, "the class path of a project with all artifacts");
  }

  private static void require(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": " + found + " instead of " + expected);
    }
  }
}
