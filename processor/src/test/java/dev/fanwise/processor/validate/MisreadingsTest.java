package dev.fanwise.processor.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Symbol;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False alarms over the layers of common networks, of which there are none, and planted errors. */
class MisreadingsTest {
  private static final List<CommonLayers.Layer> LAYERS = CommonLayers.all();

  @Test
  void noLayerOfACommonNetworkIsDoubtful() {
    assertTrue(LAYERS.size() > 3000, LAYERS.size() + " layers");
    List<CommonLayers.Layer> alarms =
        LAYERS.stream()
            .filter(
                layer ->
                    Stream.of(layer.oi(), layer.io())
                        .anyMatch(
                            shape ->
                                Misreadings.readsLikeIo(shape)
                                    || Misreadings.looksUndivided(shape)))
            .toList();
    assertEquals(List.of(), alarms);
  }

  @Test
  void theOutputsOfBothLayoutsAreTheLayers() {
    for (CommonLayers.Layer layer : LAYERS) {
      assertEquals(layer.out(), Misreadings.outputs(layer.oi()).orElseThrow(), layer::toString);
      assertEquals(layer.out(), Misreadings.outputs(layer.io()).orElseThrow(), layer::toString);
    }
  }

  /** Of layers with square kernels and a dozen channels on one side, none but odd squares. */
  @Test
  void layersOfKerasWithoutTheirLayoutAreFound() {
    List<CommonLayers.Layer> missed =
        LAYERS.stream()
            .filter(layer -> layer.kernel().size() >= 2 && !layer.network().equals("tutorials"))
            .filter(layer -> layer.kernel().stream().distinct().count() == 1)
            .filter(layer -> layer.kernel().get(0) <= 11)
            .filter(layer -> Math.max(layer.in() / layer.groups(), layer.out()) >= 12)
            .filter(layer -> layer.in() != layer.out() || layer.in() % 2 == 0)
            .filter(layer -> !Misreadings.readsLikeIo(layer.ioUnsaid()))
            .toList();
    assertEquals(List.of(), missed);
  }

  @Test
  void undividedChannelsAreFound() {
    List<CommonLayers.Layer> missed =
        LAYERS.stream()
            .filter(layer -> layer.groups() > 1 && layer.groups() != 4)
            .filter(layer -> layer.in() == layer.out())
            .filter(layer -> !layer.kernel().stream().allMatch(side -> side == 1))
            .filter(layer -> !Misreadings.looksUndivided(layer.undivided()))
            .toList();
    assertEquals(List.of(), missed);
  }

  @ParameterizedTest
  @CsvSource({
    "3 3 3 64, true",
    "5 5 1 6, true",
    "3 3 1 8, true",
    "3 3 32 1, true",
    "1 1 64 64, true",
    "16 16 3 768, true",
    "14 14 3 1024, true",
    "3 3 3 1 32, true",
    "1 7 128 192, true",
    "3 3 3 3, false",
    "1 1 31 31, false",
    "8 8 1 16, false",
    "10 3 32 32, false",
    "3 64 128, false",
    "256 784, false"
  })
  void shapesInWholeNumbers(String shape, boolean isDoubtful) {
    List<Dimension> dimensions =
        Stream.of(shape.split(" ")).map(Integer::valueOf).map(Dimension::of).toList();
    assertEquals(isDoubtful, Misreadings.readsLikeIo(geometry(dimensions, Connection.FORWARD)));
  }

  @ParameterizedTest
  @CsvSource({
    "3 3 in out, FORWARD, true",
    "3 3 inChannels filters, FORWARD, true",
    "k k 3 out, FORWARD, true",
    "k k k inputs outputs, FORWARD, true",
    "3 3 out in, TRANSPOSED, true",
    "3 3 in out, TRANSPOSED, false",
    "out in 3 3, FORWARD, false",
    "out in k k, FORWARD, false",
    "3 3 kh kw, FORWARD, false",
    "width width k k, FORWARD, false",
    "out in outer inner, FORWARD, false"
  })
  void shapesWithNames(String shape, Connection connection, boolean isDoubtful) {
    List<Dimension> dimensions =
        Stream.of(shape.split(" "))
            .map(
                text ->
                    Character.isDigit(text.charAt(0))
                        ? Dimension.of(Integer.parseInt(text))
                        : Dimension.of(new Symbol(text, false, null)))
            .toList();
    assertEquals(isDoubtful, Misreadings.readsLikeIo(geometry(dimensions, connection)));
  }

  @Test
  void outputsAreUnknownWhereTheirDimensionIs() {
    Dimension out = Dimension.of(new Symbol("out", false, null));
    List<Dimension> shape = List.of(out, Dimension.of(3));
    assertTrue(Misreadings.outputs(geometry(shape, Connection.FORWARD)).isEmpty());
    assertFalse(Misreadings.outputs(geometry(shape, Connection.TRANSPOSED)).isEmpty());
  }

  private static Geometry geometry(List<Dimension> shape, Connection connection) {
    return new Geometry(shape, Layout.OI, connection, 1, List.of(), 1);
  }
}
