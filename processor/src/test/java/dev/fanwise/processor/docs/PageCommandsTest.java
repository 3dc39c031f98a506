package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every command of the pages is in commands.txt, which says what runs it, or why nothing does; and
 * what a command names is there.
 */
class PageCommandsTest {
  private static final String LIST = "processor/src/test/resources/docs/commands.txt";
  private static final Pattern RUN_BY = Pattern.compile("run by (\\S+): (.+)");
  private static final Pattern NOT_RUN = Pattern.compile("not run: .{10,}");
  private static final Pattern NO_COMMAND = Pattern.compile("no command: .{10,}");

  private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");
  private static final Pattern MODULES = Pattern.compile("-pl ([\\w,/-]+)");
  private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w,]+)");
  private static final Pattern CLASS = Pattern.compile("\\bdev(?:\\.[a-z]\\w*)+\\.([A-Z]\\w*)");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:^|[\\s`])((?:\\.ci/\\w+)|(?:first-contact/run)|(?:[a-z][\\w/-]*/[a-z][\\w-]*\\.sh))\\b");

  /** The list: what is said of each command. */
  private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

  @BeforeAll
  static void readTheList() {
    for (String entry : new Page(LIST).text().split("\n\n+")) {
      List<String> lines = entry.lines().filter(line -> !line.startsWith("#")).toList();
      if (lines.isEmpty()) {
        continue;
      }
      String command =
          lines.stream()
              .filter(line -> line.startsWith("    "))
              .map(line -> line.substring(4))
              .collect(Collectors.joining("\n"));
      List<String> said = lines.stream().filter(line -> !line.startsWith("    ")).toList();
      assertFalse(command.isBlank(), () -> "no command: " + entry);
      assertFalse(said.isEmpty(), () -> "nothing is said of " + command);
      assertEquals(null, SAID.put(command, said), () -> "twice: " + command);
    }
  }

  /** Without what is no command. */
  private static List<String> commands() {
    return SAID.keySet().stream()
        .filter(command -> !NO_COMMAND.matcher(SAID.get(command).get(0)).matches())
        .toList();
  }

  @Test
  void everyCommandOfThePagesIsInTheList() {
    List<String> unknown = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (Path page : Repository.files(".md")) {
      for (String command : PageCommands.of(Repository.text(page))) {
        found.add(command);
        if (!SAID.containsKey(command)) {
          unknown.add(Repository.name(page) + ": " + command);
        }
      }
    }
    assertEquals(List.of(), unknown, () -> "not in " + LIST);
    Set<String> gone = new TreeSet<>(SAID.keySet());
    gone.removeAll(found);
    assertEquals(Set.of(), gone, () -> "in " + LIST + ", but on no page");
  }

  @Test
  void whatRunsACommandIsThere() {
    List<String> wrong = new ArrayList<>();
    SAID.forEach(
        (command, said) -> {
          for (String line : said) {
            Matcher runBy = RUN_BY.matcher(line);
            if (!runBy.matches()) {
              if (!NOT_RUN.matcher(line).matches() && !NO_COMMAND.matcher(line).matches()) {
                wrong.add(command + ": " + line);
              }
            } else if (!joined(new Page(runBy.group(1)).text()).contains(runBy.group(2))) {
              wrong.add(runBy.group(1) + " does not have " + runBy.group(2));
            }
          }
        });
    assertEquals(List.of(), wrong);
  }

  /** A command of several lines as one. */
  private static String joined(String text) {
    return text.replaceAll("\\\\\n\\s*", "");
  }

  @Test
  void profilesAndModulesAreThere() {
    Set<String> profiles = new TreeSet<>();
    for (Path pom : Repository.files("pom.xml")) {
      Matcher profile =
          Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)?<id>(.*?)</id>", Pattern.DOTALL)
              .matcher(Repository.text(pom));
      while (profile.find()) {
        profiles.add(profile.group(1));
      }
    }
    for (String command : commands()) {
      for (String profile : parts(PROFILES, command)) {
        assertTrue(profiles.contains(profile), () -> "no profile " + profile + ": " + command);
      }
      for (String module : parts(MODULES, command)) {
        Path pom = Repository.ROOT.resolve(module).resolve("pom.xml");
        assertTrue(Files.exists(pom), () -> "no module " + module + ": " + command);
      }
    }
  }

  @Test
  void classesAndScriptsAreThere() {
    Set<String> sources =
        Repository.files(".java", ".kt").stream()
            .map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
            .collect(Collectors.toSet());
    for (String command : commands()) {
      List<String> classes = new ArrayList<>(parts(TESTS, command));
      classes.addAll(parts(CLASS, command));
      for (String name : classes) {
        assertTrue(
            sources.contains(name) || sources.contains(name.replaceAll("Kt$", "")),
            () -> "no class " + name + ": " + command);
      }
      for (String script : parts(SCRIPT, command)) {
        Path file = Repository.ROOT.resolve(script);
        assertTrue(Files.isExecutable(file), () -> "no script " + script + ": " + command);
      }
    }
  }

  private static List<String> parts(Pattern pattern, String command) {
    return pattern
        .matcher(command)
        .results()
        .flatMap(match -> Arrays.stream(match.group(1).split(",")))
        .toList();
  }
}
