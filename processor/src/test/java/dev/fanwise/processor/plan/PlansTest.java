package dev.fanwise.processor.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.FrontEnd;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.Same;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the front end makes of models of every kind, to be read beside their sources; {@code
 * -Dgolden.update=true} writes it anew.
 */
class PlansTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");
  private static final List<String> SOURCES =
      List.of("Shapes", "Kinds", "Spreads", "Values", "Symbolic", "Trees", "Engines");
  private static final Path FILE = FOLDER.resolve("plans.txt");

  /** Up to so many elements are counted one by one. */
  private static final long MANY = 100_000;

  @Test
  void areThoseInTheFile() throws IOException {
    Map<String, InitializerPlan> plans = plans();
    String text = plans.values().stream().map(Detailed::text).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text, UTF_8);
    }
    assertFansAreThoseThatOneCounts(plans);
    Same.text(Files.readString(FILE, UTF_8), text);
  }

  private static void assertFansAreThoseThatOneCounts(Map<String, InitializerPlan> plans) {
    int counted = 0;
    for (InitializerPlan plan : plans.values()) {
      for (ParameterPlan parameter : parameters(plan)) {
        Geometry geometry = parameter.geometry();
        if (!geometry.isKnown() || geometry.elements() > MANY) {
          continue;
        }
        Layer layer = layer(geometry, plan.engine());
        ParameterPlan.FanNumbers expected =
            layer.rank() < 2 ? null : new ParameterPlan.FanNumbers(layer.fanIn(), layer.fanOut());
        assertEquals(expected, parameter.fans(), parameter::toString);
        counted++;
      }
    }
    assertEquals(188, counted);
  }

  private static Map<String, InitializerPlan> plans() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String name : SOURCES) {
      sources.add(Files.readString(FOLDER.resolve(name + ".java"), UTF_8));
    }
    return FrontEnd.plans(sources.toArray(String[]::new));
  }

  /** Those of the model and those of classes that are drawn with it. */
  private static List<ParameterPlan> parameters(InitializerPlan plan) {
    List<ParameterPlan> parameters = new ArrayList<>(plan.parameters());
    plan.modules().forEach(module -> parameters.addAll(module.parameters()));
    return parameters;
  }

  /** The tensor to be counted; PyTorch and JAX know the dimensions alone. */
  private static Layer layer(Geometry geometry, RandomEngine engine) {
    List<Integer> shape = geometry.shape().stream().map(Dimension::value).toList();
    return engine == RandomEngine.FANWISE
        ? new Layer(
            shape,
            geometry.layout(),
            geometry.connection(),
            geometry.groups().value(),
            geometry.stride(),
            geometry.parts())
        : new Layer(shape, geometry.layout(), Connection.FORWARD, 1, List.of(), 1);
  }
}
