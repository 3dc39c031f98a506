package dev.fanwise.processor.docs;

import dev.fanwise.processor.harness.Same;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long pages begin with their headings, in a list if sections have sections; {@code
 * -Dgolden.update=true} writes them anew.
 */
class IndexTest {
  private static final String BEGIN = "<!-- The index, by IndexTest. -->\n";
  private static final String END = "<!-- End of the index. -->\n";
  private static final int WIDTH = 120;
  private static final Pattern HEADING = Pattern.compile("(?m)^(##|###) (.*)$");

  @ParameterizedTest
  @ValueSource(strings = {"errors", "migration", "performance", "parity"})
  void itListsThePagesHeadings(String name) throws IOException {
    Page page = new Page("docs/" + name + ".md");
    String text = page.text();
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    String index = text.substring(begin, text.indexOf(END));
    String expected = index(text);
    if (Boolean.getBoolean("golden.update")) {
      page.replace(BEGIN + index + END, BEGIN + expected + END);
    } else {
      Same.text(expected, index);
    }
  }

  private static String index(String text) {
    List<MatchResult> headings =
        HEADING.matcher(text.replaceAll("(?s)```.*?```", "")).results().toList();
    return headings.stream().allMatch(IndexTest::isSection) ? paragraph(headings) : list(headings);
  }

  private static boolean isSection(MatchResult heading) {
    return heading.group(1).length() == 2;
  }

  private static String link(MatchResult heading) {
    String title = heading.group(2);
    String anchor =
        title
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", "")
            .strip()
            .replace(' ', '-');
    return "[" + title + "](#" + anchor + ")";
  }

  private static String list(List<MatchResult> headings) {
    StringBuilder index = new StringBuilder();
    String before = "";
    for (MatchResult heading : headings) {
      if (isSection(heading)) {
        index.append(index.length() == 0 ? "- " : "\n- ").append(link(heading));
        before = ": ";
      } else {
        index.append(before).append(link(heading));
        before = ", ";
      }
    }
    return index.append('\n').toString();
  }

  private static String paragraph(List<MatchResult> headings) {
    StringBuilder index = new StringBuilder();
    int column = 0;
    for (MatchResult heading : headings) {
      String link = link(heading);
      if (column > 0) {
        boolean fits = column + link.length() + 3 <= WIDTH;
        index.append(fits ? ", " : ",\n");
        column = fits ? column + 2 : 0;
      }
      index.append(link);
      column += link.length();
    }
    return index.append('\n').toString();
  }
}
