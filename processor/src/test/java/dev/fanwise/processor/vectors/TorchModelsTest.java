package dev.fanwise.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code torch-stream.json} as model classes: PyTorch's own weights. */
class TorchModelsTest {
  record Entry(long seed, String program, List<ExpectedTensor> tensors) {
    @Override
    public String toString() {
      return program + ", seed " + seed;
    }
  }

  private static final String LAYER =
      "@KaimingInit(a = 2.23606797749979, distribution = Distribution.UNIFORM)";

  private static final String LINEAR =
      """
      class Linear {
        final int in;
        final int out;
        @Shape(dims = {"out", "in"}) %s float[] weight;
        @Shape(dims = "out") @BiasInit(of = "weight") float[] bias;
        Linear(int in, int out) {
          this.in = in;
          this.out = out;
        }
      }
      """
          .formatted(LAYER);

  /** The fields of each program's model, in order. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of(
          "xavier_uniform_(5,10)",
          List.of("@Shape({5, 10}) @XavierInit"),
          "xavier_normal_(5,10); zeros (5); xavier_uniform_(3,5)",
          List.of(
              "@Shape({5, 10}) @XavierInit(distribution = Distribution.NORMAL)",
              "@Shape(5) @ZerosInit",
              "@Shape({3, 5}) @XavierInit"),
          "kaiming_normal_(64,3,3,3; mode=fan_out, a=0.01)",
          List.of("@Shape({64, 3, 3, 3}) @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01)"),
          "kaiming_uniform_(128,64,5; a=0.2)",
          List.of(
              "@Shape({128, 64, 5}) @KaimingInit(a = 0.2, distribution = Distribution.UNIFORM)"),
          "normal_ sizes 3x5, 4x4, 17, 1000, 1001 in sequence, std 0.02",
          Stream.of("{3, 5}", "{4, 4}", "17", "1000", "1001")
              .map(shape -> "@Shape(" + shape + ") @NormalInit(std = 0.02)")
              .toList(),
          "uniform_(-0.05,0.05) 1000 then normal_ 7, then uniform_ 3",
          List.of(
              "@Shape(1000) @UniformInit(low = -0.05, high = 0.05)",
              "@Shape(7) @NormalInit",
              "@Shape(3) @UniformInit"),
          "nn.Linear(784,256); nn.Linear(256,10) as constructed (weight, bias each)",
          List.of(
              "@Shape({256, 784}) " + LAYER,
              "@Shape(256) @BiasInit(of = \"w0\")",
              "@Shape({10, 256}) " + LAYER,
              "@Shape(10) @BiasInit(of = \"w2\")"),
          "nn.Conv2d(3,64,3) as constructed (weight, bias)",
          List.of("@Shape({64, 3, 3, 3}) " + LAYER, "@Shape(64) @BiasInit(of = \"w0\")"));

  private static final Map<String, Outcome> COMPILED = new LinkedHashMap<>();

  static Stream<Entry> entries() {
    return Arrays.stream(ExpectedTensor.read("torch-stream.json", Entry[].class));
  }

  static Stream<Entry> mlps() {
    return entries().filter(entry -> entry.program.startsWith("nn.Linear(784,256); nn.Linear"));
  }

  @Test
  void everyProgramIsThere() {
    Set<String> programs = entries().map(Entry::program).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(PROGRAMS.keySet()), new TreeSet<>(programs));
    assertEquals(32, entries().count());
    assertEquals(4, mlps().count());
  }

  private static Outcome compiled(String program) {
    return COMPILED.computeIfAbsent(
        program,
        name -> {
          StringBuilder model =
              new StringBuilder("@RandomStream(RandomEngine.TORCH) final class Net {\n");
          List<String> fields = PROGRAMS.get(name);
          for (int i = 0; i < fields.size(); i++) {
            model.append("  ").append(fields.get(i)).append(" float[] w" + i + ";\n");
          }
          return Javac.compile(model.append("}\n").toString());
        });
  }

  @ParameterizedTest
  @MethodSource("entries")
  void haveTorchsWeights(Entry entry) {
    Model model = Model.of(compiled(entry.program), "p.Net");
    model.initialize(entry.seed);
    assertEquals(PROGRAMS.get(entry.program).size(), entry.tensors.size());
    for (int i = 0; i < entry.tensors.size(); i++) {
      entry.tensors.get(i).assertEqualTo((float[]) model.get("w" + i));
    }
  }

  /** {@code nn.Sequential}: submodules in a list, their sizes known when they are made. */
  @ParameterizedTest
  @MethodSource("mlps")
  void asASequentialOfLayers(Entry entry) throws ReflectiveOperationException {
    String mlp =
        """
        @RandomStream(RandomEngine.TORCH)
        class Mlp {
          @Submodule final java.util.List<Linear> layers =
              java.util.List.of(new Linear(784, 256), new Linear(256, 10));
          float[][] all() {
            return new float[][] {
              layers.get(0).weight, layers.get(0).bias, layers.get(1).weight, layers.get(1).bias
            };
          }
        }
        """;
    Model model =
        Model.of(COMPILED.computeIfAbsent("Mlp", name -> Javac.compile(mlp, LINEAR)), "p.Mlp");
    model.initialize(entry.seed);
    var all = model.object().getClass().getDeclaredMethod("all");
    all.setAccessible(true);
    float[][] weights = (float[][]) all.invoke(model.object());
    for (int i = 0; i < 4; i++) {
      entry.tensors.get(i).assertEqualTo(weights[i]);
    }
  }
}
