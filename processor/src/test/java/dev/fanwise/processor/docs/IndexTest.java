package dev.fanwise.processor.docs;

import dev.fanwise.processor.harness.Same;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long pages begin with a list of their headings; {@code -Dgolden.update=true} writes the lists
 * anew.
 */
class IndexTest {
  private static final String BEGIN = "<!-- The index, by IndexTest. -->\n";
  private static final String END = "<!-- End of the index. -->\n";
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
    StringBuilder index = new StringBuilder();
    Matcher heading = HEADING.matcher(text.replaceAll("(?s)```.*?```", ""));
    String before = "";
    while (heading.find()) {
      boolean isSection = heading.group(1).length() == 2;
      String title = heading.group(2);
      String anchor =
          title
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", "")
              .strip()
              .replace(' ', '-');
      String link = "[" + title + "](#" + anchor + ")";
      if (isSection) {
        index.append(index.length() == 0 ? "- " : "\n- ").append(link);
        before = ": ";
      } else {
        index.append(before).append(link);
        before = ", ";
      }
    }
    return index.append('\n').toString();
  }
}
