package dev.fanwise.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.engines.CopyOptions;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.Schemes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

@Tag("native")
class FanwiseDl4jTest {
  private static MultiLayerNetwork mlp(DataType type) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(type)
                .list()
                .layer(new DenseLayer.Builder().nIn(5).nOut(6).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(6)
                        .nOut(2)
                        .build())
                .build());
    net.init();
    return net;
  }

  /** The elements in the order of memory. */
  private static float[] memory(INDArray array) {
    return array.dup(array.ordering()).data().asFloat();
  }

  @Test
  void elementsAreThoseOfTheSameParameterDrawnByFill() {
    MultiLayerNetwork net = mlp(DataType.FLOAT);
    List<ParameterInfo> drawn = FanwiseDl4j.initialize(net, 42);
    assertEquals(
        List.of("0_W", "0_b", "1_W", "1_b"), drawn.stream().map(ParameterInfo::name).toList());
    float[] expected = new float[30];
    float bound = (float) (1 / Math.sqrt(5));
    Fill.uniform(expected, 0, 30, Keys.fold(42, Keys.id("0_W")), 0, -bound, bound);
    INDArray weights = net.getParam("0_W");
    for (int out = 0; out < 6; out++) {
      for (int in = 0; in < 5; in++) {
        assertEquals(expected[out * 5 + in], weights.getFloat(in, out), "[out, in], row by row");
      }
    }
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("a residual block", (Supplier<ComputationGraph>) Nets::resNet, Nets.PICTURES),
        Arguments.of(
            "a transformer block", (Supplier<ComputationGraph>) Nets::transformer, Nets.SENTENCES),
        Arguments.of("an LSTM", (Supplier<ComputationGraph>) Nets::lstm, Nets.SENTENCES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void firstStepsOfATrainingRepeatToTheBit(
      String name, Supplier<ComputationGraph> net, long[] inputs) {
    double[] losses = Nets.losses(net.get(), inputs, 42, 5);
    assertArrayEquals(losses, Nets.losses(net.get(), inputs, 42, 5));
    assertNotEquals(losses[0], Nets.losses(net.get(), inputs, 43, 1)[0]);
    assertTrue(losses[4] < losses[0], name + ": " + losses[0] + " to " + losses[4]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void elementsAreThoseThatAreTold(String name, Supplier<ComputationGraph> net, long[] inputs) {
    ComputationGraph graph = net.get();
    Rules rules = Rules.weights(Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU));
    for (ParameterInfo info : FanwiseDl4j.initialize(graph, 42, rules)) {
      if (info.fanIn() >= 0) {
        assertEquals(Math.sqrt(2 / info.fanOut()), info.std(), 1e-9, info.name());
        float[] values = memory(graph.getParam(info.name()));
        float[] expected = new float[values.length];
        long key = Keys.fold(42, Keys.id(info.name()));
        Fill.normal(expected, 0, expected.length, key, 0, 0, (float) info.std());
        assertArrayEquals(expected, values, info.name());
      }
    }
  }

  @Test
  void fansOfAttentionAreThoseOfItsMatrices() {
    Map<String, ParameterInfo> drawn = new HashMap<>();
    for (ParameterInfo info : FanwiseDl4j.initialize(Nets.transformer(), 1)) {
      drawn.put(info.name(), info);
    }
    assertEquals(16, drawn.get("attention_Wq").fanIn());
    assertEquals(16, drawn.get("attention_Wq").fanOut());
    assertEquals("XavierInit", drawn.get("attention_Wv").scheme());
    assertEquals("KaimingInit", drawn.get("attention_Wo").scheme());
    assertEquals("OnesInit", drawn.get("wide_g").scheme());
    assertEquals(16, drawn.get("wide_W").fanIn());
  }

  @Test
  void runningStatisticsAreKept() {
    ComputationGraph graph = Nets.resNet();
    float[] before = memory(graph.getParam("norm1_log10stdev"));
    FanwiseDl4j.initialize(
        graph, 1, Rules.all(Schemes.zeros()).keep("*_log10stdev").keep("*_mean"));
    assertArrayEquals(before, memory(graph.getParam("norm1_log10stdev")));
    for (ParameterInfo info : FanwiseDl4j.initialize(graph, 1)) {
      assertTrue(!info.name().endsWith("mean") && !info.name().endsWith("stdev"), info.name());
    }
  }

  @Test
  void frozenLayersAreKept() {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new FrozenLayer(new DenseLayer.Builder().nIn(5).nOut(6).build()))
                .layer(new DenseLayer.Builder().nIn(6).nOut(2).build())
                .build());
    net.init();
    assertEquals(
        List.of("1_W", "1_b"),
        FanwiseDl4j.initialize(net, 1).stream().map(ParameterInfo::name).toList());
  }

  @Test
  void halfFloatsHaveTheBitsOfFill() {
    MultiLayerNetwork net = mlp(DataType.HALF);
    FanwiseDl4j.initialize(net, 5, Rules.weights(Schemes.normal(0, 1)));
    short[] expected = new short[30];
    Schemes.normal(0, 1)
        .on(6, 5)
        .into(expected, 0, 30, Keys.fold(5, Keys.id("0_W")), 0, HalfPrecision.FP16);
    Object bits = new Memory(net.getParam("0_W"), dev.fanwise.runtime.DataType.F16).read();
    assertArrayEquals(expected, (short[]) bits);
    assertEquals(
        dev.fanwise.runtime.HalfFloats.toFloat(expected[7], HalfPrecision.FP16),
        net.getParam("0_W").getFloat(2, 1));
  }

  @Test
  void numbersAreWrittenIntoNd4jsOwnMemory() {
    MultiLayerNetwork net = mlp(DataType.FLOAT);
    net.paramTable()
        .forEach(
            (name, array) ->
                assertNotNull(Memory.shared(array, dev.fanwise.runtime.DataType.F32), name));
    FanwiseDl4j.initialize(net, 1, Rules.all(Schemes.constant(3)));
    assertEquals(3.0, net.params().minNumber().doubleValue());
  }

  @Test
  void whatIsNotInOnePieceIsAssigned() {
    INDArray whole = Nets.waves(4, 6);
    INDArray every =
        whole.get(
            org.nd4j.linalg.indexing.NDArrayIndex.all(),
            org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2, 6));
    assertEquals(null, Memory.shared(every, dev.fanwise.runtime.DataType.F32));
    Memory memory = new Memory(every, dev.fanwise.runtime.DataType.F32);
    float[] values = new float[12];
    for (int i = 0; i < 12; i++) {
      values[i] = i;
    }
    memory.write(values);
    assertArrayEquals(values, (float[]) memory.read());
  }

  @Test
  void whatCannotBeReadIsSaid() {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new GravesLSTM.Builder().nIn(3).nOut(4).build())
                .build());
    net.init();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FanwiseDl4j.initialize(net, 1));
    assertTrue(
        e.getMessage()
            .startsWith(
                "the network cannot be initialised: 0_RW[19, 4] of GravesLSTM: Fanwise does not"
                    + " know how GravesLSTM uses it; "),
        e.getMessage());
    assertTrue(
        assertThrows(
                IllegalStateException.class,
                () ->
                    FanwiseDl4j.initialize(
                        new MultiLayerNetwork(net.getLayerWiseConfigurations()), 1))
            .getMessage()
            .contains("net.init()"));
  }

  private static ParameterSource source(Map<ParameterInfo, Object> weights) {
    return visitor -> weights.forEach(visitor::visit);
  }

  @Test
  void weightsOfBothLayoutsGoInAndComeBack() {
    MultiLayerNetwork net = mlp(DataType.FLOAT);
    float[][] torch = new float[6][5];
    float[] keras = new float[12];
    for (int i = 0; i < 30; i++) {
      torch[i / 5][i % 5] = i;
      keras[i % 12] = -(i % 12);
    }
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(ParameterInfo.of("hidden", 6, 5).constant(0), torch);
    model.put(ParameterInfo.of("hiddenBias", 6).constant(0), new float[] {1, 2, 3, 4, 5, 6});
    model.put(
        ParameterInfo.of("out", 6, 2).layout(Layout.IO, Connection.FORWARD, 1).constant(0), keras);
    model.put(ParameterInfo.of("outBias", 2).constant(0), new float[2]);
    Map<String, String> names =
        Map.of("hidden", "0_W", "hiddenBias", "0_b", "out", "1_W", "outBias", "1_b");
    FanwiseDl4j.copy(source(model), net, names);
    assertEquals(torch[4][3], net.getParam("0_W").getFloat(3, 4));
    assertEquals(keras[3 * 2 + 1], net.getParam("1_W").getFloat(3, 1));
    assertEquals(6, net.getParam("0_b").getFloat(5));
    List<Object> sent = new ArrayList<>(model.values());
    model.replaceAll(
        (info, array) ->
            info.name().equals("hidden") ? new float[6][5] : new float[(int) info.elements()]);
    FanwiseDl4j.copy(net, source(model), CopyOptions.names(names));
    int i = 0;
    for (Object array : model.values()) {
      if (array instanceof float[]) {
        assertArrayEquals((float[]) sent.get(i), (float[]) array);
      } else {
        assertArrayEquals(((float[][]) sent.get(i))[4], ((float[][]) array)[4]);
      }
      i++;
    }
  }

  @Test
  void weightInitIsKeptInJson() {
    FanwiseWeightInit init =
        FanwiseWeightInit.varianceScaling(
                42, 2, FanMode.FAN_AVG, dev.fanwise.Distribution.TRUNCATED_NORMAL)
            .named("hidden");
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new DenseLayer.Builder().nIn(5).nOut(6).weightInit(init).build())
            .layer(
                new LSTM.Builder().nIn(6).nOut(6).weightInit(FanwiseWeightInit.xavier(7)).build())
            .build();
    MultiLayerConfiguration back = MultiLayerConfiguration.fromJson(configuration.toJson());
    assertEquals(configuration, back);
    MultiLayerNetwork one = new MultiLayerNetwork(configuration);
    one.init();
    MultiLayerNetwork two = new MultiLayerNetwork(back);
    two.init();
    assertEquals(one.params(), two.params());
    float[] expected = new float[30];
    Schemes.varianceScaling(2, FanMode.FAN_AVG, dev.fanwise.Distribution.TRUNCATED_NORMAL)
        .on(6, 5)
        .into(expected, 0, 30, Keys.fold(42, Keys.id("hidden")), 0);
    assertArrayEquals(expected, memory(one.getParam("0_W")));
    // Fused gates are seen, and both matrices of the LSTM have streams of their own.
    double bound = Math.sqrt(6.0 / 12);
    assertEquals(bound, one.getParam("1_W").amaxNumber().doubleValue(), 0.05 * bound);
    assertNotEquals(one.getParam("1_W"), one.getParam("1_RW"));
  }

  @Test
  void weightInitTakesTheFansOfAConvolutionsShape() {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .weightInit(FanwiseWeightInit.xavier(7))
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(4).nOut(8).stride(2, 2).build())
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(8).nOut(8).build())
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(8).nOut(8).build())
                .build());
    net.init();
    double bound = Math.sqrt(6.0 / (12 * 9));
    assertEquals(bound, net.getParam("0_W").amaxNumber().doubleValue(), 0.05 * bound);
    assertNotEquals(net.getParam("1_W"), net.getParam("2_W"), "one object, two layers");
  }

  @Test
  void rulesAreForLayersAndStreamsMayHaveOtherNames() {
    ComputationGraph graph = Nets.resNet();
    FanwiseDl4j.initialize(
        graph,
        3,
        Rules.weights(Schemes.xavier())
            .layers(LayerKind.CONVOLUTION, Schemes.normal(0, 2))
            .streams(Map.of("stem_W", "stem")));
    float[] expected = new float[8 * 27];
    Fill.normal(expected, 0, expected.length, Keys.fold(3, Keys.id("stem")), 0, 0, 2);
    assertArrayEquals(expected, memory(graph.getParam("stem_W")));
  }
}
