package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stand in the way of names in generated code, or of the tools that write it. */
class NamesTest {
  private static final List<String> FIELDS =
      List.of(
          "seed",
          "key",
          "step",
          "std",
          "tile",
          "i",
          "i0",
          "i1",
          "i2",
          "block0",
          "block3",
          "into",
          "offset",
          "from",
          "count",
          "model",
          "counter",
          "parameters",
          "check",
          "allocate",
          "initialize",
          "seed_",
          "Draw",
          "Fill",
          "Keys",
          "Checks",
          "Words",
          "Arrays",
          "List",
          "ParameterInfo",
          "dev",
          "java",
          "yield",
          "record",
          "var",
          "module",
          "dollar$",
          "$L",
          "$$",
          "$S_",
          "a$N",
          "größe",
          "λ",
          "Ω",
          "ñandú",
          "权重",
          "𝛼",
          "𐐨x",
          "ﬁ",
          "_1",
          "__");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape({40, 43}) @XavierInit float[]",
        "@Shape({3, 2, 5}) @KaimingInit float[][][]",
        "@Shape({4, 5}) @XavierInit double[]",
        "@Shape({4, 5}) @XavierInit double[][]",
        "@Shape({4, 5}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) float[]",
        "@Shape({4, 5}) @OnesInit float[]",
      })
  void ofFields(String type) {
    String names = String.join(", ", FIELDS);
    Model model = Model.of(Javac.compile("class Net {\n" + type + " " + names + ";\n}\n"), "p.Net");
    assertEquals(FIELDS, model.names());
    model.initialize(3);
    for (String name : FIELDS) {
      Object array = Tensors.like(model.get(name));
      model.fill(name, array, 3);
      assertArrayEquals(Tensors.flat(model.get(name)), Tensors.flat(array), name);
    }
  }

  @Test
  void streamsComeFromTheNameInUtf8() {
    String names = String.join(", ", FIELDS);
    Model model =
        Model.of(
            Javac.compile("class Net {\n@Shape({2, 4}) @XavierInit float[] " + names + ";}"),
            "p.Net");
    model.initialize(-7);
    for (String name : FIELDS) {
      float[] weights = (float[]) model.get(name);
      for (int e = 0; e < weights.length; e++) {
        long key = Reference.key(-7, name);
        assertEquals(Reference.uniformFloat(key, e, Math.sqrt(3) * Math.sqrt(2.0 / 6)), weights[e]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Keys",
        "Fill",
        "Draw",
        "Checks",
        "Words",
        "List",
        "ArrayList",
        "Arrays",
        "Collections",
        "ParameterInfo",
        "Generated",
        "FanwiseGenerated",
        "Initializer",
        "$Model$",
        "Größe",
        "String",
        "Object",
        "Math",
        "Double",
        "IllegalArgumentException",
        "Deprecated",
        "SuppressWarnings",
      })
  void ofModels(String name) {
    String body =
        " { @Shape({3, 3}) @XavierInit float[] flat; @Shape({3, 3}) @KaimingInit double[][] nested;"
            + " @Shape(3) @ConstantInit(2) float[] twos; }";
    Outcome outcome =
        Javac.compile("class " + name + body, "class Outer { static class " + name + body + " }");
    for (String model : List.of("p." + name, "p.Outer$" + name)) {
      Model handle = Model.of(outcome, model);
      handle.initialize(3);
      assertArrayEquals(new float[] {2, 2, 2}, (float[]) handle.get("twos"));
    }
  }

  @Test
  void ofTypeVariables() {
    Outcome outcome =
        Javac.compile(
            """
            class Net<Keys, List extends java.util.List<Fill>, Fill, ParameterInfo, Checks, Net> {
              @Shape({3, 3}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) float[] w;
            }
            """);
    assertEquals(List.of("w"), Model.of(outcome, "p.Net").names());
  }

  @Test
  void ofTheTypeVariableOfMethodsThatReturnTheModel() {
    String weights = "@Shape(2) @OnesInit float[] w; ";
    Outcome outcome =
        Javac.compile(
            "class ModelT<T> { " + weights + "class Net<ModelT, U> { " + weights + "} }",
            "class User<ModelT extends p.ModelT<String>> {"
                + " ModelT of(ModelT model) { return ModelTInitializer.initialize(model, 1); } }");
    assertEquals(List.of("w"), Model.of(outcome, "p.ModelT").names());
    String source = outcome.source("p.ModelT_NetInitializer").replaceAll("\\s+", " ");
    assertTrue(
        source.contains(" <ModelT_ extends ModelT<?>.Net<?, ?>> ModelT_ initialize("), source);
  }

  @Test
  void ofClassesBesideTheModelThatHideJavaLang() {
    Outcome outcome =
        Javac.compile(
            "class Net<T extends java.lang.Comparable<T>> { @Shape(2) @OnesInit float[] w; }",
            "interface Comparable<A, B> {}",
            "class Keys {}",
            "class List {}");
    assertEquals(List.of("w"), Model.of(outcome, "p.Net").names());
  }

  @Test
  void ofBiasesAndTheirWeights() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Shape({2, 4}) @XavierInit float[] $L; @Shape(2) @BiasInit(of = \"$L\")"
                + " float[] $S; @Shape(2) @BiasInit(of = \"größe\") float[] bias; @Shape({2, 16})"
                + " @XavierInit float[] größe; }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals(0.5, model.parameter("$S").high());
    assertEquals(0.25, model.parameter("bias").high());
  }
}
