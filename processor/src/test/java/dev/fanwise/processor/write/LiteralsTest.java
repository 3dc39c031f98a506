package dev.fanwise.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.plan.ElementType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void integers() {
    assertEquals("0", Literals.integer(0));
    assertEquals("9999", Literals.integer(9999));
    assertEquals("10_000", Literals.integer(10_000));
    assertEquals("200_704", Literals.integer(200_704));
    assertEquals("2_147_483_647", Literals.integer(Integer.MAX_VALUE));
    assertEquals("2_147_483_648L", Literals.integer(1L << 31));
    assertEquals("9_223_372_036_854_775_807L", Literals.integer(Long.MAX_VALUE));
    assertEquals("-9999", Literals.integer(-9999));
    assertEquals("-10_000", Literals.integer(-10_000));
    assertEquals("-100_000", Literals.integer(-100_000));
    assertEquals("-1_000_000", Literals.integer(-1_000_000));
    assertEquals("256, 784, 12_345", Literals.arguments(List.of(256, 784, 12_345)));
  }

  @Test
  void hexadecimals() {
    assertEquals("0x0000000000000001L", Literals.hex(1));
    assertEquals("0xffffffffffffffffL", Literals.hex(-1));
    assertEquals("0x0b4c7a7aeee242eeL", Literals.hex(0x0b4c7a7aeee242eeL));
  }

  @Test
  void numbers() {
    assertEquals("1.0", Literals.of(1));
    assertEquals("1f", Literals.of(1, ElementType.FLOAT));
    assertEquals("1.0", Literals.of(1, ElementType.DOUBLE));
    assertEquals("0.1f", Literals.of(0.1, ElementType.FLOAT));
    assertEquals("1e10", Literals.of(1e10));
    assertEquals("-0.0", Literals.of(-0.0));
    assertEquals("-0f", Literals.of(-0.0, ElementType.FLOAT));
    assertEquals("0f", Literals.of(1e-50, ElementType.FLOAT));
    assertEquals("Double.POSITIVE_INFINITY", Literals.of(Double.POSITIVE_INFINITY));
    assertEquals("Double.NEGATIVE_INFINITY", Literals.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void javacReadsThemBackAsTheyWere() throws ReflectiveOperationException {
    Random random = new Random(1);
    List<Double> doubles =
        new ArrayList<>(
            List.of(0.0, -0.0, 1.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1e10));
    while (doubles.size() < 1000) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        doubles.add(number);
        doubles.add((double) (float) (number % 1e30));
      }
    }
    StringBuilder source = new StringBuilder("class Numbers {\n static double[] doubles = {");
    doubles.forEach(number -> source.append(Literals.of(number)).append(",\n"));
    source.append("};\n static float[] floats = {");
    doubles.stream()
        .filter(number -> Float.isFinite(number.floatValue()))
        .forEach(number -> source.append(Literals.of(number, ElementType.FLOAT)).append(",\n"));
    source.append("};\n}\n");
    Class<?> type = Javac.compile(source.toString()).load().loadClass("p.Numbers");
    double[] read = (double[]) value(type, "doubles");
    float[] floats = (float[]) value(type, "floats");
    int f = 0;
    for (int i = 0; i < doubles.size(); i++) {
      assertEquals(doubles.get(i), read[i]);
      if (Float.isFinite(doubles.get(i).floatValue())) {
        assertEquals(doubles.get(i).floatValue(), floats[f++]);
      }
    }
    assertEquals(floats.length, f);
  }

  private static Object value(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }
}
