package dev.fanwise.runtime;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;

/**
 * The catalogue for shapes that are known at run time: every annotation's scheme, with the same
 * members, defaults, numbers and bits. Each method refuses what the annotation refuses, with an
 * {@code IllegalArgumentException}.
 *
 * <p>The formulas are those of {@link Formulas}; the papers are named there and with the
 * annotations.
 */
public final class Schemes {
  private Schemes() {}

  /** {@code @XavierInit}. */
  public static Scheme xavier() {
    return xavier(1, Nonlinearity.LINEAR, Distribution.UNIFORM);
  }

  /** {@code @XavierInit(gain, nonlinearity, distribution)}. */
  public static Scheme xavier(double gain, Nonlinearity nonlinearity, Distribution distribution) {
    MemberChecks.positive("gain", gain);
    double g = gain * Gains.of(nonlinearity, Gains.DEFAULT_SLOPE);
    return Form.spread("XavierInit", distribution, tensor -> Formulas.xavier(g, tensor.fans()));
  }

  /** {@code @KaimingInit}. */
  public static Scheme kaiming() {
    return kaiming(FanMode.FAN_IN, 0, Distribution.NORMAL);
  }

  /** {@code @KaimingInit(mode, nonlinearity)}; the slope of LEAKY_RELU is the annotation's, 0. */
  public static Scheme kaiming(FanMode mode, Nonlinearity nonlinearity) {
    return kaiming(mode, nonlinearity, Distribution.NORMAL);
  }

  /** {@code @KaimingInit(mode, nonlinearity, distribution)}. */
  public static Scheme kaiming(FanMode mode, Nonlinearity nonlinearity, Distribution distribution) {
    return kaimingOfGain(mode, Gains.of(nonlinearity, 0), distribution);
  }

  /**
   * {@code @KaimingInit(mode, a, distribution)}.
   *
   * @param a the negative slope of the leaky rectifier
   */
  public static Scheme kaiming(FanMode mode, double a, Distribution distribution) {
    MemberChecks.finite("a", a);
    return kaimingOfGain(mode, Gains.of(Nonlinearity.LEAKY_RELU, a), distribution);
  }

  private static Scheme kaimingOfGain(FanMode mode, double gain, Distribution distribution) {
    MemberChecks.require(
        mode == FanMode.FAN_IN || mode == FanMode.FAN_OUT,
        "mode = " + mode + " is not for @KaimingInit, which divides by one of the fans");
    return Form.spread(
        "KaimingInit", distribution, tensor -> Formulas.kaiming(gain, mode, tensor.fans()));
  }

  /** {@code @LecunInit}. */
  public static Scheme lecun() {
    return lecun(Distribution.NORMAL);
  }

  /** {@code @LecunInit(distribution)}. */
  public static Scheme lecun(Distribution distribution) {
    return Form.spread("LecunInit", distribution, tensor -> Formulas.lecun(tensor.fans()));
  }

  /** {@code @VarianceScalingInit}. */
  public static Scheme varianceScaling() {
    return varianceScaling(1, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL);
  }

  /** {@code @VarianceScalingInit(scale, mode, distribution)}. */
  public static Scheme varianceScaling(double scale, FanMode mode, Distribution distribution) {
    MemberChecks.positive("scale", scale);
    return Form.spread(
        "VarianceScalingInit",
        distribution,
        tensor -> Formulas.varianceScaling(scale, mode, tensor.fans()));
  }

  /** {@code @MupInit(baseShape)}. */
  public static Scheme mup(int... baseShape) {
    return mup(baseShape, 1, Distribution.NORMAL);
  }

  /**
   * {@code @MupInit(baseShape, gain, distribution)}.
   *
   * @param baseShape the shape of the same weights in the base model
   */
  public static Scheme mup(int[] baseShape, double gain, Distribution distribution) {
    MemberChecks.positive("gain", gain);
    int[] base = baseShape.clone();
    return Form.spread(
        "MupInit",
        distribution,
        tensor -> MupScale.std(tensor.fans(), tensor.fans().withShape(base), gain));
  }

  /** {@code @SirenInit}: of all layers but the first. */
  public static Scheme siren() {
    return siren(30, false);
  }

  /** {@code @SirenInit(omega0, first)}. */
  public static Scheme siren(double omega0, boolean first) {
    MemberChecks.positive("omega0", omega0);
    return Form.bounded(
        "SirenInit",
        tensor ->
            first ? Formulas.firstSiren(tensor.fans()) : Formulas.siren(omega0, tensor.fans()));
  }

  /** {@code @BiasInit}: the fans given to {@link Scheme#on} are those of the layer's weights. */
  public static Scheme bias() {
    return bias(1);
  }

  /** {@code @BiasInit(factor)}: as the other. */
  public static Scheme bias(double factor) {
    MemberChecks.positive("factor", factor);
    return Form.bounded("BiasInit", tensor -> Formulas.bias(factor, tensor.givenFans()));
  }

  /** {@code @LenetInit}. */
  public static Scheme lenet() {
    return lenet(2.4);
  }

  /** {@code @LenetInit(factor)}. */
  public static Scheme lenet(double factor) {
    MemberChecks.positive("factor", factor);
    return Form.bounded("LenetInit", tensor -> Formulas.lenet(factor, tensor.fans()));
  }

  /**
   * {@code @LenetInit(factor, of)}: the fans given to {@link Scheme#on} are those of the weights.
   */
  public static Scheme lenetBias(double factor) {
    MemberChecks.positive("factor", factor);
    return Form.bounded("LenetInit", tensor -> Formulas.lenet(factor, tensor.givenFans()));
  }

  /** {@code @UniformInit}: U(0, 1). */
  public static Scheme uniform() {
    return uniform(0, 1);
  }

  /** {@code @UniformInit(low, high)}. */
  public static Scheme uniform(double low, double high) {
    MemberChecks.finite("low", low);
    MemberChecks.finite("high", high);
    MemberChecks.require(low < high, "low = " + low + " is not below high = " + high);
    return Form.fixed("UniformInit", Draws.uniform(low, high));
  }

  /** {@code @NormalInit}: N(0, 1). */
  public static Scheme normal() {
    return normal(0, 1);
  }

  /** {@code @NormalInit(mean, std)}. */
  public static Scheme normal(double mean, double std) {
    MemberChecks.finite("mean", mean);
    MemberChecks.finite("std", std);
    MemberChecks.require(std >= 0, "std = " + std + " is not a finite number of at least 0");
    return Form.fixed("NormalInit", Draws.normal(mean, std));
  }

  /** {@code @TruncatedNormalInit}: N(0, 1) cut at ±2. */
  public static Scheme truncatedNormal() {
    return truncatedNormal(0, 1, -2, 2, false);
  }

  /**
   * {@code @TruncatedNormalInit(mean, std, lower, upper, correctStd)}.
   *
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   * @param correctStd whether {@code std} is that of the elements, after the cut
   */
  public static Scheme truncatedNormal(
      double mean, double std, double lower, double upper, boolean correctStd) {
    MemberChecks.finite("mean", mean);
    MemberChecks.positive("std", std);
    MemberChecks.require(lower < upper, "lower = " + lower + " is not below upper = " + upper);
    MemberChecks.require(
        Truncation.mass(lower, upper) > TruncatedQuantile.LEAST_MASS,
        "lower = " + lower + " and upper = " + upper + " keep less than 1e-10 of a normal");
    double sigma = correctStd ? Formulas.sigma(std, lower, upper) : std;
    return Form.fixed("TruncatedNormalInit", Draws.truncatedNormal(mean, sigma, lower, upper));
  }

  /** {@code @ZerosInit}. */
  public static Scheme zeros() {
    return Form.fixed("ZerosInit", Draws.constant(0));
  }

  /** {@code @OnesInit}. */
  public static Scheme ones() {
    return Form.fixed("OnesInit", Draws.constant(1));
  }

  /** {@code @ConstantInit(value)}. */
  public static Scheme constant(double value) {
    MemberChecks.finite("value", value);
    return Form.fixed("ConstantInit", Draws.constant(value));
  }

  /** {@code @IdentityInit(gain)}. */
  public static Scheme identity(double gain) {
    MemberChecks.finite("gain", gain);
    return Form.placed("IdentityInit", tensor -> TapPattern.identity(tensor.channels(2, 2), gain));
  }

  /** {@code @DiracInit(gain)}. */
  public static Scheme dirac(double gain) {
    MemberChecks.finite("gain", gain);
    return Form.placed("DiracInit", tensor -> TapPattern.identity(tensor.channels(3, 5), gain));
  }

  /** {@code @ZerOInit}. */
  public static Scheme zerO() {
    return Form.placed(
        "ZerOInit", tensor -> HadamardPattern.zero(tensor.channels(2, Integer.MAX_VALUE)));
  }

  /** {@code @OrthogonalInit(gain)}. */
  public static Scheme orthogonal(double gain) {
    MemberChecks.positive("gain", gain);
    return Form.placed(
        "OrthogonalInit",
        tensor -> OrthogonalPattern.of(tensor.channels(2, Integer.MAX_VALUE), gain));
  }

  /** {@code @DeltaOrthogonalInit(gain)}. */
  public static Scheme deltaOrthogonal(double gain) {
    MemberChecks.positive("gain", gain);
    return Form.placed(
        "DeltaOrthogonalInit",
        tensor -> {
          Channels channels = tensor.channels(3, 5);
          if (channels.out < channels.in) {
            throw tensor.refusal(
                channels.out + " outputs cannot keep the norm of " + channels.in + " inputs");
          }
          return DeltaOrthogonalPattern.of(channels, gain);
        });
  }

  /** {@code @SparseInit(sparsity, std)}. */
  public static Scheme sparse(double sparsity, double std) {
    MemberChecks.require(
        sparsity >= 0 && sparsity <= 1, "sparsity = " + sparsity + " is not a fraction");
    MemberChecks.positive("std", std);
    return Form.placed(
        "SparseInit", tensor -> SparsePattern.of(tensor.channels(2, 2), sparsity, std));
  }

  /** {@code @NguyenWidrowInit}: the weights of a hidden layer. */
  public static Scheme nguyenWidrow() {
    return Form.placed("NguyenWidrowInit", tensor -> NguyenWidrowPattern.of(tensor.channels(2, 2)));
  }

  /**
   * {@code @NguyenWidrowInit(of)}: the fans given to {@link Scheme#on} are those of the weights.
   */
  public static Scheme nguyenWidrowBias() {
    return Form.bounded("NguyenWidrowInit", tensor -> Formulas.nguyenWidrow(tensor.givenFans()));
  }

  /** {@code @ForgetGateInit}: 1 for the second of four gates, 0 for the others. */
  public static Scheme forgetGate() {
    return forgetGate(1, 4, 1);
  }

  /** {@code @ForgetGateInit(value, gates, forgetGate)}. */
  public static Scheme forgetGate(double value, int gates, int forgetGate) {
    MemberChecks.finite("value", value);
    MemberChecks.require(gates >= 1, "gates = " + gates + " is less than 1");
    requireGate("forgetGate", forgetGate, gates);
    return Form.placed(
        "ForgetGateInit",
        tensor -> TapPattern.block(tensor.elements(), tensor.block(gates), forgetGate, value));
  }

  /** {@code @ChronoInit(maxTime)}: of four gates, the first two. */
  public static Scheme chrono(double maxTime) {
    return chrono(maxTime, 4, 0, 1);
  }

  /** {@code @ChronoInit(maxTime, gates, inputGate, forgetGate)}. */
  public static Scheme chrono(double maxTime, int gates, int inputGate, int forgetGate) {
    MemberChecks.finite("maxTime", maxTime);
    MemberChecks.require(maxTime > 2, "maxTime = " + maxTime + " is not above 2");
    MemberChecks.require(gates >= 2, "gates = " + gates + " is less than 2");
    requireGate("inputGate", inputGate, gates);
    requireGate("forgetGate", forgetGate, gates);
    MemberChecks.require(
        inputGate != forgetGate, "inputGate and forgetGate are both " + forgetGate);
    return Form.placed(
        "ChronoInit",
        tensor -> ChronoPattern.of(gates, tensor.block(gates), inputGate, forgetGate, maxTime));
  }

  private static void requireGate(String name, int gate, int gates) {
    MemberChecks.require(
        gate >= 0 && gate < gates,
        name + " = " + gate + " is no gate; they are numbered from 0 to " + (gates - 1));
  }
}
