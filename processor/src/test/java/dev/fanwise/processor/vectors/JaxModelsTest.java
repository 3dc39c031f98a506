package dev.fanwise.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The initialisers of {@code jax-stream.json} as one model class: JAX's own weights. */
class JaxModelsTest {
  record Entry(long seed, String key, String initializer, ExpectedTensor tensor) {
    int parameter() {
      return Integer.parseInt(key.replaceAll("fold_in\\(PRNGKey\\(seed\\), (\\d+)\\)", "$1"));
    }

    @Override
    public String toString() {
      return initializer + ", seed " + seed;
    }
  }

  /** The file's initialisers in the order of their keys, and each as an annotation. */
  private static final String[][] INITIALIZERS = {
    {"glorot_uniform", "@XavierInit"},
    {"he_uniform", "@KaimingInit(distribution = Distribution.UNIFORM)"},
    {"lecun_uniform", "@LecunInit(distribution = Distribution.UNIFORM)"},
    {"glorot_normal", "@XavierInit(distribution = Distribution.NORMAL)"},
    {"he_normal", "@KaimingInit"},
    {"lecun_normal", "@LecunInit"},
    {
      "variance_scaling(2,fan_out,normal)",
      "@VarianceScalingInit(scale = 2, mode = FanMode.FAN_OUT, distribution = Distribution.NORMAL)"
    },
    {
      "variance_scaling(1,fan_geo_avg,uniform)",
      "@VarianceScalingInit(mode = FanMode.FAN_GEO_AVG, distribution = Distribution.UNIFORM)"
    }
  };

  private static final Outcome KNOWN = Javac.compile(source(false));
  private static final Outcome SYMBOLIC = Javac.compile(source(true));

  static Stream<Entry> entries() {
    return Arrays.stream(ExpectedTensor.read("jax-stream.json", Entry[].class));
  }

  private static String source(boolean isSymbolic) {
    List<int[]> shapes = entries().limit(8).map(entry -> entry.tensor.shape()).toList();
    return IntStream.range(0, 8)
        .mapToObj(n -> field(n, shapes.get(n), isSymbolic))
        .collect(Collectors.joining("", "@RandomStream(RandomEngine.JAX) class Net {\n", "}\n"));
  }

  private static String field(int n, int[] shape, boolean isSymbolic) {
    String dimensions = Arrays.toString(shape).replace('[', '{').replace(']', '}');
    String own = isSymbolic ? "  int d" + n + "() { return " + shape[0] + "; }\n" : "";
    String member =
        isSymbolic
            ? "dims = " + dimensions.replaceAll("(\\d+)", "\"$1\"").replaceFirst("\\d+", "d" + n)
            : "value = " + dimensions;
    return own
        + "  @Shape("
        + member
        + ", layout = Layout.IO)\n  "
        + INITIALIZERS[n][1]
        + " float[] w"
        + n
        + ";\n";
  }

  @Test
  void everyInitializerIsThere() {
    List<Entry> entries = entries().toList();
    assertEquals(24, entries.size());
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(i % 8, entries.get(i).parameter());
      assertEquals(INITIALIZERS[i % 8][0], entries.get(i).initializer);
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void haveJaxsWeights(Entry entry) {
    String name = "w" + entry.parameter();
    for (Outcome outcome : List.of(KNOWN, SYMBOLIC)) {
      Model model = Model.of(outcome, "p.Net");
      model.initialize(entry.seed);
      entry.tensor.assertEqualTo((float[]) model.get(name));

      Model shared = Model.of(outcome, "p.Net");
      shared.initialize(entry.seed, ForkJoinPool.commonPool());
      entry.tensor.assertEqualTo((float[]) shared.get(name));
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void oneParameterAloneHasThem(Entry entry) {
    String name = "w" + entry.parameter();
    int elements = Arrays.stream(entry.tensor.shape()).reduce(1, Math::multiplyExact);
    Model model = Model.of(KNOWN, "p.Net");
    float[] whole = new float[elements];
    model.fill(name, whole, entry.seed);
    entry.tensor.assertEqualTo(whole);

    float[] parts = new float[elements];
    int half = elements / 2 + 1;
    model.fill(name, parts, half, half, elements - half, entry.seed);
    model.fill(name, parts, 0, 0, half, entry.seed);
    entry.tensor.assertEqualTo(parts);
  }
}
