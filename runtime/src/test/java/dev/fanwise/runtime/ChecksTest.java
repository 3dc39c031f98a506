package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class ChecksTest {
  @Test
  void numbersOfLayers() {
    assertDoesNotThrow(() -> Checks.layers("Net", "w", "depth", 1));
    assertIllegal(
        "Net.w: layers = depth = 0, but @ResidualScaled needs at least 1",
        () -> Checks.layers("Net", "w", "depth", 0));
  }

  @Test
  void parametersThatCannotBeDrawn() {
    ParameterInfo.Builder w = ParameterInfo.of("w", 2, 3).scheme("UniformInit");
    assertDoesNotThrow(() -> Checks.drawable("Net", w.uniform(0.1, 1, 2)));
    assertDoesNotThrow(() -> Checks.drawable("Net", w.uniform(1e-9, -1e-9, 1e-9)));
    assertDoesNotThrow(
        () -> Checks.drawable("Net", w.dataType(DataType.F64).uniform(1e-9, 1, 1 + 1e-9)));
    assertIllegal(
        "Net.w, shape [2, 3]: @UniformInit has bounds of 1.0 and 1.000000001 with no F32 between"
            + " them",
        () -> Checks.drawable("Net", w.dataType(DataType.F32).uniform(1e-9, 1, 1 + 1e-9)));
    assertIllegal(
        "Net.w, shape [2, 3]: @UniformInit has bounds of 1.0002 and 1.0004 with no F16 between them",
        () ->
            Checks.drawable(
                "Net", w.dataType(DataType.F16).truncatedNormal(1.0003, 1e-4, 1.0002, 1.0004)));
    assertIllegal(
        "Net.w, shape [2, 3]: @UniformInit gives a standard deviation of 1.0E-40, beyond what can be"
            + " drawn as F32",
        () -> Checks.drawable("Net", w.dataType(DataType.F32).normal(0, 1e-40)));
  }

  @Test
  void flatArraysOfTheRightLengthPass() {
    assertDoesNotThrow(() -> Checks.flat("Mlp", "w", new float[6], 6, "[2, 3]"));
    assertDoesNotThrow(() -> Checks.flat("Mlp", "w", new double[6], 6, "[2, 3]"));
  }

  @Test
  void flatArraysOfTheWrongLength() {
    String rule = ", but shape [2, 3] needs 6 elements";
    assertIllegal(
        "Mlp.w has length 5" + rule, () -> Checks.flat("Mlp", "w", new float[5], 6, "[2, 3]"));
    assertIllegal(
        "Mlp.w has length 7" + rule, () -> Checks.flat("Mlp", "w", new double[7], 6, "[2, 3]"));
    assertIllegal(
        "Mlp.w has length 0" + rule, () -> Checks.flat("Mlp", "w", new float[0], 6, "[2, 3]"));
  }

  @Test
  void flatArraysThatAreNull() {
    String text = "Mlp.w is null, but shape [2, 3] needs 6 elements";
    assertIllegal(text, () -> Checks.flat("Mlp", "w", (float[]) null, 6, "[2, 3]"));
    assertIllegal(text, () -> Checks.flat("Mlp", "w", (double[]) null, 6, "[2, 3]"));
  }

  @Test
  void nestedArraysOfTheRightLengthsPass() {
    assertDoesNotThrow(() -> Checks.nested("Mlp", "w", new float[2][3], 2, 3));
    assertDoesNotThrow(() -> Checks.nested("Mlp", "w", new double[2][3][4], 2, 3, 4));
    assertDoesNotThrow(() -> Checks.nested("Mlp", "w", new float[2][3][4][5], 2, 3, 4, 5));
  }

  @Test
  void nestedArraysOfTheWrongOuterLength() {
    assertIllegal(
        "Mlp.w has length 3, but shape [2, 3] needs 2",
        () -> Checks.nested("Mlp", "w", new float[3][3], 2, 3));
    assertIllegal(
        "Mlp.w is null, but shape [2, 3] needs 2",
        () -> Checks.nested("Mlp", "w", (float[][]) null, 2, 3));
    assertIllegal(
        "Mlp.w has length 0, but shape [2, 3] needs 2",
        () -> Checks.nested("Mlp", "w", new double[0][], 2, 3));
  }

  @Test
  void nestedArraysWithOneWrongRow() {
    float[][] ragged = {new float[3], new float[2]};
    assertIllegal(
        "Mlp.w[1] has length 2, but shape [2, 3] needs 3",
        () -> Checks.nested("Mlp", "w", ragged, 2, 3));
    double[][] holed = {null, new double[3]};
    assertIllegal(
        "Mlp.w[0] is null, but shape [2, 3] needs 3", () -> Checks.nested("Mlp", "w", holed, 2, 3));
  }

  @Test
  void nestedArraysThatAreWrongDeepInside() {
    float[][][] cube = new float[2][3][4];
    cube[1][2] = new float[5];
    assertIllegal(
        "Mlp.w[1][2] has length 5, but shape [2, 3, 4] needs 4",
        () -> Checks.nested("Mlp", "w", cube, 2, 3, 4));
    cube[1][2] = null;
    assertIllegal(
        "Mlp.w[1][2] is null, but shape [2, 3, 4] needs 4",
        () -> Checks.nested("Mlp", "w", cube, 2, 3, 4));
    cube[0] = new float[2][4];
    assertIllegal(
        "Mlp.w[0] has length 2, but shape [2, 3, 4] needs 3",
        () -> Checks.nested("Mlp", "w", cube, 2, 3, 4));
    cube[0] = null;
    assertIllegal(
        "Mlp.w[0] is null, but shape [2, 3, 4] needs 3",
        () -> Checks.nested("Mlp", "w", cube, 2, 3, 4));
  }

  @Test
  void shardsInsideTensorAndArrayPass() {
    assertDoesNotThrow(() -> Checks.shard("Mlp", "w", 10, 0, 0, 10, 10));
    assertDoesNotThrow(() -> Checks.shard("Mlp", "w", 10, 10, 10, 0, 10));
    assertDoesNotThrow(() -> Checks.shard("Mlp", "w", 10, 6, 4_999_999_996L, 4, 5_000_000_000L));
  }

  @Test
  void shardsOfElementsThatDoNotExist() {
    String elements = "Mlp.w has 10 elements: there are no ";
    assertIllegal(elements + "3 from 8 on", () -> Checks.shard("Mlp", "w", 99, 0, 8, 3, 10));
    assertIllegal(elements + "11 from 0 on", () -> Checks.shard("Mlp", "w", 99, 0, 0, 11, 10));
    assertIllegal(elements + "1 from -1 on", () -> Checks.shard("Mlp", "w", 99, 0, -1, 1, 10));
    assertIllegal(elements + "-1 from 0 on", () -> Checks.shard("Mlp", "w", 99, 0, 0, -1, 10));
    assertIllegal(
        elements + "1 from 9223372036854775807 on",
        () -> Checks.shard("Mlp", "w", 99, 0, Long.MAX_VALUE, 1, 10));
  }

  @Test
  void shardsThatDoNotFitTheArray() {
    assertIllegal(
        "Mlp.w: 4 elements do not fit at 7 of length 10",
        () -> Checks.shard("Mlp", "w", 10, 7, 0, 4, 100));
    assertIllegal(
        "Mlp.w: 4 elements do not fit at -1 of length 10",
        () -> Checks.shard("Mlp", "w", 10, -1, 0, 4, 100));
    assertIllegal(
        "Mlp.w: 4 elements do not fit at 2147483647 of length 10",
        () -> Checks.shard("Mlp", "w", 10, Integer.MAX_VALUE, 0, 4, 100));
    assertIllegal(
        "Mlp.w: 4 elements do not fit at 0 of length 3",
        () -> Checks.shard("Mlp", "w", 3, 0, 0, 4, 100));
  }

  @Test
  void fieldsThatHoldOneArray() {
    float[] shared = new float[6];
    assertDoesNotThrow(() -> Checks.apart("Mlp", "a, b, c", shared, new float[6], new double[6]));
    assertDoesNotThrow(() -> Checks.apart("Mlp", "a, b, c", null, shared, null));
    String text =
        "Mlp.c shares memory with Mlp.a: one of them would overwrite the other; leave @Shape out"
            + " of one of the two fields";
    assertIllegal(
        text, () -> Checks.apart("Mlp", "a, b, c, d", shared, null, shared, new float[6]));
    assertIllegal(
        text,
        () -> Checks.apart(new StringBuilder("Mlp"), "a, b, c", shared, new float[6], shared));
  }

  @Test
  void onTheWayOfAModelEveryCheckTakesMemory() {
    ModelPath root = ModelPath.of("Mlp", new Object());
    double[] shared = new double[6];
    double[] row = new double[6];
    ModelPath path = root.field("head");
    Checks.flat(path, "w", shared, 6, "[2, 3]");
    Checks.flat(path, "v", row, 6, "[2, 3]");
    Checks.apart(path, "w, v", shared, shared); // whose arrays were taken, one by one, before
    assertIllegal(
        "Mlp.tail.w shares memory with Mlp.head.w: one of them would overwrite the other; leave"
            + " @Shape out of one of the two fields",
        () -> Checks.flat(root.field("tail"), "w", shared, 6, "[2, 3]"));
    assertIllegal(
        "Mlp.tail.v[1] shares memory with Mlp.head.v: one of them would overwrite the other; leave"
            + " @Shape out of one of the two fields",
        () -> Checks.nested(root.field("tail"), "v", new double[][] {new double[6], row}, 2, 6));
  }

  @Test
  void aModelThatIsVisitedMayShare() {
    ModelPath root = ModelPath.ofVisit("Mlp", new Object());
    double[] shared = new double[6];
    Checks.flat(root.field("head"), "w", shared, 6, "[2, 3]");
    assertDoesNotThrow(() -> Checks.flat(root.field("tail"), "w", shared, 6, "[2, 3]"));
  }

  @Test
  void rowsThatAreOneArray() {
    float[][] rows = {new float[3], new float[3], null};
    rows[2] = rows[0];
    assertIllegal(
        "Mlp.w[2] shares memory with Mlp.w[0]: one of them would overwrite the other; give every"
            + " row an array of its own",
        () -> Checks.nested("Mlp", "w", rows, 3, 3));
  }
}
