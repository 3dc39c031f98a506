package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyParameterTest {
  private static final ParameterInfo FLOATS = ParameterInfo.of("w", 300, 100).normal(0, 1);

  private final List<String> drawn = new ArrayList<>();

  private static LazyParameters lazy(ParameterInfo... infos) {
    return new LazyParameters(List.of(infos));
  }

  private static LazyParameter floats() {
    LazyParameters lazy = lazy(FLOATS);
    lazy.floats((into, offset, from, count) -> Fill.normal(into, offset, count, 5, from, 0, 1));
    return lazy.list().get(0);
  }

  @Test
  void bytesAreLittleEndianWhateverTheBuffer() {
    float[] expected = new float[30_000];
    Fill.normal(expected, 0, expected.length, 5, 0, 0, 1);
    for (ByteBuffer into :
        new ByteBuffer[] {
          ByteBuffer.allocate(120_001),
          ByteBuffer.allocateDirect(120_001),
          ByteBuffer.allocateDirect(120_001).order(ByteOrder.LITTLE_ENDIAN)
        }) {
      ByteOrder order = into.order();
      into.position(1);
      floats().draw(0, 10_001, into);
      floats().draw(10_001, 19_999, into);
      assertEquals(120_001, into.position());
      assertEquals(order, into.order());
      into.order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], into.getFloat(1 + 4 * i));
      }
    }
  }

  @Test
  void refusals() {
    LazyParameter w = floats();
    assertIllegal(
        "w is of type F32, which no double[] holds", () -> w.draw(0, 1, new double[1], 0));
    assertIllegal("w is of type F32, which no short[] holds", () -> w.draw(0, 1, new short[1], 0));
    String none = "w has 30000 elements: there are no ";
    assertIllegal(none + "1 from -1 on", () -> w.draw(-1, 1, new float[1], 0));
    assertIllegal(none + "-1 from 0 on", () -> w.draw(0, -1, new float[1], 0));
    assertIllegal(none + "2 from 29999 on", () -> w.draw(29_999, 2, new float[2], 0));
    assertIllegal(
        none + "2 from 9223372036854775807 on", () -> w.draw(Long.MAX_VALUE, 2, new float[2], 0));
    String fit = "w: 2 elements do not fit at ";
    assertIllegal(fit + "-1 of length 4", () -> w.draw(0, 2, new float[4], -1));
    assertIllegal(fit + "3 of length 4", () -> w.draw(0, 2, new float[4], 3));
    assertIllegal(fit + "0 of length 1", () -> w.draw(0, 2, ByteBuffer.allocate(7)));
    assertIllegal(
        "w cannot be drawn into a read-only buffer",
        () -> w.draw(0, 1, ByteBuffer.allocate(8).asReadOnlyBuffer()));
    assertIllegal(
        "h is of type F16, which no float[] holds", () -> halves().draw(0, 1, new float[1], 0));
  }

  private static LazyParameter halves() {
    LazyParameters lazy = lazy(ParameterInfo.of("h", 100).dataType(DataType.F16).normal(0, 1));
    lazy.shorts(
        (into, offset, from, count) ->
            Fill.normal(into, offset, count, 5, from, 0, 1, HalfPrecision.FP16));
    return lazy.list().get(0);
  }

  private LazyParameters wholes() {
    LazyParameters lazy =
        lazy(ParameterInfo.of("a", 2, 3).normal(0, 1), ParameterInfo.of("b", 2, 2, 2).normal(0, 1));
    lazy.whole(
        () -> new float[6],
        weights -> {
          drawn.add("a");
          for (int i = 0; i < 6; i++) {
            weights[i] = i;
          }
        });
    lazy.whole(
        () -> new float[2][2][2],
        weights -> {
          drawn.add("b");
          for (int i = 0; i < 8; i++) {
            weights[i / 4][i / 2 % 2][i % 2] = 10 + i;
          }
        });
    return lazy;
  }

  @Test
  void aWholeTensorIsDrawnOnceAndKeptToItsLastElementOnly() {
    List<LazyParameter> list = wholes().list();
    float[] into = new float[3];
    list.get(0).draw(0, 3, into, 0);
    list.get(0).draw(3, 3, into, 0);
    assertArrayEquals(new float[] {3, 4, 5}, into);
    assertEquals(List.of("a"), drawn);
    list.get(0).draw(0, 3, into, 0);
    assertEquals(List.of("a", "a"), drawn);
    list.get(1).draw(3, 3, into, 0);
    assertArrayEquals(new float[] {13, 14, 15}, into);
    list.get(0).draw(0, 2, into, 1);
    assertArrayEquals(new float[] {13, 0, 1}, into);
    assertEquals(List.of("a", "a", "b", "a"), drawn);
  }

  @Test
  void pyTorchsTensorsInAnyOrder() {
    TorchGenerator generator = TorchGenerator.seeded(3);
    float[][] expected = {new float[5], new float[700], new float[3], new float[40]};
    for (float[] tensor : expected) {
      generator.normal(Sink.of(tensor, 0), tensor.length, 0, 1);
    }
    LazyParameters lazy =
        lazy(
            ParameterInfo.of("a", 5).normal(0, 1),
            ParameterInfo.of("b", 700).normal(0, 1),
            ParameterInfo.of("c", 3).normal(0, 1),
            ParameterInfo.of("d", 40).normal(0, 1));
    for (float[] tensor : expected) {
      lazy.torch(
          3,
          () -> new float[tensor.length],
          (weights, numbers) -> {
            drawn.add("" + weights.length);
            numbers.normal(Sink.of(weights, 0), weights.length, 0, 1);
          });
    }
    for (int at : new int[] {2, 0, 1, 3, 2, 0}) {
      float[] into = new float[expected[at].length];
      lazy.list().get(at).draw(0, into.length, into, 0);
      assertArrayEquals(expected[at], into);
    }
    assertEquals(List.of("5", "700", "3", "5", "700", "40", "3", "5"), drawn);
  }

  @Test
  void listsCannotBeChanged() {
    List<LazyParameter> list = wholes().list();
    assertThrows(UnsupportedOperationException.class, () -> list.remove(0));
    assertEquals(FLOATS.toString(), floats().toString());
  }
}
