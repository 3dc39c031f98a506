import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The table of docs/artifacts.md against what is published. Its first two columns are written by hand; the others, what
 * comes along, what the user brings, Java and size, are those of the POMs and jars. With {@code -Dgolden.update=true} they
 * are written anew.
 */
final class ArtifactsPage {
  private static final String BEGIN = "<!-- The table, by ArtifactsPage. -->\n";
  private static final String END = "<!-- End of the table. -->\n";
  private static final int HEAD = 2;

  /** Sizes are rounded, and may change by a tenth before the page has to. */
  private static final double TOLERANCE = 0.1;

  private ArtifactsPage() {}

  static void check(List<Artifact> all) throws IOException {
    Path file = Path.of(System.getProperty("fanwise.page"));
    String page = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    List<String> rows = page.substring(from, to).lines().collect(Collectors.toList());
    List<String> expected = new ArrayList<>(rows.subList(0, HEAD));
    for (int i = 0; i < all.size(); i++) {
      boolean has = i + HEAD < rows.size();
      expected.add(row(all.get(i), has ? rows.get(i + HEAD) : "| | | | | | 0 |"));
    }
    String table = String.join("\n", expected) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      String anew = page.substring(0, from) + table + page.substring(to);
      Files.write(file, anew.getBytes(StandardCharsets.UTF_8));
    } else if (!table.equals(page.substring(from, to))) {
      throw new AssertionError(
          "docs/artifacts.md should have this table, which -Dgolden.update=true writes:\n" + table);
    }
  }

  private static String row(Artifact artifact, String written) throws IOException {
    String[] cells = written.split(" *\\| *");
    String provided = String.join(", ", artifact.dependencies("provided"));
    return String.format(
        Locale.ROOT,
        "| `fanwise-%s` | %s | %s | %s | %d | %s |",
        artifact.name(),
        cells[2],
        orDash(tree(artifact)),
        orDash(provided.replaceAll("([^, ]+)", "`$1`")),
        artifact.release(),
        size(artifact, Integer.parseInt(cells[6])));
  }

  /** What comes along, and what comes along with that. */
  private static String tree(Artifact artifact) {
    List<String> branches = new ArrayList<>();
    for (String dependency : artifact.dependencies("compile")) {
      Artifact next = new Artifact(dependency.substring("dev.fanwise:fanwise-".length()));
      String further = tree(next);
      branches.add(next.name() + (further.isEmpty() ? "" : " → " + further));
    }
    return String.join(", ", branches);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  /** In thousands of bytes, of two digits; that of the page if it is near enough. */
  private static int size(Artifact artifact, int written) throws IOException {
    double size = Files.size(artifact.jar()) / 1000.0;
    if (Math.abs(written - size) <= TOLERANCE * size) {
      return written;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(size)) - 1);
    return (int) (Math.round(size / unit) * unit);
  }
}
