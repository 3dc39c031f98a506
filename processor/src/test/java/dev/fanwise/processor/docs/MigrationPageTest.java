package dev.fanwise.processor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.docs.Libraries.Layer;
import dev.fanwise.processor.docs.Libraries.Library;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.runtime.ParameterInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page on moving from other libraries: its annotations are compiled and drawn, and their law
 * and their draws have the numbers that were measured of the libraries.
 */
class MigrationPageTest {
  private static final Path PAGE = Path.of("../docs/migration.md");
  private static final Path MEASURED = Path.of("src/test/resources/migration/measured.txt");
  private static final String BEGIN = "<!-- of libraries.json -->\n\n";
  private static final String END = "<!-- end -->\n";

  /** In standard errors: of some hundred comparisons none should fail by chance. */
  private static final double MARGIN = 4.5;

  /** How far the extremes of uniform draws may be from the bounds, in average distances. */
  private static final double GAP = 12;

  /** {@code -Dgolden.update=true} writes the page anew. */
  @Test
  void hasTheLibrariesOfTheCommand() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    StringBuilder sections = new StringBuilder();
    Libraries.all().forEach(library -> sections.append(library.section()));
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, from) + sections + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, expected, UTF_8);
    }
    Same.text(expected, Files.readString(PAGE, UTF_8));
  }

  @Test
  void whatWasRunWasMeasuredAndWhatWasMeasuredIsThere() throws IOException {
    Set<String> measured = new TreeSet<>();
    try (Stream<String> lines = Files.lines(MEASURED, UTF_8)) {
      lines
          .filter(line -> line.contains(" | "))
          .map(line -> line.split(" \\| "))
          .forEach(cells -> measured.add(cells[0] + ", " + cells[1]));
    }
    List<Library> libraries = Libraries.all();
    Set<String> drawn =
        libraries.stream()
            .flatMap(library -> library.layers().stream())
            .filter(layer -> layer.annotation() != null)
            .map(Layer::toString)
            .collect(toSet());
    for (String one : measured) {
      assertTrue(drawn.contains(one), one);
    }
    for (Library library : libraries) {
      boolean hasOne = measured.stream().anyMatch(one -> one.startsWith(library.key() + ", "));
      boolean hasLaw = library.layers().stream().anyMatch(layer -> layer.annotation() != null);
      assertEquals(library.run() && hasLaw, hasOne, library::key);
    }
  }

  static List<Layer> layers() {
    return Libraries.all().stream().flatMap(library -> library.layers().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everyAnnotationDraws(Layer layer) {
    if (layer.annotation() == null) {
      assertNotNull(layer.why(), layer::toString);
      return;
    }
    Optional<String> of =
        Optional.of(layer.annotation().split("of = \""))
            .filter(parts -> parts.length > 1)
            .map(parts -> parts[1].split("\"")[0]);
    String beside =
        of.map(name -> "@Shape({1024, 256}) @ZerosInit float[] " + name + ";").orElse("");
    String shape =
        layer.annotation().startsWith("@ForgetGate") || of.isPresent() ? "1024" : "{64, 32}";
    Model model = model(shape, beside, layer.annotation());
    model.initialize(1);
    assertTrue(Double.isFinite(model.parameter("w").std()), layer::toString);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvFileSource(resources = "/migration/measured.txt", delimiter = '|', quoteCharacter = '\'')
  void everyLawHasTheMeasuredNumbers(
      String key,
      String name,
      String shape,
      int n,
      String mean,
      String std,
      String low,
      String high) {
    Layer layer =
        layers().stream()
            .filter(one -> one.library().equals(key) && one.name().equals(name))
            .findFirst()
            .orElseThrow();
    String[] fields = shape.split("; ");
    String beside =
        fields.length == 1 ? "" : fields[1].replace(") ", ") @ZerosInit float[] ") + ";";
    Model model = model(members(fields[0]), beside, layer.annotation());
    ParameterInfo info = model.parameter("w");
    model.initialize(2026);
    double[] drawn = FieldKind.DOUBLES.read(model.get("w"));
    double drawnMean = Arrays.stream(drawn).average().orElseThrow();
    double drawnStd =
        Math.sqrt(
            Arrays.stream(drawn).map(x -> (x - drawnMean) * (x - drawnMean)).sum() / drawn.length);
    double ofMean = MARGIN * info.std() / Math.sqrt(Math.min(n, drawn.length));
    assertClose(mean, info.mean(), ofMean);
    assertClose(mean, drawnMean, 2 * ofMean);
    double ofStd = MARGIN * info.std() / Math.sqrt(2.0 * Math.min(n, drawn.length));
    assertClose(std, info.std(), ofStd);
    assertClose(std, drawnStd, 2 * ofStd);
    double ofBounds = GAP * (info.high() - info.low()) / n;
    assertClose(low, info.low(), ofBounds);
    assertClose(high, info.high(), ofBounds);
    double ofExtremes = ofBounds + GAP * (info.high() - info.low()) / drawn.length;
    assertClose(low, Arrays.stream(drawn).min().orElseThrow(), ofExtremes);
    assertClose(high, Arrays.stream(drawn).max().orElseThrow(), ofExtremes);
  }

  /** As far as the digits that were written down say, and chance. */
  private static void assertClose(String measured, double actual, double chance) {
    if (!measured.equals("-")) {
      int digits = measured.contains(".") ? measured.length() - measured.indexOf('.') - 1 : 0;
      double rounding = measured.contains(".") ? Math.pow(10, -digits) : 0;
      assertEquals(Double.parseDouble(measured), actual, rounding + chance + 1e-12);
    }
  }

  private static String members(String shape) {
    return shape.substring("@Shape(".length(), shape.length() - 1);
  }

  private static Model model(String shape, String beside, String annotation) {
    return Model.of(
        Javac.compile(
            "@SuppressWarnings(\"fanwise\")\nclass Net {\n  %s\n  @Shape(%s) %s double[] w;\n}\n"
                .formatted(beside, shape, annotation)),
        "p.Net");
  }
}
