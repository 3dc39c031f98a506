package dev.fanwise.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.engines.Rules;
import dev.fanwise.engines.StreamKeys;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.Schemes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

@Tag("native")
class FanwiseTensorFlowTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);

  @AfterEach
  void close() {
    graph.close();
  }

  private static Object values(Session session, String name, DataType type) {
    try (org.tensorflow.Result result = session.runner().fetch(name).run()) {
      return Tensors.read(result.get(0).asRawTensor(), type);
    }
  }

  private static float[] floats(Session session, String name) {
    return (float[]) values(session, name, DataType.F32);
  }

  /** A graph with one layer, whose weights are {@code w}. */
  interface Layer {
    void add(Ops tf);
  }

  private static Operand<TFloat32> zeros(Ops tf, long... shape) {
    return tf.zeros(tf.constant(shape), TFloat32.class);
  }

  private static Layer conv(long channels, long stride, long... kernel) {
    return tf ->
        tf.nn.conv2d(
            zeros(tf, 1, 8, 8, channels),
            Nets.variable(tf, "w", kernel),
            List.of(1L, stride, stride, 1L),
            "SAME");
  }

  private static Layer depthwise(long multiplier) {
    return tf ->
        tf.nn.depthwiseConv2dNative(
            zeros(tf, 1, 8, 8, 64),
            Nets.variable(tf, "w", 3, 3, 64, multiplier),
            List.of(1L, 1L, 1L, 1L),
            "SAME");
  }

  private static Layer transposed(long kernel, long in, long out) {
    return tf ->
        tf.nn.conv2dBackpropInput(
            tf.constant(new int[] {1, 16, 16, (int) out}),
            Nets.variable(tf, "w", kernel, kernel, out, in),
            zeros(tf, 1, 8, 8, in),
            List.of(1L, 2L, 2L, 1L),
            "SAME");
  }

  private static Layer product(int parts, long in, long out) {
    return tf ->
        tf.split(
            tf.constant(1),
            tf.linalg.matMul(zeros(tf, 2, in), Nets.variable(tf, "w", in, out)),
            (long) parts);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        layer("1 dense", product(1, 784, 256), 784, 256),
        layer("2 conv", conv(3, 1, 3, 3, 3, 64), 27, 576),
        layer("3 conv 1x1", conv(256, 1, 1, 1, 256, 64), 256, 64),
        layer("4 conv stride 2", conv(64, 2, 3, 3, 64, 128), 576, 1152),
        layer("5 conv, 4 groups", conv(64, 1, 3, 3, 16, 64), 144, 144),
        layer("6 depthwise", depthwise(1), 9, 9),
        layer("7 depthwise, multiplier 2", depthwise(2), 9, 18),
        layer("8 transposed 4x4", transposed(4, 128, 64), 512, 1024),
        layer("9 transposed 3x3", transposed(3, 64, 32), 144, 288),
        layer(
            "10 embedding",
            tf ->
                tf.gather(
                    Nets.variable(tf, "w", 10000, 64), tf.constant(new int[] {1}), tf.constant(0)),
            64,
            10000),
        layer("11 fused Q/K/V", product(3, 256, 768), 256, 256),
        layer("12 LSTM input", product(4, 128, 1024), 128, 256),
        layer(
            "dense, transposed",
            tf ->
                tf.linalg.matMul(
                    zeros(tf, 2, 100),
                    Nets.variable(tf, "w", 70, 100),
                    org.tensorflow.op.linalg.MatMul.transposeB(true)),
            100,
            70));
  }

  private static Arguments layer(String name, Layer layer, double in, double out) {
    return Arguments.of(name, layer, in, out);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void lawsAreThoseOfTheFanTable(String name, Layer layer, double in, double out) {
    layer.add(tf);
    try (Session session = Nets.session(graph)) {
      for (FanMode mode : List.of(FanMode.FAN_IN, FanMode.FAN_OUT, FanMode.FAN_AVG)) {
        ParameterInfo info =
            FanwiseTensorFlow.initialize(
                    session,
                    7,
                    Rules.weights(Schemes.varianceScaling(1, mode, Distribution.UNIFORM)))
                .get(0);
        assertEquals(in, info.fanIn(), name);
        assertEquals(out, info.fanOut(), name);
        double fan = mode == FanMode.FAN_IN ? in : mode == FanMode.FAN_OUT ? out : (in + out) / 2;
        double bound = Math.sqrt(3 / fan);
        double largest = 0;
        double squares = 0;
        float[] values = floats(session, "w");
        for (float value : values) {
          largest = Math.max(largest, Math.abs(value));
          squares += (double) value * value;
        }
        assertEquals(bound, largest, 0.02 * bound, name + " " + mode);
        assertEquals(1 / fan, squares / values.length, 0.15 / fan, name + " " + mode);
      }
    }
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("a residual block", (Nets.Net) Nets::resNet, Nets.PICTURES),
        Arguments.of("a transformer block", (Nets.Net) Nets::transformer, Nets.SENTENCES),
        Arguments.of("an LSTM", (Nets.Net) Nets::lstm, Nets.SENTENCES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void firstStepsOfATrainingRepeatToTheBit(String name, Nets.Net net, Shape inputs) {
    float[] losses = Nets.losses(net, inputs, 42, 5);
    assertArrayEquals(losses, Nets.losses(net, inputs, 42, 5));
    assertNotEquals(losses[0], Nets.losses(net, inputs, 43, 1)[0]);
    assertTrue(losses[4] < losses[0], name + ": " + losses[0] + " to " + losses[4]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void elementsAreThoseThatAreTold(String name, Nets.Net net, Shape inputs) {
    net.apply(tf, Nets.waves(tf, inputs));
    Rules rules = Rules.weights(Schemes.kaiming());
    try (Session session = Nets.session(graph)) {
      for (ParameterInfo info : FanwiseTensorFlow.initialize(session, 42, rules)) {
        if (info.fanIn() >= 0) {
          assertEquals(Math.sqrt(2 / info.fanIn()), info.std(), 1e-9, info.name());
          float[] expected = new float[(int) info.elements()];
          long key = StreamKeys.of(42, info.name());
          Fill.normal(expected, 0, expected.length, key, 0, 0, (float) info.std());
          assertArrayEquals(expected, floats(session, info.name()), info.name());
        }
      }
    }
  }

  @Test
  void gatesScalesShiftsAndBiasesAreKnownByTheirUse() {
    Nets.lstm(tf, Nets.waves(tf, Nets.SENTENCES));
    Nets.resNet(tf.withSubScope("pictures"), Nets.waves(tf, Nets.PICTURES));
    Map<String, ParameterInfo> drawn = new LinkedHashMap<>();
    try (Session session = Nets.session(graph)) {
      for (ParameterInfo info : FanwiseTensorFlow.initialize(session, 1)) {
        drawn.put(info.name(), info);
      }
    }
    assertEquals(12, drawn.get("lstm.recurrent").fanIn());
    assertEquals(12, drawn.get("lstm.recurrent").fanOut());
    assertEquals("BiasInit", drawn.get("lstm.bias").scheme());
    assertEquals("OnesInit", drawn.get("pictures/norm.gamma").scheme());
    assertEquals("ZerosInit", drawn.get("pictures/norm.beta").scheme());
    assertEquals(1 / Math.sqrt(128), drawn.get("pictures/head.bias").high(), 1e-12);
  }

  @Test
  void anOptimisersMemoryIsLeftAloneAndGradientsChangeNoFans() {
    Operand<TFloat32> kernelOfTransposed =
        tf.nn.conv2dBackpropInput(
            tf.constant(new int[] {1, 16, 16, 4}),
            Nets.variable(tf, "up", 4, 4, 4, 8),
            Nets.conv(tf, zeros(tf, 1, 8, 8, 3), "down", 8, 1),
            List.of(1L, 2L, 2L, 1L),
            "SAME");
    Operand<TFloat32> loss =
        tf.math.mean(tf.math.square(kernelOfTransposed), tf.constant(new int[] {0, 1, 2, 3}));
    new org.tensorflow.framework.optimizers.Adam(graph).minimize(loss);
    try (Session session = Nets.session(graph)) {
      List<ParameterInfo> drawn = FanwiseTensorFlow.initialize(session, 1);
      assertEquals(2, drawn.size(), drawn.toString());
      for (ParameterInfo info : drawn) {
        assertEquals(info.name().equals("up") ? 8 * 16 / 4 : 27, info.fanIn(), info.name());
        assertEquals(info.name().equals("up") ? 4 * 16 : 72, info.fanOut(), info.name());
      }
    }
  }

  @Test
  void resourceVariablesAreDrawnToo() {
    Operand<? extends TType> handle = tf.withName("w").varHandleOp(TFloat32.class, Shape.of(3, 2));
    tf.linalg.matMul(zeros(tf, 2, 3), tf.readVariableOp(handle, TFloat32.class));
    try (Session session = Nets.session(graph)) {
      FanwiseTensorFlow.initialize(session, 5, Rules.weights(Schemes.xavier()));
      float[] expected = new float[6];
      Schemes.xavier().on(2, 3).into(expected, 0, 6, Keys.fold(5, Keys.id("w")), 0);
      float[] model = new float[6];
      FanwiseTensorFlow.copy(
          session,
          (ParameterSource)
              visitor ->
                  visitor.visit(
                      ParameterInfo.of("w", 3, 2)
                          .layout(Layout.IO, Connection.FORWARD, 1)
                          .constant(0),
                      model),
          Map.of());
      assertArrayEquals(expected, model);
    }
  }

  @Test
  void halfFloatsHaveTheBitsOfFill() {
    tf.linalg.matMul(
        tf.zeros(tf.constant(new long[] {2, 5}), TBfloat16.class),
        tf.withName("brain").variable(Shape.of(5, 6), TBfloat16.class));
    tf.linalg.matMul(
        tf.zeros(tf.constant(new long[] {2, 5}), TFloat16.class),
        tf.withName("half").variable(Shape.of(5, 6), TFloat16.class));
    try (Session session = Nets.session(graph)) {
      FanwiseTensorFlow.initialize(session, 5, Rules.weights(Schemes.normal(0, 1)));
      short[] expected = new short[30];
      Schemes.normal(0, 1)
          .on(5, 6)
          .into(expected, 0, 30, Keys.fold(5, Keys.id("brain")), 0, HalfPrecision.BF16);
      assertArrayEquals(expected, (short[]) values(session, "brain", DataType.BF16));
      Schemes.normal(0, 1)
          .on(5, 6)
          .into(expected, 0, 30, Keys.fold(5, Keys.id("half")), 0, HalfPrecision.FP16);
      assertArrayEquals(expected, (short[]) values(session, "half", DataType.F16));
    }
  }

  @Test
  void weightsOfBothLayoutsGoInAndComeBack() {
    tf.linalg.matMul(zeros(tf, 1, 3), Nets.variable(tf, "w", 3, 2));
    float[][] torch = {{1, 2, 3}, {4, 5, 6}};
    ParameterInfo info = ParameterInfo.of("hidden", 2, 3).constant(0);
    Map<String, String> names = Map.of("hidden", "w");
    try (Session session = Nets.session(graph)) {
      FanwiseTensorFlow.copy(visitor -> visitor.visit(info, torch), session, names);
      assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, floats(session, "w"));
      float[][] back = new float[2][3];
      FanwiseTensorFlow.copy(
          session, (ParameterSource) visitor -> visitor.visit(info, back), names);
      assertArrayEquals(torch[1], back[1]);
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  FanwiseTensorFlow.copy(
                      visitor -> visitor.visit(info, torch), session, Map.of("hidden", "v")));
      assertEquals(
          "the model does not fit the graph, 2 times:\n"
              + "  hidden (v by names) is in the model, but not in the graph. Did you mean w?\n"
              + "  w is in the graph, but not in the model",
          e.getMessage());
    }
  }

  @Test
  void whatCannotBeReadIsSaidAndNothingIsWritten() {
    tf.linalg.matMul(zeros(tf, 1, 3), Nets.variable(tf, "w", 3, 2));
    tf.math.tanh(Nets.variable(tf, "odd", 4, 3));
    try (Session session = Nets.session(graph)) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> FanwiseTensorFlow.initialize(session, 1));
      assertTrue(
          e.getMessage()
              .startsWith(
                  "the graph cannot be initialised: odd[4, 3] of Tanh: Fanwise does not know how"
                      + " Tanh uses it; say how it connects with geometry(\"odd\""),
          e.getMessage());
      assertEquals(1, FanwiseTensorFlow.initialize(session, 1, Rules.pytorch().keep("odd")).size());
    }
  }

  @Test
  void anInitialiserOfTheFrameworksIsTheSameInAGraphAndEager() {
    FanwiseInitializer<TFloat32> initializer =
        new FanwiseInitializer<>(Schemes.xavier(), 42, "hidden");
    float[] expected = new float[30];
    Schemes.xavier()
        .on(
            dev.fanwise.runtime.Fans.of(
                new int[] {5, 6}, Layout.IO, Connection.FORWARD, 1, new int[0], 1),
            5,
            6)
        .into(expected, 0, 30, Keys.fold(42, Keys.id("hidden")), 0);
    Operand<TFloat32> weights =
        initializer.call(tf, tf.constant(new long[] {5, 6}), TFloat32.class);
    try (Session session = Nets.session(graph);
        org.tensorflow.Result result = session.runner().fetch(weights).run()) {
      assertArrayEquals(
          expected, (float[]) Tensors.read(result.get(0).asRawTensor(), DataType.F32));
    }
    try (EagerSession eager = EagerSession.create()) {
      Ops now = Ops.create(eager);
      try (Tensor tensor =
          initializer.call(now, now.constant(new long[] {5, 6}), TFloat32.class).asTensor()) {
        assertArrayEquals(expected, (float[]) Tensors.read(tensor.asRawTensor(), DataType.F32));
      }
    }
  }
}
