package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each public class of the runtime says in its package's page for whom it is there. */
class AudienceTest {
  private static final String BASE = "dev.fanwise.runtime";
  private static final Path SOURCES = Path.of("src/main/java");

  @ParameterizedTest
  @ValueSource(strings = {BASE, BASE + ".jax", BASE + ".torch", BASE + ".parity"})
  void everyPublicClassIsNamedOnce(String name) throws IOException {
    List<String> named = named(page(name), name);
    assertEquals(publicClasses(name), new TreeSet<>(named));
    assertEquals(Set.copyOf(named).size(), named.size(), "one of these is named twice: " + named);
  }

  @Test
  void everyPackageIsLookedAt() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertEquals(
          Set.of("runtime", "jax", "torch", "parity"),
          files
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> file.getParent().getFileName().toString())
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void whatIsForPeopleIsOnTheSiteAndNothingElse() throws IOException {
    String pom = Files.readString(Path.of("../api-docs/pom.xml"));
    String[] parts = page(BASE).split("<h2>");
    for (String name : named(parts[1], BASE)) {
      assertFalse(isLeftOut(pom, name), name + " is for people, and api-docs leaves it out");
    }
    for (String name : named(parts[2] + parts[3], BASE)) {
      assertTrue(isLeftOut(pom, name), name + " is not for people: api-docs/pom.xml");
    }
  }

  private static boolean isLeftOut(String pom, String name) {
    boolean isAPattern = name.endsWith("Pattern") && !name.equals("Pattern");
    String file = isAPattern ? "*?Pattern" : name;
    return pom.contains(">dev/fanwise/runtime/" + file + ".java<");
  }

  private static List<String> named(String text, String name) {
    List<String> classes = new ArrayList<>();
    Pattern.compile("\\{@link " + Pattern.quote(name) + "\\.(\\w+)\\}")
        .matcher(text)
        .results()
        .forEach(link -> classes.add(link.group(1)));
    return classes;
  }

  /** The page's text, its lines joined. */
  private static String page(String name) throws IOException {
    return Files.readString(folder(name).resolve("package-info.java"))
        .replaceAll("\\s+\\*?\\s*", " ");
  }

  private static Set<String> publicClasses(String name) throws IOException {
    Pattern declared =
        Pattern.compile(
            "^public (?:final |abstract )*(?:class|interface|enum|@interface) ", Pattern.MULTILINE);
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder(name))) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        if (declared.matcher(Files.readString(file)).find()) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return classes;
  }

  private static Path folder(String name) {
    return SOURCES.resolve(name.replace('.', '/'));
  }
}
