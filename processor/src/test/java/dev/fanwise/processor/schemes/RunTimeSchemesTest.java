package dev.fanwise.processor.schemes;

import static dev.fanwise.Distribution.NORMAL;
import static dev.fanwise.Distribution.TRUNCATED_NORMAL;
import static dev.fanwise.Distribution.UNIFORM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.ResidualRule;
import dev.fanwise.ZerosInit;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every annotation has a scheme at run time, with the same numbers and the same bits. */
class RunTimeSchemesTest {
  /**
   * An annotation and its run-time form.
   *
   * @param shape the members of {@code @Shape}
   */
  private record Pair(
      String annotation, String shape, Fans fans, Scheme scheme, int... dimensions) {
    @Override
    public String toString() {
      return annotation + " " + shape;
    }
  }

  private static Pair forward(String annotation, Scheme scheme, int... shape) {
    return new Pair(
        annotation,
        text(shape),
        shape.length < 2 ? null : Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
        scheme,
        shape);
  }

  private static String text(int... shape) {
    return IntStream.of(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static List<Pair> pairs() {
    int[] kernel = {3, 3, 4, 16};
    Fans grouped = Fans.of(kernel, Layout.IO, Connection.FORWARD, 2, new int[0], 2);
    int[] up = {8, 3, 4, 4};
    Fans transposed = Fans.of(up, Layout.OI, Connection.TRANSPOSED, 2, new int[] {2, 2}, 1);
    return List.of(
        forward("@XavierInit", Schemes.xavier(), 16, 12),
        forward(
            "@XavierInit(gain = 2, nonlinearity = Nonlinearity.GELU, distribution ="
                + " Distribution.NORMAL)",
            Schemes.xavier(2, Nonlinearity.GELU, NORMAL),
            16,
            12),
        new Pair(
            "@XavierInit(distribution = Distribution.TRUNCATED_NORMAL)",
            "value = {8, 3, 4, 4}, connection = Connection.TRANSPOSED, groups = 2, stride = {2, 2}",
            transposed,
            Schemes.xavier(1, Nonlinearity.LINEAR, TRUNCATED_NORMAL),
            up),
        forward("@KaimingInit", Schemes.kaiming(), 16, 12),
        forward(
            "@KaimingInit(mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.RELU)",
            Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU),
            16,
            12,
            3),
        new Pair(
            "@KaimingInit(a = 0.2, distribution = Distribution.UNIFORM)",
            "value = {3, 3, 4, 16}, layout = Layout.IO, groups = 2, parts = 2",
            grouped,
            Schemes.kaiming(FanMode.FAN_IN, 0.2, UNIFORM),
            kernel),
        forward("@LecunInit", Schemes.lecun(), 16, 12),
        forward("@VarianceScalingInit", Schemes.varianceScaling(), 16, 12),
        forward(
            "@VarianceScalingInit(scale = 3, mode = FanMode.FAN_GEO_AVG, distribution ="
                + " Distribution.UNIFORM)",
            Schemes.varianceScaling(3, FanMode.FAN_GEO_AVG, UNIFORM),
            16,
            12),
        forward(
            "@VarianceScalingInit(mode = FanMode.FAN_AVG)",
            Schemes.varianceScaling(1, FanMode.FAN_AVG, TRUNCATED_NORMAL),
            16,
            12),
        forward("@MupInit(baseShape = {8, 4})", Schemes.mup(8, 4), 16, 12),
        forward(
            "@MupInit(baseShape = {16, 4}, gain = 2)",
            Schemes.mup(new int[] {16, 4}, 2, NORMAL),
            16,
            12),
        forward("@SirenInit", Schemes.siren(), 16, 12),
        forward("@SirenInit(omega0 = 10, first = true)", Schemes.siren(10, true), 16, 12),
        new Pair(
            "@BiasInit(of = \"weights\")",
            "16",
            Fans.of(new int[] {16, 12}, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
            Schemes.bias(),
            16),
        forward("@UniformInit", Schemes.uniform(), 50),
        forward("@UniformInit(low = -2, high = 1)", Schemes.uniform(-2, 1), 50),
        forward("@NormalInit", Schemes.normal(), 50),
        forward("@NormalInit(mean = 1, std = 0)", Schemes.normal(1, 0), 50),
        forward("@NormalInit(mean = 1, std = 0.1)", Schemes.normal(1, 0.1), 50),
        forward("@TruncatedNormalInit", Schemes.truncatedNormal(), 50),
        forward(
            "@TruncatedNormalInit(mean = 1, std = 0.5, lower = -1, upper = 3, correctStd = true)",
            Schemes.truncatedNormal(1, 0.5, -1, 3, true),
            50),
        forward("@ZerosInit", Schemes.zeros(), 50),
        forward("@OnesInit", Schemes.ones(), 50),
        forward("@ConstantInit(0.1)", Schemes.constant(0.1), 50),
        forward("@IdentityInit(gain = 2)", Schemes.identity(2), 5, 7),
        forward("@DiracInit", Schemes.dirac(1), 5, 7, 3),
        forward("@ZerOInit", Schemes.zerO(), 12, 7),
        forward("@ZerOInit", Schemes.zerO(), 7, 12),
        forward("@OrthogonalInit(gain = 1.5)", Schemes.orthogonal(1.5), 12, 7),
        new Pair(
            "@OrthogonalInit",
            "value = {3, 3, 4, 16}, layout = Layout.IO, groups = 2, parts = 2",
            grouped,
            Schemes.orthogonal(1),
            kernel),
        forward("@DeltaOrthogonalInit", Schemes.deltaOrthogonal(1), 12, 7, 3),
        forward("@SparseInit(sparsity = 0.3)", Schemes.sparse(0.3, 0.01), 12, 7),
        forward("@ForgetGateInit", Schemes.forgetGate(), 40),
        forward("@ChronoInit(maxTime = 50)", Schemes.chrono(50), 40),
        forward(
            "@KaimingInit @ResidualScaled(rule = ResidualRule.GPT2, layers = 12)",
            Schemes.kaiming().residualScaled(ResidualRule.GPT2, 12),
            16,
            12),
        forward(
            "@UniformInit(low = 1, high = 3) @ResidualScaled(rule = ResidualRule.FIXUP, layers = 9,"
                + " branchLayers = 3)",
            Schemes.uniform(1, 3).residualScaled(ResidualRule.FIXUP, 9, 3),
            50),
        forward(
            "@TruncatedNormalInit(std = 2) @ResidualScaled(rule = ResidualRule.T_FIXUP, layers = 6)",
            Schemes.truncatedNormal(0, 2, -2, 2, false).residualScaled(ResidualRule.T_FIXUP, 6),
            50));
  }

  private static final List<String> TYPES =
      List.of(
          "float[]",
          "double[]",
          "java.nio.FloatBuffer",
          "java.nio.DoubleBuffer",
          "@Precision(HalfPrecision.BF16) short[]");

  private static final ClassLoader LOADER =
      Javac.compile(
              IntStream.range(0, TYPES.size())
                  .mapToObj(RunTimeSchemesTest::source)
                  .toArray(String[]::new))
          .load();

  /** A class with a field of a type for every pair. */
  private static String source(int type) {
    StringBuilder source = new StringBuilder("import dev.fanwise.*;\n");
    source.append("class Net").append(type).append(" {\n");
    source.append("@Shape({16, 12}) @ZerosInit float[] weights;\n");
    int number = 0;
    for (Pair pair : pairs()) {
      source.append("@Shape(").append(pair.shape()).append(") ").append(pair.annotation());
      source.append(' ').append(TYPES.get(type)).append(" w").append(number++).append(";\n");
    }
    return source.append("}\n").toString();
  }

  static IntStream numbers() {
    return IntStream.range(0, pairs().size());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void hasTheNumbersOfTheAnnotation(int number) {
    Pair pair = pairs().get(number);
    ParameterInfo info = Model.of(LOADER, "Net1").parameter("w" + number);
    Draws draws = pair.scheme().on(pair.fans(), pair.dimensions());
    assertEquals(info.scheme(), pair.scheme().annotation());
    assertEquals(info.distribution(), draws.distribution(), pair::toString);
    assertEquals(info.mean(), draws.mean(), pair::toString);
    assertEquals(info.std(), draws.std(), pair::toString);
    assertEquals(info.low(), draws.low(), pair::toString);
    assertEquals(info.high(), draws.high(), pair::toString);
    ParameterInfo described =
        draws.describe(
            ParameterInfo.of(info.name(), pair.dimensions()).scheme(pair.scheme().annotation()));
    assertEquals(info.toString(), described.toString());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void drawsTheBitsOfTheAnnotation(int number) {
    Pair pair = pairs().get(number);
    Draws draws = pair.scheme().on(pair.fans(), pair.dimensions());
    for (int type = 0; type < TYPES.size(); type++) {
      Model model = Model.of(LOADER, "Net" + type);
      model.initialize(7);
      Object drawn = model.get("w" + number);
      int count = length(drawn);
      long key = Keys.fold(7, Keys.id("w" + number));
      Object whole = into(draws, drawn, 0, count, count, key, 0);
      equal(drawn, whole, pair::toString);
      if (draws.hasRanges()) {
        Object part = into(draws, drawn, 3, count - 5, count, key, 3);
        Object expected = into(draws, drawn, 0, count, count, key, 0);
        for (int i = 0; i < count; i++) {
          Object value = i < 3 || i >= count - 2 ? zero(drawn) : at(expected, i);
          assertEquals(value, at(part, i), pair + " " + i);
        }
      } else {
        assertThrows(
            IllegalArgumentException.class, () -> into(draws, drawn, 0, count - 1, count, key, 0));
      }
    }
  }

  @Test
  void everyAnnotationHasOne() throws IOException {
    Path annotations = Path.of("../annotations/src/main/java/dev/fanwise");
    Set<String> all;
    try (Stream<Path> files = Files.list(annotations)) {
      all =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Init"))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertTrue(all.contains(ZerosInit.class.getSimpleName()));
    Set<String> tried =
        pairs().stream()
            .map(pair -> pair.scheme().annotation())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, tried);
  }

  private static int length(Object drawn) {
    if (drawn instanceof float[] floats) {
      return floats.length;
    }
    if (drawn instanceof double[] doubles) {
      return doubles.length;
    }
    if (drawn instanceof short[] shorts) {
      return shorts.length;
    }
    return ((java.nio.Buffer) drawn).capacity();
  }

  private static Object into(
      Draws draws, Object like, int offset, int count, int length, long key, long from) {
    if (like instanceof float[]) {
      float[] into = new float[length];
      draws.into(into, offset, count, key, from);
      return into;
    }
    if (like instanceof double[]) {
      double[] into = new double[length];
      draws.into(into, offset, count, key, from);
      return into;
    }
    if (like instanceof short[]) {
      short[] into = new short[length];
      draws.into(into, offset, count, key, from, HalfPrecision.BF16);
      return into;
    }
    if (like instanceof FloatBuffer) {
      FloatBuffer into = FloatBuffer.allocate(length);
      draws.into(into, offset, count, key, from);
      return into;
    }
    DoubleBuffer into = DoubleBuffer.allocate(length);
    draws.into(into, offset, count, key, from);
    return into;
  }

  private static void equal(Object expected, Object actual, Supplier<String> what) {
    Object[] one = IntStream.range(0, length(expected)).mapToObj(i -> at(expected, i)).toArray();
    Object[] other = IntStream.range(0, length(actual)).mapToObj(i -> at(actual, i)).toArray();
    assertArrayEquals(one, other, what);
  }

  private static Object at(Object array, int index) {
    if (array instanceof FloatBuffer floats) {
      return floats.get(index);
    }
    if (array instanceof DoubleBuffer doubles) {
      return doubles.get(index);
    }
    return java.lang.reflect.Array.get(array, index);
  }

  private static Object zero(Object array) {
    return array instanceof short[]
        ? (Object) (short) 0
        : array instanceof double[] || array instanceof DoubleBuffer ? (Object) 0.0 : (Object) 0f;
  }
}
