package dev.fanwise.engines;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;

/**
 * What {@code reset_parameters} of PyTorch 2.13's modules does: {@code Linear}, {@code _ConvNd},
 * {@code Embedding}, {@code RNNBase}, {@code MultiheadAttention}, {@code PReLU} and the norms.
 */
final class TorchDefaults {
  /** kaiming_uniform_(a=√5), which is U(±1/√fan_in). */
  private static final Scheme DENSE =
      Schemes.kaiming(FanMode.FAN_IN, Math.sqrt(5), Distribution.UNIFORM);

  private static final Scheme SLOPE = Schemes.constant(0.25);

  private TorchDefaults() {}

  /**
   * The scheme of a parameter, or null if it is to be kept.
   *
   * @throws IllegalArgumentException if there is no default for it
   */
  static Scheme scheme(EngineParameter parameter) {
    if (parameter.isFrozen()) {
      return null;
    }
    switch (parameter.kind()) {
      case WEIGHT:
      case RECURRENT_WEIGHT:
        return weight(parameter);
      case BIAS:
        return bias(parameter);
      case SCALE:
        return Schemes.ones();
      case SHIFT:
        return Schemes.zeros();
      case SLOPE:
        return SLOPE;
      default:
        throw none(parameter);
    }
  }

  private static Scheme weight(EngineParameter parameter) {
    switch (parameter.layer()) {
      case DENSE:
      case CONVOLUTION:
      case TRANSPOSED_CONVOLUTION:
      case ATTENTION_OUTPUT:
        return DENSE;
      case ATTENTION:
        return Schemes.xavier();
      case EMBEDDING:
        return Schemes.normal();
      case RECURRENT:
        return recurrent(parameter);
      default:
        throw none(parameter);
    }
  }

  private static Scheme bias(EngineParameter parameter) {
    switch (parameter.layer()) {
      case DENSE:
      case CONVOLUTION:
      case TRANSPOSED_CONVOLUTION:
        return Schemes.bias();
      case ATTENTION:
      case ATTENTION_OUTPUT:
      case EMBEDDING: // of a table that is the last layer, too: 0 in Hugging Face's BERT
        return Schemes.zeros();
      case RECURRENT:
        return recurrent(parameter);
      default:
        throw none(parameter);
    }
  }

  /** Within ±1/√units: each gate's matrix has as many outputs as the layer has units. */
  private static Scheme recurrent(EngineParameter parameter) {
    if (parameter.geometry() == null) {
      throw none(parameter);
    }
    double bound = 1 / Math.sqrt(parameter.geometry().fans().fanOut());
    return Schemes.uniform(-bound, bound);
  }

  private static IllegalArgumentException none(EngineParameter parameter) {
    String reason =
        parameter.unreadable() == null
            ? "it is not known what such a layer does with it"
            : parameter.unreadable();
    return new IllegalArgumentException(reason);
  }
}
