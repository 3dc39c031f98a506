package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import dev.fanwise.ZerosInit;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.schemes.SchemeCatalogue.Entry;
import dev.fanwise.processor.schemes.SchemeCatalogue.Numbers;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Words;
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
  private static final double CLOSE = 1e-14;

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

  /** A class with a field of a type for every entry. */
  private static String source(int type) {
    StringBuilder source = new StringBuilder("import dev.fanwise.*;\n");
    source.append("class Net").append(type).append(" {\n");
    source.append("@Shape({16, 12}) @ZerosInit float[] weights;\n");
    int number = 0;
    for (Entry entry : SchemeCatalogue.entries()) {
      source.append("@Shape(").append(entry.shape()).append(") ").append(entry.annotation());
      source.append(' ').append(TYPES.get(type)).append(" w").append(number++).append(";\n");
    }
    return source.append("}\n").toString();
  }

  static IntStream numbers() {
    return IntStream.range(0, SchemeCatalogue.entries().size());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void hasTheNumbersOfTheAnnotation(int number) {
    Entry entry = SchemeCatalogue.entries().get(number);
    ParameterInfo info = Model.of(LOADER, "Net1").parameter("w" + number);
    Draws draws = entry.scheme().on(entry.fans(), entry.dimensions());
    assertEquals(info.scheme(), entry.scheme().annotation());
    assertEquals(info.distribution(), draws.distribution(), entry::toString);
    assertEquals(info.mean(), draws.mean(), entry::toString);
    assertEquals(info.std(), draws.std(), entry::toString);
    assertEquals(info.low(), draws.low(), entry::toString);
    assertEquals(info.high(), draws.high(), entry::toString);
    ParameterInfo described =
        draws.describe(
            ParameterInfo.of(info.name(), entry.dimensions()).scheme(entry.scheme().annotation()));
    assertEquals(info.toString(), described.toString());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void drawsTheBitsOfTheAnnotation(int number) {
    Entry entry = SchemeCatalogue.entries().get(number);
    Draws draws = entry.scheme().on(entry.fans(), entry.dimensions());
    for (int type = 0; type < TYPES.size(); type++) {
      Model model = Model.of(LOADER, "Net" + type);
      model.initialize(7);
      Object drawn = model.get("w" + number);
      int count = length(drawn);
      long key = Keys.fold(7, Keys.id("w" + number));
      Object whole = into(draws, drawn, 0, count, count, key, 0);
      equal(drawn, whole, entry::toString);
      if (draws.hasRanges()) {
        Object part = into(draws, drawn, 3, count - 5, count, key, 3);
        Object expected = into(draws, drawn, 0, count, count, key, 0);
        for (int i = 0; i < count; i++) {
          Object value = i < 3 || i >= count - 2 ? zero(drawn) : at(expected, i);
          assertEquals(value, at(part, i), entry + " " + i);
        }
      } else {
        assertThrows(
            IllegalArgumentException.class, () -> into(draws, drawn, 0, count - 1, count, key, 0));
      }
    }
  }

  static List<Entry> byHand() {
    return SchemeCatalogue.entries().stream().filter(one -> one.numbers() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("byHand")
  void hasTheNumbersWorkedOutByHand(Entry entry) {
    Draws draws = entry.scheme().on(entry.fans(), entry.dimensions());
    Numbers numbers = entry.numbers();
    assertEquals(numbers.mean(), draws.mean(), CLOSE);
    assertEquals(numbers.std(), draws.std(), CLOSE * numbers.std());
    assertEquals(numbers.low(), draws.low(), CLOSE * numbers.std());
    assertEquals(numbers.high(), draws.high(), CLOSE * numbers.std());
  }

  static List<Entry> naive() {
    return SchemeCatalogue.entries().stream().filter(one -> one.naive() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("naive")
  void drawsWhatTheNaiveFormDoes(Entry entry) {
    long key = Keys.fold(7, Keys.id("w"));
    double[] expected = entry.naive().of(index -> Words.longAt(key, index));
    double[] drawn = new double[expected.length];
    entry.scheme().on(entry.fans(), entry.dimensions()).into(drawn, 0, drawn.length, key, 0);
    assertArrayEquals(expected, drawn, CLOSE, entry::toString);
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
        SchemeCatalogue.entries().stream()
            .map(entry -> entry.scheme().annotation())
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
