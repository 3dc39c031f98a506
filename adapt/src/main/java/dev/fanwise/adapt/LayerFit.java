package dev.fanwise.adapt;

/** What a fit did to one layer. */
public final class LayerFit {
  private final String parameter;
  private final String bias;
  private final double meanBefore;
  private final double stdBefore;
  private final double meanAfter;
  private final double stdAfter;
  private final int iterations;
  private final double[] factors;

  LayerFit(Layer layer) {
    this.parameter = layer.name();
    this.bias = layer.bias == null ? null : layer.bias.name();
    this.meanBefore = layer.meanBefore;
    this.stdBefore = layer.stdBefore;
    this.meanAfter = layer.meanAfter;
    this.stdAfter = layer.stdAfter;
    this.iterations = layer.iterations;
    this.factors = layer.factors.clone();
  }

  /** The path of the layer's weights. */
  public String parameter() {
    return parameter;
  }

  /** The path of the bias that was fitted too, or null. */
  public String bias() {
    return bias;
  }

  /** The mean of the layer's outputs in the network as it came. */
  public double meanBefore() {
    return meanBefore;
  }

  /** The standard deviation of all the layer's outputs in the network as it came. */
  public double stdBefore() {
    return stdBefore;
  }

  /** The mean of the layer's outputs in the network as it is now. */
  public double meanAfter() {
    return meanAfter;
  }

  /** The standard deviation of all the layer's outputs in the network as it is now. */
  public double stdAfter() {
    return stdAfter;
  }

  /** How often the weights were scaled: 0 if nothing was to be done. */
  public int iterations() {
    return iterations;
  }

  /**
   * What the weights were multiplied by; where each unit has a factor of its own, their geometric
   * mean.
   */
  public double factor() {
    if (factors.length == 1) {
      return factors[0];
    }
    double logarithms = 0;
    for (double factor : factors) {
      logarithms += StrictMath.log(factor);
    }
    return StrictMath.exp(logarithms / factors.length);
  }

  /** The factor of each unit, or the one of all; a copy. */
  public double[] factors() {
    return factors.clone();
  }

  @Override
  public String toString() {
    return parameter
        + ": std "
        + Numbers.text(stdBefore)
        + " -> "
        + Numbers.text(stdAfter)
        + ", factor "
        + Numbers.text(factor())
        + ", iterations "
        + iterations;
  }
}
