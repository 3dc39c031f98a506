package dev.fanwise.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Nonlinearity;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of models in memory. */
class LiveCardTest {
  private static Net net() {
    return new Net()
        .drawn()
        .add("layers.0.weight", Schemes.kaiming(), 64, 32)
        .add("layers.0.bias", Schemes.zeros(), 64)
        .add("layers.1.weight", Schemes.xavier(), 64, 64)
        .add("layers.1.bias", Schemes.constant(0.1), 64)
        .add("cut", Schemes.truncatedNormal(1, 0.5, -1, 3, false), 100, 100)
        .add("orthogonal", Schemes.orthogonal(1.5), 40, 60)
        .add("sparse", Schemes.sparse(0.8, 0.1), 200, 50)
        .add("identity", Schemes.identity(2), 30, 30)
        .add("hadamard", Schemes.zerO(), 48, 32)
        .add("chrono", Schemes.chrono(50), 400);
  }

  private static List<String> verdicts(ModelCard card) throws IOException {
    return Arrays.stream(card.toString().split("\n"))
        .filter(line -> line.contains(", as drawn") || line.contains(", changed"))
        .map(line -> line.replaceAll(".*, (as drawn|changed).*", "$1"))
        .toList();
  }

  @Test
  void weightsAsTheyWereDrawn() throws IOException {
    ModelCard card = net().card();
    assertEquals(List.of(), card.suspicions(), card::toString);
    assertEquals(10, verdicts(card).size(), card::toString);
    assertFalse(card.toString().contains("changed"), card::toString);
  }

  @Test
  void nothingIsChanged() {
    Net net = net();
    float[] before = net.array("layers.0.weight").clone();
    net.card();
    assertArrayEquals(before, net.array("layers.0.weight"));
  }

  @Test
  void weightsThatWereScaled() {
    Net net = net();
    for (String name : List.of("layers.1.weight", "orthogonal", "sparse", "hadamard", "cut")) {
      Net one = net();
      float[] weights = one.array(name);
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= 1.3f;
      }
      ModelCard card = one.card();
      assertEquals(1, card.suspicions().size(), card::toString);
      assertEquals("changed", card.suspicions().get(0).id());
      assertEquals(name, card.suspicions().get(0).parameter());
      assertEquals(
          "9 of 10 parameters are as drawn.", card.suspicions().get(0).advice(), card::toString);
    }
    assertEquals(List.of(), net.card().suspicions());
  }

  @Test
  void aFewStepsOfTrainingAreNoMistake() throws IOException {
    Net net = net();
    for (String name : List.of("layers.0.weight", "layers.0.bias", "cut", "sparse")) {
      float[] weights = net.array(name);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += (i % 7 - 3) * 0.01f;
      }
    }
    ModelCard card = net.card();
    assertEquals(List.of(), card.suspicions(), card::toString);
    assertTrue(verdicts(card).contains("changed"), card::toString);
  }

  @Test
  void numbersThatAreNone() {
    Net net = net();
    net.array("cut")[7] = Float.NaN;
    net.array("cut")[8] = Float.POSITIVE_INFINITY;
    net.array("layers.0.weight")[3] = 1e30f;
    Suspicion first = net.card().suspicions().get(0);
    assertEquals("non-finite", first.id());
    assertEquals("cut: 2 of 10,000 weights are infinite or no number", first.text());
  }

  @Test
  void nothingDrawn() {
    Net net = net();
    for (String name : List.of("layers.0.weight", "cut")) {
      Arrays.fill(net.array(name), 0);
    }
    assertEquals(
        List.of("layers.0.weight", "cut"),
        net.card().suspicions().stream().map(Suspicion::parameter).toList());
    assertEquals("not-drawn", net.card().suspicions().get(0).id());
    Net none = new Net();
    for (int i = 0; i < 5; i++) {
      none.add(
          ParameterInfo.of("w" + i, 3, 3).scheme("NormalInit").fans(3, 3).normal(0, 1),
          new float[9]);
    }
    assertEquals(
        List.of("Nothing is drawn: all 5 parameters that should be are 0"),
        none.card().suspicions().stream().map(Suspicion::text).toList());
  }

  @Test
  void everyStorage() throws IOException {
    Draws draws = Draws.normal(0, 0.1);
    ParameterInfo.Builder f32 = ParameterInfo.of("f32", 20, 50).scheme("NormalInit");
    float[] flat = new float[1000];
    draws.into(flat, 0, 1000, 1, 0);
    float[][] rows = new float[20][];
    double[][] doubles = new double[20][50];
    for (int i = 0; i < 20; i++) {
      rows[i] = Arrays.copyOfRange(flat, 50 * i, 50 * i + 50);
      draws.into(doubles[i], 0, 50, 1, 50L * i);
    }
    double[] flatDoubles = new double[1000];
    draws.into(flatDoubles, 0, 1000, 1, 0);
    short[] bf16 = new short[1000];
    draws.into(bf16, 0, 1000, 1, 0, HalfPrecision.BF16);
    short[] fp16 = new short[1000];
    draws.into(fp16, 0, 1000, 1, 0, HalfPrecision.FP16);
    Net net =
        new Net()
            .add(f32.normal(0, 0.1), flat)
            .add(info("rows", DataType.F32), rows)
            .add(info("buffer", DataType.F32), FloatBuffer.wrap(flat))
            .add(info("f64", DataType.F64), flatDoubles)
            .add(info("f64rows", DataType.F64), doubles)
            .add(info("f64buffer", DataType.F64), DoubleBuffer.wrap(flatDoubles))
            .add(info("bf16", DataType.BF16), bf16)
            .add(info("fp16", DataType.F16), fp16)
            .add(info("missing", DataType.F32), null);
    ModelCard card = net.card();
    assertEquals(List.of(), card.suspicions(), card::toString);
    assertEquals(8, card.toString().split(", as drawn").length - 1, card::toString);
    assertTrue(card.toString().contains("0.09913, as drawn"), card::toString);
  }

  private static ParameterInfo info(String name, DataType type) {
    return ParameterInfo.of(name, 20, 50).dataType(type).scheme("NormalInit").normal(0, 0.1);
  }

  /** The law before the cut is found from its moments after it. */
  @Test
  void cutsOfAllKinds() {
    Net net = new Net().drawn();
    double[][] cuts = {{-2, 2}, {-1, 3}, {0.5, 4}, {-0.1, 0.2}, {1, Double.POSITIVE_INFINITY}};
    for (int i = 0; i < cuts.length; i++) {
      net.add("w" + i, Schemes.truncatedNormal(0.3, 0.2, cuts[i][0], cuts[i][1], false), 100, 100);
    }
    String text = net.card().toString();
    assertEquals(5, text.split("as drawn").length - 1, text);
  }

  @Test
  void gainsOfActivationsAreRead() {
    Net net = new Net();
    for (int i = 0; i < 4; i++) {
      net.add("a" + "xyzw".charAt(i), Schemes.kaiming(), 64, 64);
    }
    net.add("tanh", Schemes.xavier(1, Nonlinearity.TANH, Distribution.NORMAL), 64, 64);
    net.add("out", Schemes.xavier(), 3, 64);
    assertEquals(
        "4 of 5 layers have RELU’s gain 1.414. This one has gain 1.667, for TANH.",
        net.card().suspicions().get(0).advice());
  }

  @Test
  void filesAndTheTerminal(@TempDir Path folder) throws IOException {
    ModelCard card = ModelCard.of("My net", net());
    card.write(folder.resolve("net.html"));
    card.writeJson(folder.resolve("net.json"));
    String page = Files.readString(folder.resolve("net.html"));
    assertTrue(page.contains("<bdi>My net</bdi>"));
    assertTrue(page.contains("id=\"outline\""));
    assertFalse(page.contains("id=\"source\""));
    String json = Files.readString(folder.resolve("net.json"));
    assertTrue(json.contains("\"origin\": \"live\""));
    assertTrue(json.contains("\"verdict\": \"as-drawn\""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    card.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertTrue(
        bytes
            .toString(StandardCharsets.UTF_8)
            .startsWith(
                "Nothing is suspicious in My net: 10 parameters, 31,508 weights, 123.1 KiB"),
        bytes::toString);
  }

  @Test
  void beforeAndAfter(@TempDir Path folder) throws IOException {
    Net net = net();
    ModelCard before = net.card();
    net.array("cut")[0] = 5;
    Path page = folder.resolve("net.html");
    net.card().beside(before).write(page);
    String text = Files.readString(page);
    assertTrue(text.contains("1 of 10 parameters have other bits than before."), text);
    assertEquals(1, text.split("<td>changed</td>").length - 1 - countOfFits(text));
    assertTrue(text.contains("class=\"before\""));
  }

  /** Cells of the verdict, which has the same word. */
  private static int countOfFits(String page) {
    String beside =
        page.substring(page.indexOf("id=\"beside\""), page.indexOf("id=\"parameters\""));
    int all = page.split("<td>changed</td>").length - 1;
    int first = beside.split("</a></th><td>changed</td>").length - 1;
    return all - first;
  }
}
