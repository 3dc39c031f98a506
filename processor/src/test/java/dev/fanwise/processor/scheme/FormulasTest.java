package dev.fanwise.processor.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.runtime.Truncation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemes have the numbers that were worked out by hand. */
class FormulasTest {
  private static final Path FOLDER = Path.of("src/test/resources/schemes");
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Weights, and their mean, standard deviation and bounds. */
  private record Row(String weights, double mean, double std, double low, double high) {}

  @Test
  void areThoseOfTheFormulas() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String[] line : lines("numbers.txt")) {
      rows.add(
          new Row(line[0], number(line[1]), number(line[2]), number(line[3]), number(line[4])));
    }
    for (String[] line : lines("factors.txt")) {
      addScaled(line[0], number(line[1]), rows);
    }
    assertEquals(107, rows.size());
    for (Row row : rows) {
      Weights weights = Weights.of(row.weights());
      assertEquals(List.of(), weights.complaints(), row::toString);
      check(row, moments(weights.resolution().law()));
    }
  }

  private static void addScaled(String rule, double factor, List<Row> rows) {
    String scaled = " @ResidualScaled(rule = ResidualRule." + rule + ")";
    String normal = "@Shape(9) @NormalInit(mean = 7, std = 2)" + scaled;
    rows.add(new Row(normal, 7, 2 * factor, -INFINITE, INFINITE));
    // around the middle, 4 wide
    double std = factor * 2 / Math.sqrt(3);
    String uniform = "@Shape(9) @UniformInit(low = -1, high = 3)" + scaled;
    rows.add(new Row(uniform, 1, std, 1 - 2 * factor, 1 + 2 * factor));
    double cut = 2 * factor * 0.5 / 0.87962566103423978;
    String truncated = "@Shape({3, 4}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)";
    rows.add(new Row(truncated + scaled, 0, factor * 0.5, -cut, cut));
  }

  private static List<String[]> lines(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file), UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s*\\|\\s*"))
        .toList();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static void check(Row row, Law.Moments moments) {
    assertNear(row.mean(), moments.mean(), row);
    assertNear(row.std(), moments.std(), row);
    assertNear(row.low(), moments.low(), row);
    assertNear(row.high(), moments.high(), row);
  }

  private static void assertNear(double expected, double actual, Row of) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, actual, of::toString);
    } else {
      assertEquals(expected, actual, 1e-14 * (Math.abs(expected) + of.std()), of::toString);
    }
  }

  private static Law.Moments moments(Law law) {
    if (law instanceof Law.Constant constant) {
      double value = constant.value();
      return new Law.Moments(value, 0, value, value);
    }
    if (law instanceof Law.Uniform uniform) {
      double low = uniform.low().value();
      double high = uniform.high().value();
      return new Law.Moments((low + high) / 2, uniform.std().value(), low, high);
    }
    if (law instanceof Law.Normal normal) {
      return new Law.Moments(normal.mean(), normal.std().value(), -INFINITE, INFINITE);
    }
    if (law instanceof Law.TruncatedNormal cut) {
      double sigma = cut.std().value();
      return new Law.Moments(
          cut.mean() + sigma * Truncation.mean(cut.lower(), cut.upper()),
          sigma * Truncation.std(cut.lower(), cut.upper()),
          cut.mean() + sigma * cut.lower(),
          cut.mean() + sigma * cut.upper());
    }
    return ((Law.Structured) law).moments();
  }
}
