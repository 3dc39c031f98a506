package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is true of all pages. */
class PagesTest {
  private static final int LONGEST = 400;

  /** Half of it are examples with the compiler's words; it is for looking up. */
  private static final String LONG = "docs/errors.md";

  private static final Pattern NAMED = Pattern.compile("\\b(?:docs|findings)/[\\w-]+\\.md\\b");

  private static List<Path> pages() {
    return Repository.files(".md");
  }

  @Test
  void noneIsLong() {
    Map<String, Long> tooLong = new TreeMap<>();
    for (Path page : pages()) {
      long lines = Repository.text(page).lines().count();
      if (lines > LONGEST && !Repository.name(page).equals(LONG)) {
        tooLong.put(Repository.name(page), lines);
      }
    }
    assertEquals(Map.of(), tooLong);
    assertTrue(pages().size() > 20, pages()::toString);
  }

  /** In sources, scripts and POMs a page has its path from the root. */
  @Test
  void thoseThatSourcesNameAreThere() {
    Set<String> there = new TreeSet<>();
    pages().forEach(page -> there.add(Repository.name(page)));
    Map<String, Path> gone = new TreeMap<>();
    for (Path file : Repository.files(".java", ".kt", ".xml", ".sh", ".json", ".txt")) {
      NAMED
          .matcher(Repository.text(file))
          .results()
          .filter(match -> !there.contains(match.group()))
          .forEach(match -> gone.put(match.group(), file));
    }
    assertEquals(Map.of(), gone);
  }

  /** A page that no other leads to is found by nobody. */
  @Test
  void everyPageOfTheDocsIsInTheReadme() {
    String readme = new Page("README.md").text();
    List<String> missing =
        pages().stream()
            .map(Repository::name)
            .filter(page -> page.startsWith("docs/"))
            .filter(page -> !readme.contains("(" + page))
            .toList();
    assertEquals(List.of(), missing);
  }
}
