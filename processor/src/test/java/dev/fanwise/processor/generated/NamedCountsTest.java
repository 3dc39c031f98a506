package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups and layers that the model has: bits and descriptions are those of the same in numbers. */
class NamedCountsTest {
  private static final String NUMBERS =
      "int groups; static int cells = 2; int depth() { return 12; } { groups = 2; }";

  /** Annotations with {@code %1$s} for groups, {@code %2$s} for those of cells, {@code %3$s}. */
  private static final List<String> WEIGHTS =
      List.of(
          "@Shape(value = {8, 6, 3}, %1$s) @XavierInit",
          "@Shape(value = {8, 6, 3}, %1$s) @KaimingInit(mode = FanMode.FAN_OUT)",
          "@Shape(value = {8, 6, 3}, %1$s, parts = 2) @MupInit(baseShape = {4, 6, 3})",
          "@Shape(value = {8, 6}, %1$s, connection = Connection.TRANSPOSED) @LecunInit",
          "@Shape(value = {8, 6, 2}, %2$s) @ZerosInit",
          "@Shape({8, 6, 2}) @NormalInit(mean = 3, std = 0.02) @ResidualScaled(%3$s, rule ="
              + " ResidualRule.GPT2)",
          "@Shape({8, 6, 2}) @UniformInit(low = -1, high = 2) @ResidualScaled(%3$s, rule ="
              + " ResidualRule.DEEPNORM)",
          "@Shape({8, 6, 2}) @UniformInit @ResidualScaled(%3$s, rule = ResidualRule.T_FIXUP)",
          "@Shape({8, 6, 2}) @TruncatedNormalInit(mean = 1, std = 0.1) @ResidualScaled(%3$s, rule ="
              + " ResidualRule.T_FIXUP_DECODER)",
          "@Shape(value = {8, 6, 2}, %2$s) @KaimingInit @ResidualScaled(%3$s, rule ="
              + " ResidualRule.FIXUP, branchLayers = 3)",
          "@Shape(value = {8, 6, 2}, %1$s) @VarianceScalingInit(distribution ="
              + " Distribution.TRUNCATED_NORMAL) @ResidualScaled(%3$s, rule = ResidualRule.GPT2)");

  /** Those that only the stream of our own draws. */
  private static final List<String> OWN_WEIGHTS =
      List.of(
          "@Shape(value = {3, 6, 8}, %1$s, layout = Layout.IO) @XavierInit",
          "@Shape(value = {8, 6, 3}, %1$s) @DiracInit",
          "@Shape(value = {8, 6, 3}, %1$s) @OrthogonalInit",
          "@Shape(value = {16, 6, 3}, %1$s) @DeltaOrthogonalInit",
          "@Shape(value = {8, 6}, %1$s) @SparseInit(sparsity = 0.5)",
          "@Shape(value = {8, 8}, %2$s) @ZerOInit",
          "@Shape(value = {8, 8}, %2$s) @IdentityInit");

  private static String named(String annotations) {
    return annotations.formatted(
        "groupsOf = \"groups\"", "groupsOf = \"cells\"", "layersOf = \"depth\"");
  }

  private static String constant(String annotations) {
    return annotations.formatted("groups = 2", "groups = 2", "layers = 12");
  }

  static Stream<Arguments> forms() {
    List<Arguments> forms = new ArrayList<>();
    for (FieldKind kind : FieldKind.values()) {
      forms.add(Arguments.of("FANWISE", kind));
      if (kind.type(1).toLowerCase(Locale.ROOT).contains("float")) {
        forms.add(Arguments.of("TORCH", kind));
        forms.add(Arguments.of("JAX", kind));
      }
    }
    return forms.stream();
  }

  private static int rank(String annotations) {
    return annotations.substring(0, annotations.indexOf('}')).split(",").length;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void haveTheBitsOfConstants(String engine, FieldKind kind) {
    List<String> weights = new ArrayList<>(WEIGHTS);
    weights.addAll(engine.equals("FANWISE") ? OWN_WEIGHTS : List.of());
    StringBuilder named = new StringBuilder(NUMBERS);
    StringBuilder constant = new StringBuilder();
    for (int i = 0; i < weights.size(); i++) {
      String field = " " + kind.type(rank(weights.get(i))) + " w" + i + ";\n";
      named.append("  ").append(named(weights.get(i))).append(field);
      constant.append("  ").append(constant(weights.get(i))).append(field);
    }
    String stream = "@RandomStream(RandomEngine." + engine + ") class ";
    Outcome outcome =
        Javac.compile(
            stream + "Net {\n" + named + "}",
            stream + "Known {\n" + constant + "}",
            stream + "Outer { @Submodule Net inner = new Net(); }",
            stream + "Below extends Net { @Shape(3) @OnesInit float[] ones; }");
    Model known = Model.of(outcome, "p.Known");
    known.initialize(5);
    Model net = Model.of(outcome, "p.Net");
    net.initialize(5);
    Model inPool = Model.of(outcome, "p.Net");
    ForkJoinPool pool = new ForkJoinPool(2);
    inPool.initialize(5, pool);
    pool.shutdown();
    Model below = Model.of(outcome, "p.Below");
    below.initialize(5);
    Model outer = Model.of(outcome, "p.Outer");
    outer.initialize(5);
    for (int i = 0; i < weights.size(); i++) {
      double[] expected = kind.read(known.get("w" + i));
      String declaration = weights.get(i);
      assertArrayEquals(expected, kind.read(net.get("w" + i)), declaration);
      assertArrayEquals(expected, kind.read(inPool.get("w" + i)), declaration);
      assertArrayEquals(expected, kind.read(below.get("w" + i)), declaration);
      if (!engine.equals("FANWISE")) { // whose submodules have seeds of their own
        Model inner = Model.around(outer.get("inner"));
        assertArrayEquals(expected, kind.read(inner.get("w" + i)), declaration);
      }
    }
    assertEquals(texts(known.parametersOfModel()), texts(net.parametersOfModel()));
    assertEquals(known.count(), net.count());
  }

  private static List<String> texts(List<ParameterInfo> parameters) {
    return parameters.stream()
        .map(
            one -> one + " " + one.std() + " " + one.low() + " " + one.fanIn() + " " + one.groups())
        .toList();
  }

  /** A submodule of another initialiser has its numbers from its own object. */
  @Test
  void eachSubmoduleHasItsOwn() {
    String block =
        "class %s { int depth; %s(int depth) { this.depth = depth; }"
            + " @Shape({8, 6}) @NormalInit @ResidualScaled(%s, rule = ResidualRule.GPT2) float[] w; }";
    Outcome outcome =
        Javac.compile(
            block.formatted("Block", "Block", "layersOf = \"depth\""),
            block.formatted("Two", "Two", "layers = 2"),
            "class Net { @Submodule Block[] blocks = {new Block(2), new Block(9)}; }",
            "class Known { @StreamName(\"blocks\") @Submodule Two[] two = {new Two(0)}; }");
    Model net = Model.of(outcome, "p.Net");
    net.initialize(3);
    Model known = Model.of(outcome, "p.Known");
    known.initialize(3);
    Object[] blocks = (Object[]) net.get("blocks");
    Object two = ((Object[]) known.get("two"))[0];
    assertArrayEquals(
        (float[]) Model.around(two).get("w"), (float[]) Model.around(blocks[0]).get("w"));
    Map<String, Double> stds = new TreeMap<>();
    net.visit((info, weights) -> stds.put(info.name(), info.std()));
    assertEquals(1 / Math.sqrt(2.0 * 2), stds.get("blocks.0.w"));
    assertEquals(1 / Math.sqrt(2.0 * 9), stds.get("blocks.1.w"));
  }

  /** A composed annotation's names are those of the model that uses it. */
  @Test
  void composed() {
    Outcome outcome =
        Javac.compile(
            "@NormalInit(std = 0.02) @ResidualScaled(layersOf = \"depth\", rule = ResidualRule.GPT2)"
                + " @interface Projection {}",
            "class Net { int depth = 12; @Shape({8, 6}) @Projection float[] w; }",
            "class Other { static int depth() { return 12; }"
                + " @Shape({8, 6}) @Projection float[] w; }",
            "class Known { @Shape({8, 6}) @NormalInit(std = 0.02)"
                + " @ResidualScaled(layers = 12, rule = ResidualRule.GPT2) float[] w; }");
    float[][] drawn = new float[3][];
    String[] names = {"p.Net", "p.Other", "p.Known"};
    for (int i = 0; i < names.length; i++) {
      Model model = Model.of(outcome, names[i]);
      model.initialize(8);
      drawn[i] = (float[]) model.get("w");
    }
    assertArrayEquals(drawn[2], drawn[0]);
    assertArrayEquals(drawn[2], drawn[1]);
  }

  /** What the compiler would warn of in generated code is suppressed there. */
  @Test
  void deprecatedNumbers() {
    Javac.compile(
        "class Net { @Deprecated int groups = 2; @Deprecated int depth() { return 3; }"
            + " @Shape(value = {8, 6}, groupsOf = \"groups\") @XavierInit float[] w;"
            + " @Shape(9) @NormalInit @ResidualScaled(layersOf = \"depth\", rule ="
            + " ResidualRule.GPT2) float[] v; }");
  }

  /** The bias of weights whose groups the model has, and of a residual branch that it counts. */
  @Test
  void biases() {
    String net =
        "class %s { %s @Shape(value = {8, 6, 3}, connection = Connection.TRANSPOSED, %s) @XavierInit"
            + " float[] w; @Shape(12) @BiasInit(of = \"w\") @ResidualScaled(%s, rule ="
            + " ResidualRule.GPT2) float[] bias; }";
    Outcome outcome =
        Javac.compile(
            net.formatted("Net", NUMBERS, "groupsOf = \"groups\"", "layersOf = \"depth\""),
            net.formatted("Known", "", "groups = 2", "layers = 12"));
    Model model = Model.of(outcome, "p.Net");
    model.initialize(2);
    Model known = Model.of(outcome, "p.Known");
    known.initialize(2);
    assertArrayEquals((float[]) known.get("bias"), (float[]) model.get("bias"));
    float[] array = new float[12];
    model.fill("bias", array, List.of(2, 12), 2);
    assertArrayEquals((float[]) known.get("bias"), array);
    model.set("groups", 3);
    assertEquals(
        "Net.w, shape [8, 6, 3]: groups = groups = 3 does not divide 8",
        assertThrows(IllegalArgumentException.class, () -> model.initialize(2)).getMessage());
  }
}
