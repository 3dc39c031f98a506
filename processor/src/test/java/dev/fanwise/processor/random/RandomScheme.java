package dev.fanwise.processor.random;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;

/** A scheme of a random model, with its formula as the contract's section 2 has it. */
sealed interface RandomScheme {
  /** The annotation as a user would write it. */
  String annotation();

  record Xavier(double gain, Nonlinearity nonlinearity, Distribution distribution)
      implements RandomScheme {
    @Override
    public String annotation() {
      return "@XavierInit(gain = %s, nonlinearity = Nonlinearity.%s, distribution = Distribution.%s)"
          .formatted(gain, nonlinearity, distribution);
    }

    double std(RandomField field) {
      return gain * gainOf(nonlinearity, 0.01) * Math.sqrt(2 / (field.fanIn() + field.fanOut()));
    }
  }

  /**
   * @param a the slope, or NaN for none
   */
  record Kaiming(FanMode mode, double a, Nonlinearity nonlinearity, Distribution distribution)
      implements RandomScheme {
    @Override
    public String annotation() {
      String slope = Double.isNaN(a) ? "" : ", a = " + a;
      return "@KaimingInit(mode = FanMode.%s%s, nonlinearity = Nonlinearity.%s, distribution = Distribution.%s)"
          .formatted(mode, slope, nonlinearity, distribution);
    }

    double std(RandomField field) {
      double fan = mode == FanMode.FAN_IN ? field.fanIn() : field.fanOut();
      return gainOf(nonlinearity, Double.isNaN(a) ? 0 : a) / Math.sqrt(fan);
    }
  }

  record Bias(RandomField of) implements RandomScheme {
    @Override
    public String annotation() {
      // Of any length, whatever outputs the weights have.
      return "@BiasInit(of = \"" + of.name() + "\") @SuppressWarnings(\"Fanwise:BiasLength\")";
    }

    double bound() {
      return 1 / Math.sqrt(of.fanIn());
    }
  }

  record Constant(String annotation, double value) implements RandomScheme {}

  private static double gainOf(Nonlinearity nonlinearity, double a) {
    return switch (nonlinearity) {
      case LINEAR, SIGMOID -> 1;
      case TANH -> 5.0 / 3;
      case RELU -> Math.sqrt(2);
      case LEAKY_RELU -> Math.sqrt(2 / (1 + a * a));
      case SELU -> 0.75;
      case ELU -> 1.2451983007;
      case GELU -> 1.5335304412;
      case SILU -> 1.6765324703;
      case MISH -> 1.4868475813;
      case HARD_SWISH -> 1.7366572128;
      case SOFTPLUS -> 1.0418668355;
    };
  }
}
