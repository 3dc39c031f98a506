package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bound and standard deviation of PyTorch's own initialisers, in all bits. */
class TorchBoundsTest {
  static Stream<Map<String, String>> rows() {
    return Csv.read("torch-bounds.csv").stream();
  }

  @Test
  void theFileHasBothSchemesAndBothDistributions() {
    List<Map<String, String>> rows = rows().toList();
    assertEquals(290, rows.size());
    assertEquals(30, rows.stream().filter(row -> row.get("scheme").equals("xavier")).count());
    assertEquals(
        100, rows.stream().filter(row -> row.get("distribution").equals("uniform")).count());
    assertEquals(10, rows.stream().map(row -> row.get("shape")).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsTorchBitForBit(Map<String, String> row) {
    int[] shape = Arrays.stream(row.get("shape").split("x")).mapToInt(Integer::parseInt).toArray();
    Fans fans = Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
    assertEquals(Double.parseDouble(row.get("fan_in")), fans.fanIn());
    assertEquals(Double.parseDouble(row.get("fan_out")), fans.fanOut());

    double std = std(row.get("scheme"), options(row.get("options")), fans);
    double boundOrStd =
        switch (row.get("distribution")) {
          case "uniform" -> Math.sqrt(3) * std;
          case "normal" -> std;
          default -> throw new IllegalStateException(row.get("distribution"));
        };
    assertEquals(row.get("bound_or_std_hex"), hex(boundOrStd));
    assertEquals(Double.parseDouble(row.get("bound_or_std")), boundOrStd);
  }

  private static double std(String scheme, Map<String, String> options, Fans fans) {
    return switch (scheme) {
      case "xavier" -> {
        double gain =
            Double.parseDouble(options.getOrDefault("gain", "1"))
                * Gains.of(nonlinearity(options, Nonlinearity.LINEAR), 0);
        yield gain * Math.sqrt(2 / (fans.fanIn() + fans.fanOut()));
      }
      case "kaiming" -> {
        double a = Double.parseDouble(options.getOrDefault("a", "0"));
        double fan =
            switch (options.get("mode")) {
              case "FAN_IN" -> fans.fanIn();
              case "FAN_OUT" -> fans.fanOut();
              default -> throw new IllegalStateException(options.get("mode"));
            };
        yield Gains.of(nonlinearity(options, Nonlinearity.LEAKY_RELU), a) / Math.sqrt(fan);
      }
      default -> throw new IllegalStateException(scheme);
    };
  }

  private static Nonlinearity nonlinearity(Map<String, String> options, Nonlinearity otherwise) {
    return Nonlinearity.valueOf(options.getOrDefault("nonlinearity", otherwise.name()));
  }

  /** {@code mode=FAN_IN;a=0.2} as a map. */
  private static Map<String, String> options(String text) {
    Map<String, String> options = new HashMap<>();
    for (String option : text.split(";")) {
      String[] nameAndValue = option.split("=");
      options.put(nameAndValue[0], nameAndValue[1]);
    }
    return options;
  }

  /** As Python writes it: all thirteen digits of the mantissa, and the exponent's sign. */
  private static String hex(double x) {
    long mantissa = Double.doubleToRawLongBits(x) & 0x000F_FFFF_FFFF_FFFFL;
    return String.format("0x1.%013xp%+d", mantissa, Math.getExponent(x));
  }
}
