package dev.fanwise.processor.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.ResidualRule;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.JaxVariance;
import dev.fanwise.runtime.MupScale;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What formulas say of themselves is what they compute: the descriptions, worked out. */
class DescriptionsTest {
  private static final int[] SHAPE = {37, 23, 5};
  private static final Fans FANS = fans(SHAPE);
  private static final double NUMBER = 1.7;

  private static Fans fans(int... shape) {
    return Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
  }

  /** The value of a description, with the fans and a number by the name that it has there. */
  private static double value(String description, String name) {
    Map<String, Double> names = new LinkedHashMap<>();
    names.put("fan_in", 115.0);
    names.put("fan_out", 185.0);
    names.put(name, NUMBER);
    return new Calculator(description, names).value();
  }

  @Test
  void ofTheCatalogue() {
    assertEquals(Formulas.xavier(NUMBER, FANS), value(Formulas.XAVIER, "gain"));
    assertEquals(Formulas.lecun(FANS), value(Formulas.LECUN, ""));
    assertEquals(Formulas.bias(NUMBER, FANS), value(Formulas.BIAS, "factor"));
    assertEquals(Formulas.lenet(NUMBER, FANS), value(Formulas.LENET, "factor"));
    assertEquals(Formulas.siren(NUMBER, FANS), value(Formulas.SIREN, "omega0"));
    assertEquals(Formulas.firstSiren(FANS), value(Formulas.FIRST_SIREN, ""));
    assertEquals(Formulas.nguyenWidrow(FANS), value(Formulas.NGUYEN_WIDROW, ""));
    assertEquals(Formulas.bound(NUMBER), value(Formulas.BOUND, "std"));
    assertEquals(Formulas.stdOfBound(NUMBER), value(Formulas.STD_OF_BOUND, "bound"));
    assertEquals(Formulas.sigma(NUMBER), value(Formulas.SIGMA, "std"));
  }

  @ParameterizedTest
  @EnumSource
  void ofWhatIsCountedByAMode(FanMode mode) {
    double n = Formulas.fan(mode, FANS);
    assertEquals(n, value(Formulas.description(mode), ""));
    Map<String, Double> names = Map.of("gain", NUMBER, "scale", NUMBER, "fan", n, "n", n);
    assertEquals(
        Formulas.kaiming(NUMBER, mode, FANS), new Calculator(Formulas.KAIMING, names).value());
    assertEquals(
        Formulas.varianceScaling(NUMBER, mode, FANS),
        new Calculator(Formulas.VARIANCE_SCALING, names).value());
    assertNear(
        JaxVariance.bound(NUMBER, mode, FANS), new Calculator(JaxVariance.BOUND, names).value());
    assertNear(JaxVariance.std(NUMBER, mode, FANS), new Calculator(JaxVariance.STD, names).value());
    assertNear(
        JaxVariance.truncatedStd(NUMBER, mode, FANS),
        new Calculator(JaxVariance.TRUNCATED_STD, names).value());
  }

  @ParameterizedTest
  @EnumSource
  void ofResidualBranches(ResidualRule rule) {
    Map<String, Double> names = Map.of("layers", 7.0, "m", 3.0);
    double value = new Calculator(Formulas.description(rule), names).value();
    assertEquals(Formulas.residual(rule, 7, 3), value, Math.ulp(value));
  }

  @Test
  void ofMup() {
    Fans base = fans(8, 2, 5);
    // A name of one word is what the calculator knows.
    Map<String, Double> names = Map.of("gain", NUMBER, "fan_in", 115.0, "base_fan_in", 10.0);
    String atBase = MupScale.AT_BASE.replace("base fan", "base_fan");
    String narrowing = MupScale.NARROWING.replace("base fan", "base_fan");
    assertEquals(MupScale.std(base, base, NUMBER), new Calculator(atBase, names).value());
    assertEquals(
        MupScale.std(FANS, base, NUMBER),
        new Calculator(atBase + " * " + narrowing, names).value());
  }

  @Test
  void takeNumbersForNames() {
    Wording xavier = new Wording(Formulas.XAVIER);
    assertEquals("sqrt(2 / (fan_in + fan_out))", xavier.with("gain", 1).text());
    assertEquals(
        "0.5 * sqrt(2 / 1040)",
        xavier.with("gain", 0.5).with("fan_in", 784).with("fan_out", 256).text());
    assertEquals(
        "gain / sqrt(fan_out)", new Wording(Formulas.KAIMING).with("fan", "fan_out").text());
    assertEquals("1 / sqrt(fan_in)", new Wording(Formulas.BIAS).with("factor", 1).text());
  }

  /** Floats are computed step by step. */
  private static void assertNear(float expected, double actual) {
    assertEquals(expected, actual, 4 * Math.ulp(expected));
  }
}
