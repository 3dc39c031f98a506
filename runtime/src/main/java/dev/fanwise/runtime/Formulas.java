package dev.fanwise.runtime;

import dev.fanwise.FanMode;
import dev.fanwise.ResidualRule;

/**
 * The formulas of the catalogue, each once: from fans and an annotation's members to the standard
 * deviation or the bound that elements shall have. The processor folds constants with these
 * methods, generated code calls them where dimensions are known at run time only, and so does
 * {@link Schemes}.
 *
 * <p>All are computed in double, in the order of operations that they are written in, so that every
 * caller has the same bits; {@code Math.sqrt} and + − × ÷ are exactly defined.
 */
public final class Formulas {
  private static final double ROOT_OF_THREE = Math.sqrt(3);

  private Formulas() {}

  /**
   * std = gain · √(2 / (fan_in + fan_out)); Glorot and Bengio (AISTATS 2010), equations 12 and 16.
   *
   * @param gain the scheme's gain times that of the activation function
   */
  public static double xavier(double gain, Fans fans) {
    return gain * Math.sqrt(2 / (fans.fanIn() + fans.fanOut()));
  }

  /**
   * std = gain / √fan; He et al. (ICCV 2015), equations 10, 14 and 15.
   *
   * @param gain that of the activation function
   * @param mode which fan
   */
  public static double kaiming(double gain, FanMode mode, Fans fans) {
    return gain / Math.sqrt(fan(mode, fans));
  }

  /** std = √(1 / fan_in); LeCun et al., "Efficient BackProp" (1998), equation 16. */
  public static double lecun(Fans fans) {
    return Math.sqrt(1 / fans.fanIn());
  }

  /** std = √(scale / n), as in JAX and Keras; n is {@link #fan}. */
  public static double varianceScaling(double scale, FanMode mode, Fans fans) {
    return Math.sqrt(scale / fan(mode, fans));
  }

  /** n: one of the fans, their mean, or the root of their product. */
  public static double fan(FanMode mode, Fans fans) {
    switch (mode) {
      case FAN_IN:
        return fans.fanIn();
      case FAN_OUT:
        return fans.fanOut();
      case FAN_AVG:
        return (fans.fanIn() + fans.fanOut()) / 2;
      case FAN_GEO_AVG:
        return Math.sqrt(fans.fanIn() * fans.fanOut());
    }
    throw new IllegalArgumentException("unknown mode " + mode);
  }

  /**
   * bound = factor / √fan_in of a layer's weights: with 1 the biases of PyTorch's {@code Linear}
   * and {@code Conv2d}.
   */
  public static double bias(double factor, Fans weights) {
    return factor / Math.sqrt(weights.fanIn());
  }

  /** bound = factor / fan_in; LeCun et al., "Gradient-based learning" (1998), appendix A: 2.4. */
  public static double lenet(double factor, Fans weights) {
    return factor / weights.fanIn();
  }

  /**
   * bound = √(6 / fan_in) / ω₀ of all layers but the first; Sitzmann et al. (NeurIPS 2020), 3.2.
   */
  public static double siren(double omega0, Fans fans) {
    return Math.sqrt(6 / fans.fanIn()) / omega0;
  }

  /** bound = 1 / fan_in of the first layer; ibidem. */
  public static double firstSiren(Fans fans) {
    return 1 / fans.fanIn();
  }

  /**
   * β = 0.7 · H^(1/N), the length of the weights of each of H hidden units of N inputs; Nguyen and
   * Widrow (IJCNN 1990), for several inputs.
   */
  public static double nguyenWidrow(double inputs, double hidden) {
    return 0.7 * StrictMath.pow(hidden, 1 / inputs);
  }

  /** As the other, of the layer that weights belong to. */
  public static double nguyenWidrow(Fans weights) {
    return nguyenWidrow(weights.fanIn(), weights.fanOut());
  }

  /**
   * The factor on the standard deviation of a residual branch's weights; see {@link ResidualRule}
   * for the papers.
   *
   * @param layers the number of layers, or of branches for FIXUP; at least 1
   * @param branchLayers FIXUP only: the number of weight layers in a branch, at least 2
   */
  public static double residual(ResidualRule rule, int layers, int branchLayers) {
    switch (rule) {
      case GPT2:
        return 1 / Math.sqrt(2.0 * layers);
      case DEEPNORM:
        return 1 / fourthRoot(8.0 * layers);
      case DEEPNORM_DECODER:
        return 1 / fourthRoot(12.0 * layers);
      case SUB_LN:
        return Math.sqrt(StrictMath.log(2.0 * layers));
      case DEPTH_SCALED:
        return 1 / Math.sqrt(layers);
      case NEOX:
        return 2.0 / layers;
      case T_FIXUP:
        return 0.67 / fourthRoot(layers);
      case T_FIXUP_DECODER:
        return 1 / fourthRoot(9.0 * layers);
      case FIXUP:
        return StrictMath.pow(layers, -1.0 / (2L * branchLayers - 2));
    }
    throw new IllegalArgumentException("unknown rule " + rule);
  }

  private static double fourthRoot(double x) {
    return Math.sqrt(Math.sqrt(x));
  }

  /** The bound of a uniform law about 0: √3 · std, grouped as PyTorch has it. */
  public static double bound(double std) {
    return ROOT_OF_THREE * std;
  }

  /** The standard deviation of a uniform law on ±bound. */
  public static double stdOfBound(double bound) {
    return bound / ROOT_OF_THREE;
  }

  /** The standard deviation before a cut at two of its own that leaves {@code std}. */
  public static double sigma(double std) {
    return std / Truncation.STD_AT_TWO;
  }
}
