package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Nonlinearity;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GainsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** {@code torch.nn.init.calculate_gain}, printed by Python. */
  @Test
  void theFirstSixArePyTorchs() {
    assertEquals(1.0, Gains.of(Nonlinearity.LINEAR, 0));
    assertEquals(1.0, Gains.of(Nonlinearity.SIGMOID, 0));
    assertEquals(1.6666666666666667, Gains.of(Nonlinearity.TANH, 0));
    assertEquals(1.4142135623730951, Gains.of(Nonlinearity.RELU, 0));
    assertEquals(1.4141428569978354, Gains.of(Nonlinearity.LEAKY_RELU, 0.01));
    assertEquals(0.75, Gains.of(Nonlinearity.SELU, 0));
  }

  @Test
  void theOthersAreTheContractsTenDecimals() {
    assertEquals(1.2451983007, Gains.of(Nonlinearity.ELU, 0));
    assertEquals(1.5335304412, Gains.of(Nonlinearity.GELU, 0));
    assertEquals(1.6765324703, Gains.of(Nonlinearity.SILU, 0));
    assertEquals(1.4868475813, Gains.of(Nonlinearity.MISH, 0));
    assertEquals(1.7366572128, Gains.of(Nonlinearity.HARD_SWISH, 0));
    assertEquals(1.0418668355, Gains.of(Nonlinearity.SOFTPLUS, 0));
  }

  @ParameterizedTest
  @EnumSource
  void onlyLeakyReluLooksAtTheSlope(Nonlinearity nonlinearity) {
    boolean looks = Gains.of(nonlinearity, 0.5) != Gains.of(nonlinearity, 0);
    assertEquals(nonlinearity == Nonlinearity.LEAKY_RELU, looks);
  }

  /** All but PyTorch's 1, 5/3 and 3/4, which are conventions and solve no equation. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SIGMOID", "TANH", "SELU"})
  void exactGainsKeepTheSecondMoment(Nonlinearity nonlinearity) {
    double moment = secondMoment(activation(nonlinearity, 0.3));
    assertEquals(1 / Math.sqrt(moment), Gains.of(nonlinearity, 0.3), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.2, 1, 2.23606797749979, -0.5})
  void leakyReluKeepsTheSecondMomentForAnySlope(double a) {
    double moment = secondMoment(activation(Nonlinearity.LEAKY_RELU, a));
    assertEquals(1 / Math.sqrt(moment), Gains.of(Nonlinearity.LEAKY_RELU, a), 1e-9);
  }

  private static DoubleUnaryOperator activation(Nonlinearity nonlinearity, double a) {
    return switch (nonlinearity) {
      case LINEAR -> z -> z;
      case RELU -> z -> Math.max(0, z);
      case LEAKY_RELU -> z -> z < 0 ? a * z : z;
      case ELU -> z -> z < 0 ? Math.expm1(z) : z;
      case GELU -> z -> z * NORMAL.cumulativeProbability(z);
      case SILU -> z -> z / (1 + Math.exp(-z));
      case MISH -> z -> z * Math.tanh(Math.log1p(Math.exp(z)));
      case HARD_SWISH -> z -> z * Math.min(Math.max(z + 3, 0), 6) / 6;
      case SOFTPLUS -> z -> Math.log1p(Math.exp(z));
      case SIGMOID, TANH, SELU -> throw new IllegalArgumentException(nonlinearity.name());
    };
  }

  /** E[f(z)²] by Simpson's rule; kinks at 0 and ±3 fall between two of its parabolas. */
  private static double secondMoment(DoubleUnaryOperator f) {
    return Simpson.integral(
        z -> f.applyAsDouble(z) * f.applyAsDouble(z) * NORMAL.density(z), -12, 12, 24_000);
  }
}
