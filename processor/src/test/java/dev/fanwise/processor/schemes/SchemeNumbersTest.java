package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.runtime.ParameterInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What generated classes say of their weights: the numbers that were worked out by hand. */
class SchemeNumbersTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/schemes/numbers.txt", delimiter = '|', quoteCharacter = '\'')
  void areThoseOfTheFormulas(String weights, double mean, double std, double low, double high) {
    check(weights, mean, std, low, high);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/schemes/factors.txt", delimiter = '|', quoteCharacter = '\'')
  void residualFactors(String rule, double factor) {
    String scaled = " @ResidualScaled(rule = ResidualRule." + rule + ")";
    double infinite = Double.POSITIVE_INFINITY;
    check("@Shape(9) @NormalInit(mean = 7, std = 2)" + scaled, 7, 2 * factor, -infinite, infinite);
    // around the middle, 4 wide
    double std = factor * 2 / Math.sqrt(3);
    String uniform = "@Shape(9) @UniformInit(low = -1, high = 3)" + scaled;
    check(uniform, 1, std, 1 - 2 * factor, 1 + 2 * factor);
    double cut = 2 * factor * 0.5 / 0.87962566103423978;
    String truncated = "@Shape({3, 4}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)";
    check(truncated + scaled, 0, factor * 0.5, -cut, cut);
  }

  private static void check(String weights, double mean, double std, double low, double high) {
    Model model =
        Model.of(Javac.compile("class Net {\n  " + weights + " double[] w;\n}\n"), "p.Net");
    ParameterInfo info = model.parameter("w");
    assertNear(mean, info.mean(), std, info);
    assertNear(std, info.std(), std, info);
    assertNear(low, info.low(), std, info);
    assertNear(high, info.high(), std, info);
  }

  private static void assertNear(double expected, double actual, double scale, Object of) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, actual, of::toString);
    } else {
      assertEquals(expected, actual, 1e-14 * (Math.abs(expected) + scale), of::toString);
    }
  }
}
