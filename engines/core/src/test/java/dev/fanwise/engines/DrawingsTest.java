package dev.fanwise.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingsTest {
  private static EngineParameter.Builder weight(String name, int... shape) {
    return EngineParameter.of(name, shape)
        .layer(LayerKind.DENSE, "Linear")
        .kind(ParameterKind.WEIGHT)
        .geometry(Geometry.outIn(shape));
  }

  private static EngineParameter bias(String name, EngineParameter weights) {
    return EngineParameter.of(name, weights.shape()[0])
        .layer(weights.layer(), weights.layerText())
        .kind(ParameterKind.BIAS)
        .geometry(weights.geometry())
        .build();
  }

  private static List<ParameterInfo> infos(Rules rules, EngineParameter... parameters) {
    return Drawings.infos(Drawings.of("the net", List.of(parameters), 1, rules));
  }

  private static String refusal(Rules rules, EngineParameter... parameters) {
    return assertThrows(IllegalArgumentException.class, () -> infos(rules, parameters))
        .getMessage();
  }

  @Test
  void denseLayersAreThoseOfPyTorch() {
    EngineParameter weight = weight("w", 4, 25).build();
    List<ParameterInfo> infos = infos(Rules.pytorch(), weight, bias("b", weight));
    assertEquals(0.2, infos.get(0).high(), 1e-12);
    assertEquals(0.2, infos.get(1).high(), 1e-12);
    assertEquals("BiasInit", infos.get(1).scheme());
    assertEquals(-1, infos.get(1).fanIn());
    assertEquals(25, infos.get(0).fanIn());
    assertEquals(4, infos.get(0).fanOut());
  }

  @Test
  void recurrentLayersHaveTheBoundOfTheirUnits() {
    EngineParameter weight =
        EngineParameter.of("l", 4 * 16, 3)
            .layer(LayerKind.RECURRENT, "LSTM")
            .kind(ParameterKind.WEIGHT)
            .geometry(
                Geometry.of(new int[] {64, 3}, Layout.OI, Connection.FORWARD, 1, new int[0], 4))
            .build();
    List<ParameterInfo> infos = infos(Rules.pytorch(), weight, bias("b", weight));
    assertEquals(0.25, infos.get(0).high(), 1e-12);
    assertEquals(0.25, infos.get(1).high(), 1e-12);
  }

  @Test
  void allXavierLeavesBiasesZero() {
    EngineParameter weight = weight("w", 4, 2).build();
    EngineParameter table =
        EngineParameter.of("t", 10, 6)
            .layer(LayerKind.EMBEDDING, "Embedding")
            .kind(ParameterKind.WEIGHT)
            .geometry(Geometry.outIn(10, 6))
            .build();
    List<ParameterInfo> infos =
        infos(Rules.weights(Schemes.xavier()), weight, bias("b", weight), table);
    assertEquals(1, infos.get(0).high(), 1e-12);
    assertEquals("ZerosInit", infos.get(1).scheme());
    assertEquals(Math.sqrt(6 / 16.0), infos.get(2).high(), 1e-12);
  }

  @Test
  void whatTrainingLeavesAloneIsKeptUnlessItIsNamed() {
    EngineParameter frozen = weight("w", 4, 2).frozen(true).build();
    EngineParameter mean =
        EngineParameter.of("mean", 4)
            .layer(LayerKind.NORMALIZATION, "BatchNorm")
            .kind(ParameterKind.RUNNING_STATISTIC)
            .build();
    assertTrue(infos(Rules.weights(Schemes.xavier()), frozen, mean).isEmpty());
    List<ParameterInfo> infos =
        infos(Rules.pytorch().names("mean", Schemes.constant(2)), frozen, mean);
    assertEquals(2, infos.get(0).mean());
  }

  @Test
  void theLastRuleCounts() {
    EngineParameter weight = weight("head", 4, 2).build();
    Rules rules =
        Rules.pytorch()
            .names("he*", Schemes.constant(1))
            .layers(LayerKind.DENSE, Schemes.constant(2));
    assertEquals(2, infos(rules, weight).get(0).mean());
    assertEquals(3, infos(rules.names("*", Schemes.constant(3)), weight).get(0).mean());
    assertTrue(infos(rules.keep("head"), weight).isEmpty());
    assertEquals(
        4,
        infos(rules.where(p -> p.geometry().fans().fanIn() == 2, p -> Schemes.constant(4)), weight)
            .get(0)
            .mean());
  }

  @Test
  void allThatIsWrongIsInOneMessage() {
    EngineParameter unknown =
        EngineParameter.of("mix", 3, 2)
            .layer(LayerKind.OTHER, "Mixer")
            .kind(ParameterKind.WEIGHT)
            .unreadable("nobody knows Mixer")
            .build();
    EngineParameter weight = weight("w", 4, 2).build();
    String text =
        refusal(
            Rules.pytorch().names("v", Schemes.ones()).names("w", Schemes.dirac(1)),
            unknown,
            weight);
    assertTrue(text.startsWith("the net cannot be initialised, 3 times:\n"), text);
    assertTrue(text.contains("no parameter's name fits \"v\". Did you mean w?"), text);
    assertTrue(text.contains("mix[3, 2] of Mixer: nobody knows Mixer; say how it"), text);
    assertTrue(text.contains("w[4, 2] of Linear: @DiracInit on shape [4, 2]: it needs 3"), text);
  }

  @Test
  void aGeometryThatIsGivenMakesALayerKnown() {
    EngineParameter unknown =
        EngineParameter.of("mix", 3, 2)
            .layer(LayerKind.OTHER, "Mixer")
            .unreadable("nobody knows Mixer")
            .build();
    Rules rules = Rules.pytorch().geometry("mix", Geometry.inOut(3, 2));
    assertEquals(3, infos(rules, unknown).get(0).fanIn());
    assertEquals(1 / Math.sqrt(3), infos(rules, unknown).get(0).high(), 1e-12);
  }

  @Test
  void streamsOfOneNameAreRefused() {
    String text =
        refusal(
            Rules.pytorch().streams(Map.of("v", "w")),
            weight("w", 4, 2).build(),
            weight("v", 4, 2).build());
    assertEquals(
        "the net cannot be initialised: w and v both have the stream w: equal shapes would have"
            + " equal weights. Give them different names in streams(...)",
        text);
  }

  @Test
  void patternsAreForMatricesThatTheEngineKeepsInOrder() {
    EngineParameter turned =
        EngineParameter.of("t", 4, 8, 3, 3)
            .layer(LayerKind.TRANSPOSED_CONVOLUTION, "Conv2dTranspose")
            .kind(ParameterKind.WEIGHT)
            .geometry(Geometry.transposedOutFirst(new int[] {4, 8, 3, 3}, 1, new int[] {2, 2}))
            .build();
    assertTrue(
        refusal(Rules.weights(Schemes.orthogonal(1)), turned).contains("an order of its own"));
    assertEquals(18, infos(Rules.pytorch(), turned).get(0).fanIn()); // 8 · 9 / 4
    assertEquals(36, infos(Rules.pytorch(), turned).get(0).fanOut());
  }

  @ParameterizedTest
  @EnumSource(DataType.class)
  void bytesChunksAndArraysAreTheSame(DataType type) {
    int elements = 300 * 301;
    EngineParameter weight = weight("w", 300, 301).dataType(type).build();
    Drawing drawing = Drawings.of(weight, 5, Rules.weights(Schemes.kaiming()));
    Object whole = Drawing.newArray(type, elements);
    drawing.into(whole);
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(elements * type.bytes()).order(ByteOrder.nativeOrder());
    drawing.into(bytes);
    Object pieces = Drawing.newArray(type, elements);
    int[] count = {0};
    drawing.inChunks(
        (array, length, from) -> {
          System.arraycopy(array, 0, pieces, (int) from, length);
          count[0]++;
        });
    assertEquals(2, count[0]);
    for (int i = 0; i < elements; i++) {
      double value = Flat.get(whole, type, i);
      assertEquals(value, Flat.get(pieces, type, i));
      double stored =
          type == DataType.F32
              ? bytes.getFloat(i * 4)
              : type == DataType.F64 ? bytes.getDouble(i * 8) : bytes.getShort(i * 2);
      assertEquals(type.bytes() == 2 ? ((short[]) whole)[i] : value, stored, "element " + i);
    }
    if (type == DataType.F32) {
      float[] expected = new float[elements];
      Schemes.kaiming().on(300, 301).into(expected, 0, elements, Keys.fold(5, Keys.id("w")), 0);
      assertArrayEquals(expected, (float[]) whole);
    }
  }
}
