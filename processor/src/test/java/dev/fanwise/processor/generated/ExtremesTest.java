package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Tensors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gains just inside of what {@code SPREAD} refuses. */
class ExtremesTest {
  @ParameterizedTest
  @CsvSource({
    "float, UNIFORM, 1.6e-31",
    "float, UNIFORM, 3.3e37",
    "float, NORMAL, 1.6e-31",
    "float, NORMAL, 1.2e29",
    "float, TRUNCATED_NORMAL, 1.6e-31",
    "float, TRUNCATED_NORMAL, 1.05e29",
    "double, UNIFORM, 1.6e-292",
    "double, UNIFORM, 1.7e307",
    "double, NORMAL, 1.6e-292",
    "double, NORMAL, 1.7e307",
    "double, TRUNCATED_NORMAL, 1.6e-292",
    "double, TRUNCATED_NORMAL, 1.5e307",
  })
  void areStillDrawnProperly(String type, String distribution, String gain) {
    String field =
        "@Shape({200, 300}) @XavierInit(gain = %s * 10, distribution = Distribution.%s) %s[] w;"
            .formatted(gain, distribution, type);
    Model model = Model.of(Javac.compile("class Net { " + field + " }"), "p.Net");
    model.initialize(1);
    double[] weights = Tensors.flat(model.get("w"));
    double std = model.parameter("w").std();
    assertTrue(DoubleStream.of(weights).allMatch(Double::isFinite), "finite");
    assertTrue(DoubleStream.of(weights).noneMatch(w -> w == 0), "not zero");
    double squares = DoubleStream.of(weights).map(w -> w / std * (w / std)).sum();
    assertEquals(1, squares / weights.length, 0.02);
  }
}
