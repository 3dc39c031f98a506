package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.ResidualRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What schemes at run time refuse; their numbers and bits are compared in the processor's tests.
 */
class SchemesTest {
  private static void refused(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @Test
  void membersAreChecked() {
    refused(
        "gain = -1.0 is not a finite number above 0",
        () -> Schemes.xavier(-1, Nonlinearity.LINEAR, Distribution.UNIFORM));
    refused("gain = NaN is not a finite number above 0", () -> Schemes.orthogonal(Double.NaN));
    refused(
        "mode = FAN_AVG is not for @KaimingInit, which divides by one of the fans",
        () -> Schemes.kaiming(FanMode.FAN_AVG, Nonlinearity.RELU));
    refused(
        "a = Infinity is not a finite number",
        () -> Schemes.kaiming(FanMode.FAN_IN, Double.POSITIVE_INFINITY, Distribution.NORMAL));
    refused("low = 1.0 is not below high = 1.0", () -> Schemes.uniform(1, 1));
    refused("std = -1.0 is not a finite number of at least 0", () -> Schemes.normal(0, -1));
    refused(
        "lower = 2.0 is not below upper = 1.0", () -> Schemes.truncatedNormal(0, 1, 2, 1, false));
    refused(
        "lower = 8.0 and upper = 9.0 keep less than 1e-10 of a normal",
        () -> Schemes.truncatedNormal(0, 1, 8, 9, false));
    refused("sparsity = 1.5 is not a fraction", () -> Schemes.sparse(1.5, 1));
    refused("maxTime = 2.0 is not above 2", () -> Schemes.chrono(2));
    refused(
        "forgetGate = 4 is no gate; they are numbered from 0 to 3",
        () -> Schemes.forgetGate(1, 4, 4));
    refused("inputGate and forgetGate are both 1", () -> Schemes.chrono(50, 4, 1, 1));
    refused(
        "layers = 0 is less than 1", () -> Schemes.kaiming().residualScaled(ResidualRule.GPT2, 0));
    refused(
        "branchLayers = 1 is less than 2",
        () -> Schemes.kaiming().residualScaled(ResidualRule.FIXUP, 4, 1));
  }

  @Test
  void tensorsAreChecked() {
    refused(
        "@XavierInit on shape [256]: it needs fan_in and fan_out; give at least two dimensions",
        () -> Schemes.xavier().on(256));
    refused(
        "@BiasInit on shape [256]: it needs fan_in and fan_out, but no fans were given",
        () -> Schemes.bias().on(256));
    refused(
        "@XavierInit on shape [0]: every dimension must be at least 1",
        () -> Schemes.xavier().on(0));
    Fans other = Fans.of(new int[] {4, 5}, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
    refused(
        "@XavierInit on shape [4, 6]: the fans that were given are those of another shape",
        () -> Schemes.xavier().on(other, 4, 6));
    refused(
        "@DiracInit on shape [4, 5]: it needs 3 to 5 dimensions", () -> Schemes.dirac(1).on(4, 5));
    refused(
        "@OrthogonalInit on shape [4]: it needs at least 2 dimensions",
        () -> Schemes.orthogonal(1).on(4));
    refused(
        "@IdentityInit on shape [4, 5, 6]: it needs 2 dimensions",
        () -> Schemes.identity(1).on(4, 5, 6));
    refused(
        "@DeltaOrthogonalInit on shape [4, 5, 3]: 4 outputs cannot keep the norm of 5 inputs",
        () -> Schemes.deltaOrthogonal(1).on(4, 5, 3));
    refused(
        "@ForgetGateInit on shape [10]: gates = 4 does not divide its 10 elements",
        () -> Schemes.forgetGate().on(10));
    refused(
        "@ZerosInit on shape [4]: @ResidualScaled has no standard deviation to scale",
        () -> Schemes.zeros().residualScaled(ResidualRule.GPT2, 4).on(4));
  }

  @Test
  void nothingIsWrittenWhereNumbersDoNotFitTheType() {
    float[] into = {1};
    refused("1.0E39 is too large for F32", () -> Draws.constant(1e39).into(into, 0, 1, 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Draws.normal(0, 1e30).into(into, 0, 1, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Draws.constant(1e6).into(new short[1], 0, 1, 1, 0, HalfPrecision.FP16));
    assertThrows(IndexOutOfBoundsException.class, () -> Draws.normal(0, 1).into(into, 0, 2, 1, 0));
    Draws matrix = Schemes.identity(1).on(2, 2);
    refused("elements 3 to 5 are not all among its 4", () -> matrix.into(new float[2], 0, 2, 1, 3));
    assertEquals(1, into[0]);
  }
}
