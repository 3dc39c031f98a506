package dev.fanwise.processor.engines;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.JaxKeys;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single models with the numbers of PyTorch and JAX whose form is out of the ordinary. */
class EngineModelsTest {
  private static final long SEED = 42;

  private static float[] torch(TorchGenerator generator, int elements) {
    float[] drawn = new float[elements];
    generator.normal(Sink.of(drawn, 0), elements, 0, 1);
    return drawn;
  }

  private static float[] jax(int number, int elements) {
    float[] drawn = new float[elements];
    JaxFill.normal(drawn, 0, elements, JaxKeys.fold(JaxKeys.of(SEED), number), 0, 0, 1);
    return drawn;
  }

  private static float[] floats(Object object, String name) {
    return (float[]) Objects.get(object, name);
  }

  private static Model initialized(String... sources) {
    Model model = Model.of(Javac.compile(sources), "p.Net");
    model.initialize(SEED);
    return model;
  }

  @Test
  void aModelOfOurOwnStreamGivesEachOfThemItsOwnSeed() {
    Model model =
        initialized(
            "class Net { @Submodule final Torch torch = new Torch();"
                + " @Submodule final Jax[] jax = {new Jax()}; }",
            "@RandomStream(RandomEngine.TORCH) class Torch { @Shape(40) @NormalInit float[] w; }",
            "@RandomStream(RandomEngine.JAX) class Jax { @Shape(40) @NormalInit float[] w; }");
    long torchSeed = Reference.key(SEED, "torch");
    assertArrayEquals(torch(TorchGenerator.seeded(torchSeed), 40), floats(model.get("torch"), "w"));
    long jaxSeed = Reference.threefry(Reference.key(SEED, "jax"), 0);
    float[] expected = new float[40];
    JaxFill.normal(expected, 0, 40, JaxKeys.fold(JaxKeys.of(jaxSeed), 0), 0, 0, 1);
    assertArrayEquals(expected, floats(((Object[]) model.get("jax"))[0], "w"));
  }

  @Test
  void theStreamOfASuperclassWithoutWeights() {
    Model model =
        initialized(
            "class Net extends Base { @Shape(20) @NormalInit float[] w; }",
            "@RandomStream(RandomEngine.TORCH) abstract class Base {}");
    assertArrayEquals(torch(TorchGenerator.seeded(SEED), 20), floats(model.object(), "w"));
  }

  /** A base shape's fans too are those of its dimensions alone, as the tensor's own are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TORCH | groups = 2",
        "JAX | groups = 2",
        "TORCH | parts = 2",
        "TORCH | connection = Connection.TRANSPOSED, stride = 2",
        "JAX | groups = 4, connection = Connection.TRANSPOSED"
      })
  void fansOfTheBaseOfASymbolicShape(String engine, String kind) {
    String source =
        "@RandomStream(RandomEngine.%s) class Net { int out = 8;"
            + " @Shape(%s, %s) @MupInit(baseShape = {8, 2, 3}) float[] w; }";
    Model constant = initialized(source.formatted(engine, "value = {8, 4, 3}", kind));
    Model symbolic = initialized(source.formatted(engine, "dims = {\"out\", \"4\", \"3\"}", kind));
    assertArrayEquals(
        floats(constant.object(), "w"), floats(symbolic.object(), "w"), engine + " " + kind);
  }

  /** {@code sparse_} calls the first dimension rows, whatever a layer makes of it. */
  @Test
  void sparseMatricesOfTransposedLayers() {
    String source =
        "@RandomStream(RandomEngine.TORCH) class Net {"
            + " @Shape(value = {4, 6}%s) @SparseInit(sparsity = 0.5) float[] w; }";
    Model dense = initialized(source.formatted(""));
    Model transposed =
        initialized(source.formatted(", groups = 2, connection = Connection.TRANSPOSED"));
    assertArrayEquals(floats(dense.object(), "w"), floats(transposed.object(), "w"));
  }

  /** More members than one method deals with. */
  @ParameterizedTest
  @ValueSource(strings = {"TORCH", "JAX"})
  void manyMembers(String engine) {
    String fields =
        IntStream.range(0, 250)
            .mapToObj(i -> "  @Shape(3) @NormalInit float[] w" + i + ";\n")
            .collect(joining());
    Model model =
        initialized(
            "@RandomStream(RandomEngine."
                + engine
                + ") class Net {\n"
                + "  @Submodule final Many many = new Many();\n"
                + fields
                + "}\n",
            "class Many {\n" + fields + "}\n");
    TorchGenerator generator = TorchGenerator.seeded(SEED);
    int number = 0;
    for (Object object : List.of(model.get("many"), model.object())) {
      for (int i = 0; i < 250; i++) {
        float[] expected = engine.equals("JAX") ? jax(number++, 3) : torch(generator, 3);
        assertArrayEquals(expected, floats(object, "w" + i), "w" + i);
      }
    }
  }

  @Test
  void genericModels() {
    Model model =
        initialized(
            "@RandomStream(RandomEngine.JAX) class Net<T extends Cell> {"
                + " @SuppressWarnings(\"unchecked\") @Submodule final T cell = (T) new Cell();"
                + " @Submodule final Box<Integer> box = new Box<>();"
                + " @Shape(5) @NormalInit float[] w; }",
            "class Cell { @Shape(6) @NormalInit float[] w; }",
            "class Box<N extends Number> { N size; @Shape(7) @NormalInit float[] w; }");
    assertArrayEquals(jax(0, 6), floats(model.get("cell"), "w"));
    assertArrayEquals(jax(1, 7), floats(model.get("box"), "w"));
    assertArrayEquals(jax(2, 5), floats(model.object(), "w"));
  }

  /** Weights whose methods would have the same name, were it made of class and field alone. */
  @ParameterizedTest
  @ValueSource(strings = {"TORCH", "JAX"})
  void namesThatRunTogether(String engine) {
    Model model =
        initialized(
            "@RandomStream(RandomEngine."
                + engine
                + ") class Net {"
                + " @Submodule final A a = new A(); @Submodule final AB ab = new AB();"
                + " @Shape(4) @NormalInit float[] aBC; }",
            "class A { @Shape(5) @NormalInit float[] bC; }",
            "class AB { @Shape(6) @NormalInit float[] c; }");
    TorchGenerator generator = TorchGenerator.seeded(SEED);
    boolean isJax = engine.equals("JAX");
    assertArrayEquals(isJax ? jax(0, 5) : torch(generator, 5), floats(model.get("a"), "bC"));
    assertArrayEquals(isJax ? jax(1, 6) : torch(generator, 6), floats(model.get("ab"), "c"));
    assertArrayEquals(isJax ? jax(2, 4) : torch(generator, 4), floats(model.object(), "aBC"));
  }
}
