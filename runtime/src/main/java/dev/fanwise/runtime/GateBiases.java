package dev.fanwise.runtime;

/**
 * Biases of the gates of a recurrent layer, one block of {@code units} after the other.
 *
 * <p>Tallec and Ollivier, "Can recurrent neural networks warp time?" (ICLR 2018), equation 16.
 */
public final class GateBiases {
  private GateBiases() {}

  /**
   * Fills elements {@code from} to {@code from + count}: the forget gate's are ln(U(1, maxTime −
   * 1)), the input gate's the negative of those, the others 0.
   *
   * @param key the parameter's key; unit j is drawn from its 64-bit element j
   * @param units the number of units, the size of a block
   * @param inputGate the number of the input gate's block
   * @param forgetGate the number of the forget gate's block
   * @param maxTime the longest dependency expected, above 2
   */
  public static void chrono(
      Sink into,
      long from,
      long count,
      long key,
      int units,
      int inputGate,
      int forgetGate,
      double maxTime) {
    UniformDouble times = new UniformDouble(1, maxTime - 1);
    // No unit has a time of 1 or maxTime - 1, nor its logarithm, however coarse the numbers are.
    double least = into.above(0);
    double most = -into.above(-StrictMath.log(maxTime - 1));
    for (long i = 0; i < count; i++) {
      long gate = (from + i) / units;
      double value = 0;
      if (gate == forgetGate || gate == inputGate) {
        double forget = Logarithm.of(times.of(Words.longAt(key, (from + i) % units)));
        forget = Bounds.clamp(forget, least, most);
        value = gate == forgetGate ? forget : -forget;
      }
      into.set(i, value);
    }
  }
}
