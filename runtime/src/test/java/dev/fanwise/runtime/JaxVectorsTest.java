package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The initialisers of {@code jax-stream.json}: JAX's own weights, in all bits. */
class JaxVectorsTest {
  record Entry(long seed, String key, String initializer, ExpectedTensor tensor) {
    /** The n of {@code fold_in(PRNGKey(seed), n)}. */
    int parameter() {
      return Integer.parseInt(key.replaceAll("fold_in\\(PRNGKey\\(seed\\), (\\d+)\\)", "$1"));
    }
  }

  interface Initializer {
    void fill(float[] tensor, Fans fans, long key);
  }

  private static final Map<String, Initializer> INITIALIZERS =
      Map.of(
          "glorot_uniform", uniform(1, FanMode.FAN_AVG),
          "he_uniform", uniform(2, FanMode.FAN_IN),
          "lecun_uniform", uniform(1, FanMode.FAN_IN),
          "glorot_normal", truncated(1, FanMode.FAN_AVG),
          "he_normal", truncated(2, FanMode.FAN_IN),
          "lecun_normal", truncated(1, FanMode.FAN_IN),
          "variance_scaling(2,fan_out,normal)", normal(2, FanMode.FAN_OUT),
          "variance_scaling(1,fan_geo_avg,uniform)", uniform(1, FanMode.FAN_GEO_AVG));

  static Stream<Entry> entries() {
    return Arrays.stream(Json.read("jax-stream.json", Entry[].class));
  }

  @Test
  void theFileHasEveryInitializerWithThreeSeeds() {
    List<Entry> entries = entries().toList();
    assertEquals(24, entries.size());
    assertEquals(
        INITIALIZERS.keySet(),
        entries.stream().map(Entry::initializer).collect(Collectors.toSet()));
    assertEquals(
        List.of(0L, 42L, 4294967301L),
        entries.stream().map(Entry::seed).distinct().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void equalsJaxBitForBit(Entry entry) {
    long key = JaxKeys.fold(JaxKeys.of(entry.seed), entry.parameter());
    float[] tensor = new float[entry.tensor.elements()];
    INITIALIZERS.get(entry.initializer).fill(tensor, fans(entry.tensor.shape()), key);
    entry.tensor.assertEqualTo(tensor);
  }

  private static Initializer uniform(double scale, FanMode mode) {
    return (tensor, fans, key) -> {
      float bound = JaxVariance.bound(scale, mode, fans);
      JaxFill.uniform(tensor, 0, tensor.length, key, 0, -bound, bound);
    };
  }

  private static Initializer normal(double scale, FanMode mode) {
    return (tensor, fans, key) ->
        JaxFill.normal(tensor, 0, tensor.length, key, 0, 0, JaxVariance.std(scale, mode, fans));
  }

  private static Initializer truncated(double scale, FanMode mode) {
    return (tensor, fans, key) -> {
      float std = JaxVariance.truncatedStd(scale, mode, fans);
      JaxFill.truncatedNormal(tensor, 0, tensor.length, key, 0, 0, std, -2, 2);
    };
  }

  private static Fans fans(int[] shape) {
    return Fans.of(shape, Layout.IO, Connection.FORWARD, 1, new int[0], 1);
  }
}
