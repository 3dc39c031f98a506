package dev.fanwise.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The site that this build has made. */
class SiteTest {
  private static final Path SITE = Path.of(System.getProperty("fanwise.site"));
  private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile(" (?:id|name)=\"([^\"]*)\"");

  private final Map<Path, Set<String>> anchors = new HashMap<>();

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> anchors(Path page) {
    Set<String> found = new HashSet<>();
    Matcher anchor = ANCHOR.matcher(text(page));
    while (anchor.find()) {
      found.add(unescaped(anchor.group(1)));
    }
    return found;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Packages, each with its classes, as the site has pages of them. */
  private static Map<String, Set<String>> classes() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    Path root = SITE.resolve("dev");
    for (Path page : pages()) {
      String name = page.getFileName().toString();
      if (page.startsWith(root) && Character.isUpperCase(name.charAt(0))) {
        String folder = SITE.relativize(page.getParent()).toString();
        if (!folder.contains("class-use")) {
          found
              .computeIfAbsent(folder.replaceAll("[/\\\\]", "."), key -> new TreeSet<>())
              .add(name.replace(".html", ""));
        }
      }
    }
    return found;
  }

  @Test
  void everyLinkWithinTheSiteLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int between = 0;
    for (Path page : pages()) {
      Matcher link = LINK.matcher(text(page));
      while (link.find()) {
        String target = unescaped(link.group(1));
        if (target.matches("[a-z]+:.*")) {
          continue;
        }
        // A fault of javadoc's: its list of constants names a group that has no heading.
        if (page.endsWith("constant-values.html") && target.equals("#dev.fanwise")) {
          continue;
        }
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        String anchor = hash < 0 ? "" : URLDecoder.decode(target.substring(hash + 1), UTF_8);
        boolean leads =
            Files.isRegularFile(path)
                && (anchor.isEmpty()
                    || anchors.computeIfAbsent(path, SiteTest::anchors).contains(anchor));
        if (!leads) {
          dead.add(SITE.relativize(page) + ": " + target);
        }
        if (!path.getParent().equals(page.getParent())) {
          between++;
        }
      }
    }
    assertEquals(List.of(), dead);
    int found = between;
    assertTrue(found > 1000, () -> "links from one package to another: " + found);
  }

  @Test
  void itBeginsWithWhatOneWantsToDo() {
    String index = text(SITE.resolve("index.html"));
    assertTrue(index.contains("What do you want to do?"));
    List<String> groups =
        List.of(
            "Say how weights are drawn",
            "Walk a model or draw by hand",
            "Write and read checkpoints",
            "See the weights of a model",
            "Scale layers on a batch of data",
            "Draw the weights of a training engine",
            "Start the processor by its name");
    int at = 0;
    for (String group : groups) {
      int found = index.indexOf(">" + group + "<", at);
      assertTrue(found > 0, group);
      at = found;
    }
    // No package is left over for the group that javadoc adds.
    assertEquals(-1, index.indexOf("Other Packages"));
  }

  @Test
  void whatPeopleCallIsThereAndNothingElse() throws IOException {
    Map<String, Set<String>> classes = classes();
    assertEquals(
        Set.of(
            "dev.fanwise",
            "dev.fanwise.adapt",
            "dev.fanwise.card",
            "dev.fanwise.checkpoint",
            "dev.fanwise.djl",
            "dev.fanwise.dl4j",
            "dev.fanwise.engines",
            "dev.fanwise.processor",
            "dev.fanwise.runtime",
            "dev.fanwise.spark",
            "dev.fanwise.tensorflow"),
        classes.keySet());
    assertEquals(Set.of("ModelCard", "Suspicion"), classes.get("dev.fanwise.card"));
    assertEquals(Set.of("FanwiseProcessor"), classes.get("dev.fanwise.processor"));
    assertEquals(
        Set.of(
            "DataType",
            "Draw",
            "Draws",
            "Fans",
            "Fill",
            "Formulas",
            "Gains",
            "HalfFloats",
            "JaxFill",
            "JaxKeys",
            "JaxVariance",
            "Keys",
            "LazyParameter",
            "MupScale",
            "ParameterInfo",
            "ParameterInfo.Builder",
            "ParameterSource",
            "ParameterVisitor",
            "Pattern",
            "Scheme",
            "Schemes",
            "Threefry2x32",
            "TorchGenerator",
            "Truncation",
            "Words"),
        classes.get("dev.fanwise.runtime"));
  }
}
