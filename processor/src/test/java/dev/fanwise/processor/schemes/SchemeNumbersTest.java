package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.runtime.ParameterInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Means, standard deviations and bounds that were worked out by hand from the papers' formulas; the
 * derivation stands above each line. Columns: weights, mean, std, low, high.
 */
class SchemeNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Glorot and Bengio, eq. 12 and 16: std² = 2/(20 + 4) = 1/12, bound √3·√(1/12) = 1/2
          @Shape({4, 20}) @XavierInit | 0 | 0.28867513459481288 | -0.5 | 0.5
          # 3×3 kernels: fans 9·2 and 9·4, std² = 2/54 = 1/27, bound √(3/27) = 1/3
          @Shape({4, 2, 3, 3}) @XavierInit | 0 | 0.19245008972987526 | -0.33333333333333333 | 0.33333333333333333
          # gain 6 · 5/3 = 10 for tanh
          @Shape({4, 20}) @XavierInit(gain = 6, nonlinearity = Nonlinearity.TANH) | 0 | 2.8867513459481288 | -5 | 5
          # fans 28 and 4: std² = 1/16
          @Shape({4, 28}) @XavierInit(distribution = Distribution.NORMAL) | 0 | 0.25 | -Infinity | Infinity
          # the same cut at ±2·0.25/0.87962566103423978
          @Shape({4, 28}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) | 0 | 0.25 | -0.56842361716927822 | 0.56842361716927822

          # He et al., eq. 10: √(2/8)
          @Shape({2, 8}) @KaimingInit | 0 | 0.5 | -Infinity | Infinity
          # eq. 14, fan_out 64·9 = 576: √(2/576)
          @Shape({64, 3, 3, 3}) @KaimingInit(mode = FanMode.FAN_OUT) | 0 | 0.05892556509887896 | -Infinity | Infinity
          # eq. 15, a = 7: gain √(2/50) = 1/5, over √4
          @Shape({2, 4}) @KaimingInit(a = 7) | 0 | 0.1 | -Infinity | Infinity
          # PyTorch's default, a = √5: gain 1/√3, bound 1/√16
          @Shape({2, 16}) @KaimingInit(a = 2.23606797749979, distribution = Distribution.UNIFORM) | 0 | 0.14433756729740643 | -0.25 | 0.25
          # √2/√8, then 5/3 over √25, 3/4 over √9, 1 over √4
          @Shape({2, 8}) @KaimingInit(nonlinearity = Nonlinearity.RELU) | 0 | 0.5 | -Infinity | Infinity
          @Shape({2, 25}) @KaimingInit(nonlinearity = Nonlinearity.TANH) | 0 | 0.33333333333333333 | -Infinity | Infinity
          @Shape({2, 9}) @KaimingInit(nonlinearity = Nonlinearity.SELU) | 0 | 0.25 | -Infinity | Infinity
          @Shape({2, 4}) @KaimingInit(nonlinearity = Nonlinearity.SIGMOID) | 0 | 0.5 | -Infinity | Infinity

          # LeCun et al., eq. 16: 1/√16, uniform on ±√3/4
          @Shape({3, 16}) @LecunInit | 0 | 0.25 | -Infinity | Infinity
          @Shape({3, 16}) @LecunInit(distribution = Distribution.UNIFORM) | 0 | 0.25 | -0.43301270189221932 | 0.43301270189221932
          # PyTorch's biases: ±1/√16
          @Shape({3, 16}) @OnesInit double[] v; @Shape(3) @BiasInit(of = "v") | 0 | 0.14433756729740643 | -0.25 | 0.25

          # variance scaling with fans 32 and 8: √(2/32), √(2/8), √(5/20), √(4/√256)
          @Shape({8, 32}) @VarianceScalingInit(scale = 2, distribution = Distribution.NORMAL) | 0 | 0.25 | -Infinity | Infinity
          @Shape({8, 32}) @VarianceScalingInit(scale = 2, mode = FanMode.FAN_OUT, distribution = Distribution.NORMAL) | 0 | 0.5 | -Infinity | Infinity
          @Shape({8, 32}) @VarianceScalingInit(scale = 5, mode = FanMode.FAN_AVG, distribution = Distribution.NORMAL) | 0 | 0.5 | -Infinity | Infinity
          @Shape({8, 32}) @VarianceScalingInit(scale = 4, mode = FanMode.FAN_GEO_AVG, distribution = Distribution.NORMAL) | 0 | 0.5 | -Infinity | Infinity
          # Keras' kernel [3, 3, 4, 9]: fan_in 36, std 1/6, cut at ±2/6/0.87962566103423978
          @Shape(value = {3, 3, 4, 9}, layout = Layout.IO) @VarianceScalingInit | 0 | 0.16666666666666667 | -0.37894907811285215 | 0.37894907811285215
          """)
  void byFan(String weights, double mean, double std, double low, double high) {
    check(weights, mean, std, low, high);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Sitzmann et al., 3.2: ±1/2 in the first layer, ±√(6/6)/30 and ±√(6/54)·3 in others; std = bound/√3
          @Shape({9, 2}) @SirenInit(first = true) | 0 | 0.28867513459481288 | -0.5 | 0.5
          @Shape({9, 6}) @SirenInit | 0 | 0.019245008972987526 | -0.033333333333333333 | 0.033333333333333333
          @Shape({9, 54}) @SirenInit(omega0 = 0.333333333333333333) | 0 | 0.57735026918962576 | -1 | 1

          # Yang et al., table 8. Hidden, both fans grow: variance 1/fan_in = 1/1024
          @Shape({4096, 1024}) @MupInit(baseShape = {1024, 256}) | 0 | 0.03125 | -Infinity | Infinity
          # Output, fan_in grows: the variance stays that of the base, 1/256
          @Shape({10, 1024}) @MupInit(baseShape = {10, 256}) | 0 | 0.0625 | -Infinity | Infinity
          # Input, fan_out grows: 1/fan_in = 1/64; nothing grows: the same
          @Shape({1024, 64}) @MupInit(baseShape = {256, 64}) | 0 | 0.125 | -Infinity | Infinity
          @Shape({10, 64}) @MupInit(baseShape = {10, 64}, gain = 2) | 0 | 0.25 | -Infinity | Infinity

          # Identity: 2 on 3 of 15 places, so mean 2/5 and variance 4·(1/5)·(4/5)
          @Shape({3, 5}) @IdentityInit(gain = 2) | 0.4 | 0.8 | 0 | 2
          # Dirac: −1 on 2 of 12 places of each of 2 groups, variance 1/6·5/6
          @Shape(value = {4, 2, 3}, groups = 2) @DiracInit(gain = -1) | -0.16666666666666667 | 0.37267799624996495 | -1 | 0
          # Saxe et al.: 4 rows of norm 1 in 64 places; 4 columns; three matrices [4, 4]
          @Shape({4, 16}) @OrthogonalInit | 0 | 0.25 | -1 | 1
          @Shape({16, 4}) @OrthogonalInit(gain = 2) | 0 | 0.5 | -2 | 2
          @Shape(value = {12, 4}, parts = 3) @OrthogonalInit | 0 | 0.5 | -1 | 1
          # Xiao et al.: 2 columns of norm 1 in 144 places
          @Shape({8, 2, 3, 3}) @DeltaOrthogonalInit | 0 | 0.11785113019775793 | -1 | 1
          # Martens: ceil(0.55·10) = 6 of 10 are zero, √(4/10) is left; ceil(0.5·5) = 3 of 5
          @Shape({10, 4}) @SparseInit(sparsity = 0.55) | 0 | 0.0063245553203367587 | -Infinity | Infinity
          @Shape(value = {9, 5}, layout = Layout.IO) @SparseInit(sparsity = 0.5, std = 1) | 0 | 0.63245553203367587 | -Infinity | Infinity
          @Shape({10, 4}) @SparseInit(sparsity = 1) | 0 | 0 | -Infinity | Infinity

          # Zhao et al., more inputs: 2 ones in 8 places
          @Shape({2, 4}) @ZerOInit | 0.25 | 0.43301270189221932 | 0 | 1
          # 4 outputs: 2^(−2/2); column 0 of H₄ sums to 4, column 1 to 0
          @Shape({4, 2}) @ZerOInit | 0.25 | 0.43301270189221932 | -0.5 | 0.5
          # 5 outputs, 2³ ≥ 5: 2^(−3/2); the first 5 entries of columns 0, 1, 2 of H₈ sum to 5, 1, 1
          @Shape({5, 3}) @ZerOInit | 0.16499158227686109 | 0.31269438398822869 | -0.35355339059327376 | 0.35355339059327376

          # Tallec and Ollivier, eq. 16, U on (1, e): E[ln²U] = (e − 2)/(e − 1) in 2 of 4 gates; on (1, 783) in 2 of 2
          @Shape(8) @ChronoInit(maxTime = 3.718281828459045) | 0 | 0.45717791565793813 | -1 | 1
          @Shape(8) @ChronoInit(maxTime = 784, gates = 2) | 0 | 5.7541988809006348 | -6.6631326959908031 | 6.6631326959908031
          # nearly no and nearly endless time: ln b/√3 as b → 1, and √(ln²b − 2·ln b + 2)
          @Shape(8) @ChronoInit(maxTime = 2.000001, gates = 2) | 0 | 5.7735005276409378e-7 | -9.9999950014011116e-7 | 9.9999950014011116e-7
          @Shape(8) @ChronoInit(maxTime = 1e308, gates = 2) | 0 | 708.19691466084376 | -709.19620864216607 | 709.19620864216607
          # Jozefowicz et al., 3.1: 1 in one of four gates
          @Shape(8) @ForgetGateInit | 0.25 | 0.43301270189221932 | 0 | 1
          """)
  void research(String weights, double mean, double std, double low, double high) {
    check(weights, mean, std, low, high);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Radford et al.: 1/√(2·8)
          GPT2, layers = 8 | 0.25
          # Wang et al., (8·2)^(−1/4)
          DEEPNORM, layers = 2 | 0.5
          # Huang et al., 3.2: 0.67·16^(−1/4) and (9·9)^(−1/4)
          T_FIXUP, layers = 16 | 0.335
          T_FIXUP_DECODER, layers = 9 | 0.33333333333333333
          # Zhang et al., section 3: 16^(−1/2) for two layers in a branch, 16^(−1/4) for three
          FIXUP, layers = 16 | 0.25
          FIXUP, layers = 16, branchLayers = 3 | 0.5
          FIXUP, layers = 16, branchLayers = 2147483647 | 0.99999999935445638
          # one layer
          GPT2, layers = 1 | 0.70710678118654752
          FIXUP, layers = 1 | 1
          """)
  void residualFactors(String rule, double factor) {
    String scaled = " @ResidualScaled(rule = ResidualRule." + rule + ")";
    double infinite = Double.POSITIVE_INFINITY;
    check("@Shape(9) @NormalInit(mean = 7, std = 2)" + scaled, 7, 2 * factor, -infinite, infinite);
    // around the middle, 4 wide
    double std = factor * 2 / Math.sqrt(3);
    String uniform = "@Shape(9) @UniformInit(low = -1, high = 3)" + scaled;
    check(uniform, 1, std, 1 - 2 * factor, 1 + 2 * factor);
    double cut = 2 * factor * 0.5 / 0.87962566103423978;
    String truncated = "@Shape({3, 4}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL)";
    check(truncated + scaled, 0, factor * 0.5, -cut, cut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Johnson, Kotz and Balakrishnan, 10.1. Symmetric: √(1 − 2cφ(c)/(2Φ(c) − 1)) for c = 2, 1
          @TruncatedNormalInit | 0 | 0.87962566103423975 | -2 | 2
          @TruncatedNormalInit(mean = 3, std = 10, lower = -1, upper = 1) | 3 | 5.3956009375489697 | -7 | 13
          # The half normal: mean √(2/π), variance 1 − 2/π
          @TruncatedNormalInit(lower = 0, upper = Double.POSITIVE_INFINITY) | 0.79788456080286536 | 0.60281027498908697 | 0 | Infinity
          # The tail above 1: λ = φ(1)/(1 − Φ(1)) = 1.5251352761609812, variance 1 + λ − λ²; and that below −1
          @TruncatedNormalInit(lower = 1, upper = Double.POSITIVE_INFINITY) | 1.5251352761609812 | 0.44620361447476957 | 1 | Infinity
          @TruncatedNormalInit(mean = 2, std = 0.1, lower = Double.NEGATIVE_INFINITY, upper = -1) | 1.8474864723839019 | 0.044620361447476957 | -Infinity | 1.9
          # (φ(−1) − φ(2))/(Φ(2) − Φ(−1)) and the variance that goes with it
          @TruncatedNormalInit(lower = -1, upper = 2) | 0.22963717909132897 | 0.72094558685904579 | -1 | 2
          # σ = std over the std of the cut: 0.1/0.53956009375489697, 2/0.60281027498908697, 0.3/0.72094558685904579
          @TruncatedNormalInit(std = 0.1, lower = -1, upper = 1, correctStd = true) | 0 | 0.1 | -0.18533616766221865 | 0.18533616766221865
          @TruncatedNormalInit(std = 2, lower = 0, upper = Double.POSITIVE_INFINITY, correctStd = true) | 2.6472161935770253 | 2 | 0 | Infinity
          @TruncatedNormalInit(mean = 5, std = 0.3, lower = -1, upper = 2, correctStd = true) | 5.0955566619493959 | 0.3 | 4.5838798302282224 | 5.8322403395435553
          """)
  void truncated(String scheme, double mean, double std, double low, double high) {
    check("@Shape(9) " + scheme, mean, std, low, high);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # (high − low)/√12
          @UniformInit | 0.5 | 0.28867513459481288 | 0 | 1
          @UniformInit(low = -1, high = 3) | 1 | 1.1547005383792515 | -1 | 3
          @NormalInit | 0 | 1 | -Infinity | Infinity
          @NormalInit(mean = -3, std = 0.5) | -3 | 0.5 | -Infinity | Infinity
          @NormalInit(mean = -3, std = 0) | -3 | 0 | -3 | -3
          @ZerosInit | 0 | 0 | 0 | 0
          @OnesInit | 1 | 0 | 1 | 1
          @ConstantInit(0.1) | 0.1 | 0 | 0.1 | 0.1
          """)
  void byNumbers(String scheme, double mean, double std, double low, double high) {
    check("@Shape(9) " + scheme, mean, std, low, high);
  }

  private static void check(String weights, double mean, double std, double low, double high) {
    Model model =
        Model.of(Javac.compile("class Net {\n  " + weights + " double[] w;\n}\n"), "p.Net");
    ParameterInfo info = model.parameter("w");
    assertNear(mean, info.mean(), std, info);
    assertNear(std, info.std(), std, info);
    assertNear(low, info.low(), std, info);
    assertNear(high, info.high(), std, info);
  }

  private static void assertNear(double expected, double actual, double scale, Object of) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, actual, of::toString);
    } else {
      assertEquals(expected, actual, 1e-14 * (Math.abs(expected) + scale), of::toString);
    }
  }
}
