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
 *
 * <p>Above each stands how one writes it. What people read of a weight, in the Javadoc of generated
 * code, on a card and in the documentation, is made from that text; a test works it out and
 * compares the result with the method's.
 */
public final class Formulas {
  private static final double ROOT_OF_THREE = Math.sqrt(3);

  private Formulas() {}

  /** The formula of {@link #xavier}. */
  public static final String XAVIER = "gain * sqrt(2 / (fan_in + fan_out))";

  /**
   * std = {@value #XAVIER}; Glorot and Bengio (AISTATS 2010), equations 12 and 16.
   *
   * @param gain the scheme's gain times that of the activation function
   */
  public static double xavier(double gain, Fans fans) {
    return gain * Math.sqrt(2 / (fans.fanIn() + fans.fanOut()));
  }

  /** The formula of {@link #kaiming}; fan is {@link #description(FanMode)}. */
  public static final String KAIMING = "gain / sqrt(fan)";

  /**
   * std = {@value #KAIMING}; He et al. (ICCV 2015), equations 10, 14 and 15.
   *
   * @param gain that of the activation function
   * @param mode which fan
   */
  public static double kaiming(double gain, FanMode mode, Fans fans) {
    return gain / Math.sqrt(fan(mode, fans));
  }

  /** The formula of {@link #lecun}. */
  public static final String LECUN = "sqrt(1 / fan_in)";

  /** std = {@value #LECUN}; LeCun et al., "Efficient BackProp" (1998), equation 16. */
  public static double lecun(Fans fans) {
    return Math.sqrt(1 / fans.fanIn());
  }

  /** The formula of {@link #varianceScaling}; n is {@link #description(FanMode)}. */
  public static final String VARIANCE_SCALING = "sqrt(scale / n)";

  /** std = {@value #VARIANCE_SCALING}, as in JAX and Keras; n is {@link #fan}. */
  public static double varianceScaling(double scale, FanMode mode, Fans fans) {
    return Math.sqrt(scale / fan(mode, fans));
  }

  /** n: one of the fans, their mean, or the root of their product. */
  public static double fan(FanMode mode, Fans fans) {
    return fan(mode, fans.fanIn(), fans.fanOut());
  }

  /** As the other, of fans that were counted already. */
  public static double fan(FanMode mode, double fanIn, double fanOut) {
    switch (mode) {
      case FAN_IN:
        return fanIn;
      case FAN_OUT:
        return fanOut;
      case FAN_AVG:
        return (fanIn + fanOut) / 2;
      case FAN_GEO_AVG:
        return Math.sqrt(fanIn * fanOut);
    }
    throw new IllegalArgumentException("unknown mode " + mode);
  }

  /** How one writes {@link #fan}. */
  public static String description(FanMode mode) {
    switch (mode) {
      case FAN_IN:
        return "fan_in";
      case FAN_OUT:
        return "fan_out";
      case FAN_AVG:
        return "(fan_in + fan_out) / 2";
      case FAN_GEO_AVG:
        return "sqrt(fan_in * fan_out)";
    }
    throw new IllegalArgumentException("unknown mode " + mode);
  }

  /** The formula of {@link #bias}. */
  public static final String BIAS = "factor / sqrt(fan_in)";

  /**
   * bound = {@value #BIAS} of a layer's weights: with 1 the biases of PyTorch's {@code Linear} and
   * {@code Conv2d}.
   */
  public static double bias(double factor, Fans weights) {
    return factor / Math.sqrt(weights.fanIn());
  }

  /** The formula of {@link #lenet}. */
  public static final String LENET = "factor / fan_in";

  /** bound = {@value #LENET}; LeCun et al., "Gradient-based learning" (1998), appendix A: 2.4. */
  public static double lenet(double factor, Fans weights) {
    return factor / weights.fanIn();
  }

  /** The formula of {@link #siren}. */
  public static final String SIREN = "sqrt(6 / fan_in) / omega0";

  /** bound = {@value #SIREN} of all layers but the first; Sitzmann et al. (NeurIPS 2020), 3.2. */
  public static double siren(double omega0, Fans fans) {
    return Math.sqrt(6 / fans.fanIn()) / omega0;
  }

  /** The formula of {@link #firstSiren}. */
  public static final String FIRST_SIREN = "1 / fan_in";

  /** bound = {@value #FIRST_SIREN} of the first layer; ibidem. */
  public static double firstSiren(Fans fans) {
    return 1 / fans.fanIn();
  }

  /** The formula of {@link #nguyenWidrow(Fans)}. */
  public static final String NGUYEN_WIDROW = "0.7 * fan_out^(1 / fan_in)";

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

  /**
   * How one writes {@link #residual}, with {@code layers}, and {@code m} for {@code branchLayers}.
   */
  public static String description(ResidualRule rule) {
    switch (rule) {
      case GPT2:
        return "1 / sqrt(2 * layers)";
      case DEEPNORM:
        return "(8 * layers)^(-1/4)";
      case DEEPNORM_DECODER:
        return "(12 * layers)^(-1/4)";
      case SUB_LN:
        return "sqrt(ln(2 * layers))";
      case DEPTH_SCALED:
        return "1 / sqrt(layers)";
      case NEOX:
        return "2 / layers";
      case T_FIXUP:
        return "0.67 * layers^(-1/4)";
      case T_FIXUP_DECODER:
        return "(9 * layers)^(-1/4)";
      case FIXUP:
        return "layers^(-1/(2 * m - 2))";
    }
    throw new IllegalArgumentException("unknown rule " + rule);
  }

  private static double fourthRoot(double x) {
    return Math.sqrt(Math.sqrt(x));
  }

  /** The formula of {@link #bound}. */
  public static final String BOUND = "sqrt(3) * std";

  /** The bound of a uniform law about 0: {@value #BOUND}, grouped as PyTorch has it. */
  public static double bound(double std) {
    return ROOT_OF_THREE * std;
  }

  /** The formula of {@link #stdOfBound}. */
  public static final String STD_OF_BOUND = "bound / sqrt(3)";

  /** The standard deviation of a uniform law on ±bound: {@value #STD_OF_BOUND}. */
  public static double stdOfBound(double bound) {
    return bound / ROOT_OF_THREE;
  }

  /** The standard deviation of a uniform law between two bounds, which may be far apart. */
  public static double stdOfBounds(double low, double high) {
    return stdOfBound(high / 2 - low / 2);
  }

  /** The formula of {@link #sigma(double)}. */
  public static final String SIGMA = "std / 0.8796256610342398";

  /** The standard deviation before a cut at two of its own that leaves {@code std}. */
  public static double sigma(double std) {
    return std / Truncation.STD_AT_TWO;
  }

  /**
   * The standard deviation before a cut that leaves {@code std}.
   *
   * @param lower the lower bound in standard deviations before the cut
   * @param upper the upper bound, likewise
   */
  public static double sigma(double std, double lower, double upper) {
    return std / Truncation.std(lower, upper);
  }
}
