package dev.fanwise.card.live;

import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.card.model.Intent;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Gains;
import dev.fanwise.runtime.ParameterInfo;

/**
 * What a layer's standard deviation is for, from what its description says: its scheme and fans are
 * there, and of the members that its author wrote the standard deviation that came of them.
 */
final class IntentOf {
  /** Numbers that come of one formula are as near as this, whatever was rounded between. */
  private static final double SAME = 1e-5;

  private final ParameterInfo info;
  private final double in;
  private final double out;

  private IntentOf(ParameterInfo info) {
    this.info = info;
    this.in = info.fanIn();
    this.out = info.fanOut();
  }

  /** Null where there are no fans. */
  static Intent of(ParameterInfo info) {
    return info.fanIn() > 0 && info.fanOut() > 0 ? new IntentOf(info).intent() : null;
  }

  private Intent intent() {
    return switch (info.scheme()) {
      case "XavierInit" -> counted(Formulas.fan(FanMode.FAN_AVG, in, out));
      case "LecunInit" ->
          new Intent(Nonlinearity.LINEAR, 0, Intent.Basis.COUNTED, in, info.factor());
      case "KaimingInit" -> counted(kaimingFan());
      case "VarianceScalingInit" -> varianceScaling();
      case "OrthogonalInit" -> unnamed(Intent.Basis.COUNTED, longerSide());
      case "NormalInit", "UniformInit", "TruncatedNormalInit" -> unnamed(Intent.Basis.WRITTEN, in);
      case "MupInit",
          "SirenInit",
          "BiasInit",
          "LenetInit",
          "NguyenWidrowInit",
          "DeltaOrthogonalInit",
          "DiracInit",
          "IdentityInit",
          "ZerOInit",
          "SparseInit" ->
          unnamed(Intent.Basis.OWN, in);
      default -> unnamed(Intent.Basis.GUESSED, in);
    };
  }

  private Intent unnamed(Intent.Basis basis, double n) {
    return new Intent(null, 0, basis, n, info.factor());
  }

  private double gain(double n) {
    return info.std() / info.factor() * Math.sqrt(n);
  }

  /** One that makes a gain of ReLU's, for which the scheme is, or else another activation's. */
  private double kaimingFan() {
    double relu = Gains.of(Nonlinearity.RELU, 0);
    if (isNear(gain(in), relu) || isNear(gain(out), relu)) {
      return isNear(gain(in), relu) ? in : out;
    }
    return nonlinearity(out) != null && nonlinearity(in) == null ? out : in;
  }

  /** For the activation whose gain it has, if it has one's. */
  private Intent counted(double n) {
    Nonlinearity nonlinearity = nonlinearity(n);
    return nonlinearity == null
        ? unnamed(Intent.Basis.GUESSED, n)
        : new Intent(
            nonlinearity,
            isNear(gain(n), Gains.of(Nonlinearity.LEAKY_RELU, Gains.DEFAULT_SLOPE))
                ? Gains.DEFAULT_SLOPE
                : 0,
            Intent.Basis.COUNTED,
            n,
            info.factor());
  }

  private Nonlinearity nonlinearity(double n) {
    double gain = gain(n);
    if (isNear(gain, Gains.of(Nonlinearity.LEAKY_RELU, Gains.DEFAULT_SLOPE))) {
      return Nonlinearity.LEAKY_RELU;
    }
    for (Nonlinearity one : Nonlinearity.values()) {
      if (one != Nonlinearity.SIGMOID && isNear(gain, Gains.of(one, 0))) {
        return one;
      }
    }
    return null;
  }

  private Intent varianceScaling() {
    for (FanMode mode : FanMode.values()) {
      double n = Formulas.fan(mode, in, out);
      double scale = gain(n) * gain(n);
      if (isNear(scale, 1) || isNear(scale, 2)) {
        return unnamed(Intent.Basis.COUNTED, n);
      }
    }
    return unnamed(Intent.Basis.GUESSED, in);
  }

  /** Of the matrix over the outputs; it may be of several in one. */
  private double longerSide() {
    int[] shape = info.shape();
    double outputs = info.layout() == Layout.OI ? shape[0] : shape[shape.length - 1];
    return Math.max(outputs, info.elements() / outputs);
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one / other - 1) < SAME;
  }
}
