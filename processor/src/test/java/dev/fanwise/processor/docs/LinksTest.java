package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Every relative link of all pages leads to a file, and to a heading in it. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^\\]]+\\]: (\\S+)");
  private static final Pattern TAG =
      Pattern.compile("<(?:a|img)\\b[^>]*\\b(?:href|src)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  private final Map<Path, Set<String>> anchors = new HashMap<>();

  /** As GitHub names the anchors of headings. */
  private static Set<String> anchors(Path page) {
    Set<String> found = new HashSet<>();
    Matcher heading = HEADING.matcher(Repository.text(page).replaceAll("(?s)```.*?```", ""));
    while (heading.find()) {
      String text =
          heading.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
      String anchor = text.replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", "").strip().replace(' ', '-');
      String unique = anchor;
      for (int i = 1; !found.add(unique); i++) {
        unique = anchor + "-" + i;
      }
    }
    return found;
  }

  /** Where a link, a picture, a reference below the text or a tag of HTML leads. */
  private static List<String> targets(Path page) {
    String text = CODE.matcher(Repository.text(page)).replaceAll("code");
    return Stream.of(LINK, REFERENCE, TAG)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(match -> match.group(1))
        .filter(target -> !target.matches("\\w+:.*"))
        .toList();
  }

  private boolean leads(Path page, String target) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(path)
        && (hash < 0
            || anchors
                .computeIfAbsent(path, LinksTest::anchors)
                .contains(target.substring(hash + 1)));
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : Repository.files(".md")) {
      for (String target : targets(page)) {
        links++;
        if (!leads(page, target)) {
          dead.add(Repository.name(page) + ": " + target);
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(links > 300, "found too few links");
  }

  /** And nothing lies about that no page shows. */
  @Test
  void everyPictureIsShown() {
    Set<Path> shown = new HashSet<>();
    for (Path page : Repository.files(".md")) {
      targets(page).forEach(target -> shown.add(page.resolveSibling(target).normalize()));
    }
    Path images = Repository.ROOT.resolve("docs/images").normalize();
    assertEquals(
        List.of(),
        Repository.files().stream()
            .filter(file -> file.startsWith(images) && !shown.contains(file))
            .toList());
  }
}
