package dev.fanwise.adapt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The balance between layers: Krähenbühl et al. (2016), section 3.2, in the form of the authors'
 * program, which scales the biases along rather than undo a scaling in the layer above.
 */
final class Balance implements Gradients {
  private final List<Layer> order;
  private final double tolerance;
  private final int maxIterations;
  private final Map<String, double[]> squares = new LinkedHashMap<>();
  private RuntimeException refusal;

  Balance(List<Layer> order, double tolerance, int maxIterations) {
    this.order = order;
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
  }

  void run(BackwardPass backward) {
    for (int iteration = 0; ; iteration++) {
      double[] ratios = ratios(backward);
      double common = geometricMean(ratios);
      int worst = farthest(ratios, common);
      if (Math.abs(ratios[worst] / common - 1) < tolerance) {
        return;
      }
      if (iteration == maxIterations) {
        throw new IllegalStateException(
            "The layers are not balanced: after "
                + iteration
                + (iteration == 1 ? " iteration " : " iterations ")
                + order.get(worst).name()
                + " changes at "
                + Numbers.text(ratios[worst] / common)
                + " times the common rate, tolerance "
                + Numbers.text(tolerance)
                + ". Only a chain of layers with homogeneous activations, such as the ReLU, can be"
                + " balanced exactly.");
      }
      correct(ratios, common);
    }
  }

  private double[] ratios(BackwardPass backward) {
    squares.clear();
    for (Layer layer : order) {
      squares.put(layer.name(), new double[2]);
    }
    refusal = null;
    backward.run(this);
    if (refusal != null) {
      throw refusal; // which the pass itself has caught
    }
    double[] ratios = new double[order.size()];
    for (int l = 0; l < ratios.length; l++) {
      Layer layer = order.get(l);
      double[] sum = squares.get(layer.name());
      if (sum[1] == 0) {
        throw new IllegalStateException(
            "The backward pass showed no gradient of "
                + layer.name()
                + ": call gradients.weights(\""
                + layer.name()
                + "\", ...)");
      }
      ratios[l] = Math.sqrt(sum[0] / sum[1] / layer.weights.meanSquare());
      if (!(ratios[l] > 0 && ratios[l] <= Double.MAX_VALUE)) {
        throw new IllegalStateException(
            "The gradient of "
                + layer.name()
                + " has mean square "
                + Numbers.text(sum[0] / sum[1])
                + ", by which layers cannot be balanced");
      }
    }
    return ratios;
  }

  private void correct(double[] ratios, double common) {
    double product = 1;
    for (int l = 0; l < ratios.length; l++) {
      Layer layer = order.get(l);
      double scale = Math.sqrt(ratios[l] / common);
      product *= scale;
      for (int u = 0; u < layer.factors.length; u++) {
        layer.factors[u] *= scale;
        layer.biasFactors[u] *= product;
        layer.biasShifts[u] *= product;
      }
      layer.apply();
    }
  }

  private static double geometricMean(double[] values) {
    double logarithms = 0;
    for (double value : values) {
      logarithms += StrictMath.log(value);
    }
    return StrictMath.exp(logarithms / values.length);
  }

  private static int farthest(double[] ratios, double common) {
    int farthest = 0;
    for (int l = 1; l < ratios.length; l++) {
      if (Math.abs(ratios[l] / common - 1) > Math.abs(ratios[farthest] / common - 1)) {
        farthest = l;
      }
    }
    return farthest;
  }

  @Override
  public void weights(String parameter, float[] gradient, int offset, int count) {
    double[] sum = begin(parameter, gradient.length, offset, count);
    double squares = 0;
    for (int i = offset; i < offset + count; i++) {
      squares += (double) gradient[i] * gradient[i];
    }
    sum[0] += squares;
    sum[1] += count;
  }

  @Override
  public void weights(String parameter, double[] gradient, int offset, int count) {
    double[] sum = begin(parameter, gradient.length, offset, count);
    double squares = 0;
    for (int i = offset; i < offset + count; i++) {
      squares += gradient[i] * gradient[i];
    }
    sum[0] += squares;
    sum[1] += count;
  }

  /** Checks a call; returns the sum of squares and the count that it adds to. */
  private double[] begin(String name, int length, int offset, int count) {
    double[] sum = squares.get(name);
    String wrong = null;
    if (sum == null) {
      wrong =
          "weights(\""
              + name
              + "\") names no layer that is fitted."
              + Names.suggestion(name, squares.keySet());
    } else {
      long elements = elements(name);
      if (offset < 0 || count != elements || count > length - offset) {
        wrong =
            name
                + " has "
                + elements
                + " weights, but its gradient offset "
                + offset
                + " and count "
                + count
                + " in "
                + length
                + " numbers";
      }
    }
    if (wrong != null) {
      refusal = new IllegalStateException(wrong);
      throw refusal;
    }
    return sum;
  }

  private long elements(String name) {
    for (Layer layer : order) {
      if (layer.name().equals(name)) {
        return layer.weights.elements();
      }
    }
    throw new IllegalStateException(name);
  }
}
