package dev.fanwise.processor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link of the README and the docs leads to a file, and to a heading in it. */
class LinksTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  private final Map<Path, Set<String>> anchors = new HashMap<>();

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(REPOSITORY.resolve("docs"));
        Stream<Path> top = Files.list(REPOSITORY)) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .map(Path::normalize)
          .sorted()
          .toList();
    }
  }

  /** As GitHub names the anchors of headings. */
  private static Set<String> anchors(Path page) {
    try {
      Set<String> found = new HashSet<>();
      Matcher heading =
          HEADING.matcher(Files.readString(page, UTF_8).replaceAll("(?s)```.*?```", ""));
      while (heading.find()) {
        String text =
            heading
                .group(1)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT);
        String anchor = text.replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", "").strip().replace(' ', '-');
        String unique = anchor;
        for (int i = 1; !found.add(unique); i++) {
          unique = anchor + "-" + i;
        }
      }
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher link = LINK.matcher(CODE.matcher(Files.readString(page, UTF_8)).replaceAll("code"));
      while (link.find()) {
        String target = link.group(1);
        if (target.contains("://")) {
          continue;
        }
        links++;
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        boolean leads =
            Files.exists(path)
                && (hash < 0
                    || anchors
                        .computeIfAbsent(path, LinksTest::anchors)
                        .contains(target.substring(hash + 1)));
        if (!leads) {
          dead.add(page + ": " + target);
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(links > 100, () -> "found too few links");
  }
}
