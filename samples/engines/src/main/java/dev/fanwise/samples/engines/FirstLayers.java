package dev.fanwise.samples.engines;

import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;
import java.util.Map;

/** The first convolution of {@link SeparableNet} and its first pair, as a Fanwise model. */
final class FirstLayers {
  /** What DJL calls them. */
  static final Map<String, String> NAMES =
      Map.of(
          "stem", "01Conv2d_weight",
          "stemBias", "01Conv2d_bias",
          "depthwise", "03Conv2d_weight",
          "depthwiseBias", "03Conv2d_bias",
          "pointwise", "04Conv2d_weight",
          "pointwiseBias", "04Conv2d_bias");

  @Shape({32, 1, 3, 3})
  @KaimingInit
  float[] stem;

  @Shape(32)
  @ZerosInit
  float[] stemBias;

  @Shape(
      value = {32, 1, 3, 3},
      groups = 32)
  @KaimingInit
  float[] depthwise;

  @Shape(32)
  @ZerosInit
  float[] depthwiseBias;

  @Shape({32, 32, 1, 1})
  @KaimingInit
  float[] pointwise;

  @Shape(32)
  @ZerosInit
  float[] pointwiseBias;
}
