package dev.fanwise.runtime;

import static dev.fanwise.Distribution.NORMAL;
import static dev.fanwise.Distribution.TRUNCATED_NORMAL;
import static dev.fanwise.Distribution.UNIFORM;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.Layout;
import org.junit.jupiter.api.Test;

class ParameterInfoTest {
  @Test
  void uniformIsCentredBetweenItsBounds() {
    ParameterInfo info =
        ParameterInfo.of("hidden", 256, 784)
            .scheme("XavierInit")
            .fans(784, 256)
            .uniform(0.25, -1, 3);
    assertEquals("hidden", info.name());
    assertArrayEquals(new int[] {256, 784}, info.shape());
    assertEquals(200_704, info.elements());
    assertEquals("XavierInit", info.scheme());
    assertEquals(784, info.fanIn());
    assertEquals(256, info.fanOut());
    assertLaw(info, UNIFORM, 1, 0.25, -1, 3);
    assertEquals("hidden[256, 784] XavierInit UNIFORM, mean 1.0, std 0.25", info.toString());
  }

  @Test
  void normalHasNoBounds() {
    ParameterInfo info =
        ParameterInfo.of("out", 10, 4).scheme("KaimingInit").fans(4, 10).normal(0.5, 2);
    assertLaw(info, NORMAL, 0.5, 2, NEGATIVE_INFINITY, POSITIVE_INFINITY);
    assertEquals("out[10, 4] KaimingInit NORMAL, mean 0.5, std 2.0", info.toString());
  }

  @Test
  void truncatedNormalIsAsGiven() {
    ParameterInfo info =
        ParameterInfo.of("conv", 8, 3, 5, 5)
            .scheme("VarianceScalingInit")
            .fans(75, 200)
            .truncatedNormal(0.1, 0.2, -0.3, 0.4);
    assertLaw(info, TRUNCATED_NORMAL, 0.1, 0.2, -0.3, 0.4);
    assertEquals(600, info.elements());
    assertEquals(
        "conv[8, 3, 5, 5] VarianceScalingInit TRUNCATED_NORMAL, mean 0.1, std 0.2",
        info.toString());
  }

  @Test
  void constantHasNoLaw() {
    ParameterInfo info = ParameterInfo.of("bias", 256).scheme("ConstantInit").constant(0.5);
    assertLaw(info, null, 0.5, 0, 0.5, 0.5);
    assertEquals("bias[256] ConstantInit, mean 0.5, std 0.0", info.toString());
  }

  @Test
  void fansAreMinusOneWhereUndefined() {
    ParameterInfo info = ParameterInfo.of("bias", 256).scheme("ZerosInit").constant(0);
    assertEquals(-1, info.fanIn());
    assertEquals(-1, info.fanOut());
  }

  @Test
  void theLayoutIsThatOfPyTorchUnlessSaid() {
    ParameterInfo plain = ParameterInfo.of("w", 4, 3).normal(0, 1);
    assertEquals(Layout.OI, plain.layout());
    assertEquals(Connection.FORWARD, plain.connection());
    assertEquals(1, plain.groups());
    ParameterInfo.Builder builder = ParameterInfo.of("w", 4, 3, 2);
    ParameterInfo kernel =
        builder.layout(Layout.IO, Connection.TRANSPOSED, 2).normal(0, 1).within("blocks.3");
    assertEquals(Layout.IO, kernel.layout());
    assertEquals(Connection.TRANSPOSED, kernel.connection());
    assertEquals(2, kernel.groups());
  }

  @Test
  void weightsMayBeMarkedForAFit() {
    assertFalse(ParameterInfo.of("w", 4, 3).normal(0, 1).isUnitVariance());
    ParameterInfo marked =
        ParameterInfo.of("w", 4, 3).scheme("NormalInit").unitVariance().normal(0, 1).within("a");
    assertTrue(marked.isUnitVariance());
    assertEquals(
        "a.w[4, 3] NormalInit NORMAL, mean 0.0, std 1.0, scaled to unit variance",
        marked.toString());
  }

  @Test
  void meanOfAUniformDoesNotOverflow() {
    double huge = Double.MAX_VALUE;
    assertEquals(0, ParameterInfo.of("w", 2, 2).uniform(1, -huge, huge).mean());
    assertEquals(huge * 0.75, ParameterInfo.of("w", 2, 2).uniform(1, huge / 2, huge).mean());
  }

  @Test
  void elementsMayBeMoreThanAnIntHolds() {
    ParameterInfo info = ParameterInfo.of("embedding", 1_000_000, 4096).normal(0, 1);
    assertEquals(4_096_000_000L, info.elements());
  }

  @Test
  void theShapeIsCopiedOnTheWayInAndOut() {
    int[] shape = {2, 3};
    ParameterInfo info = ParameterInfo.of("w", shape).normal(0, 1);
    shape[0] = 99;
    assertArrayEquals(new int[] {2, 3}, info.shape());
    info.shape()[1] = 99;
    assertArrayEquals(new int[] {2, 3}, info.shape());
    assertEquals(6, info.elements());
  }

  @Test
  void aBuilderMayBeUsedAgain() {
    ParameterInfo.Builder builder = ParameterInfo.of("w", 2, 3).scheme("First");
    ParameterInfo first = builder.constant(1);
    ParameterInfo second = builder.scheme("Second").fans(3, 2).normal(0, 1);
    assertEquals("First", first.scheme());
    assertEquals(-1, first.fanIn());
    assertEquals("Second", second.scheme());
    assertEquals(3, second.fanIn());
  }

  private static void assertLaw(
      ParameterInfo info, Distribution law, double mean, double std, double low, double high) {
    assertEquals(law, info.distribution());
    assertEquals(mean, info.mean());
    assertEquals(std, info.std());
    assertEquals(low, info.low());
    assertEquals(high, info.high());
  }
}
