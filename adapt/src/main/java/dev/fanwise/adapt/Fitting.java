package dev.fanwise.adapt;

import java.util.List;

/**
 * The way that both fits go: layer by layer in the order of the forward pass, each as often as it
 * needs. A pass that shows that a layer fits shows the next one too, so a network of L layers of
 * which each needs one correction takes L + 1 passes.
 */
abstract class Fitting {
  final double tolerance;
  final int maxIterations;

  Fitting(double tolerance, int maxIterations) {
    this.tolerance = tolerance;
    this.maxIterations = maxIterations;
  }

  /** Whether a layer's outputs are as they should be; never of numbers that are not finite. */
  abstract boolean fits(Layer layer);

  /** Works out what the weights are multiplied by, from the layer's moments. */
  abstract void correct(Layer layer);

  /** What its outputs are, for a message: {@code its variance is 1.4}. */
  abstract String state(Layer layer);

  /** What may follow when every layer fits. */
  void finish(Pass pass, ForwardPass forward) {}

  /** Fits a network, or leaves it as it was. */
  final FitReport fit(Network network, ForwardPass forward) {
    Pass pass = new Pass(network, this::fits);
    boolean fitted = false;
    try {
      pass.runAll(forward);
      for (Layer layer : pass.order()) {
        layer.before();
      }
      fitInOrder(pass, forward);
      finish(pass, forward);
      for (Layer layer : pass.order()) {
        layer.after();
      }
      fitted = true;
      return new FitReport(pass.order(), pass.passes());
    } finally {
      if (!fitted) {
        network.restore();
      }
    }
  }

  private void fitInOrder(Pass pass, ForwardPass forward) {
    List<Layer> order = pass.order();
    int current = 0;
    while (current < order.size()) {
      while (current <= pass.lastMeasured() && fits(order.get(current))) {
        current++;
      }
      if (current <= pass.lastMeasured()) {
        adjust(order.get(current));
      }
      // The pass that looks at the last layer looks at all, for the report and for what follows.
      if (current < order.size() - 1) {
        pass.runFrom(forward, current);
      } else if (current < order.size() || !pass.isComplete()) {
        pass.runAll(forward);
      }
    }
    for (Layer layer : order) {
      if (!fits(layer)) {
        throw new IllegalStateException(
            layer.name()
                + " was fitted, but when all layers were, "
                + state(layer)
                + ": the forward pass does not give the same numbers each time, or its weights are"
                + " those of another layer, too");
      }
    }
  }

  private void adjust(Layer layer) {
    Moments moments = layer.moments;
    for (int g = 0; g < moments.groups(); g++) {
      String which = moments.groups() == 1 ? layer.name() : "unit " + g + " of " + layer.name();
      double mean = moments.mean(g);
      double variance = moments.variance(g);
      if (!isFinite(mean) || !isFinite(variance)) {
        throw new IllegalStateException(
            "The output of "
                + which
                + " is not finite: mean "
                + Numbers.text(mean)
                + ", variance "
                + Numbers.text(variance)
                + " over "
                + moments.count()
                + " numbers. Look for NaN or overflow in the batch and the weights.");
      }
      if (variance == 0) {
        throw new IllegalStateException(
            "The output of "
                + which
                + " is constant: all of "
                + moments.count() / moments.groups()
                + " numbers are "
                + Numbers.text(mean)
                + ", and no factor makes their variance 1. Look for weights of zeros, a dead"
                + " activation before it, or a batch of one example.");
      }
    }
    if (layer.iterations == maxIterations) {
      throw new IllegalStateException(
          layer.name()
              + " has not converged: after "
              + layer.iterations
              + (layer.iterations == 1 ? " iteration " : " iterations ")
              + state(layer)
              + ", tolerance "
              + Numbers.text(tolerance)
              + ". A bias that differs from unit to unit adds variance that no factor of the"
              + " weights takes away; draw it as zeros, or allow more with maxIterations("
              + 2 * maxIterations
              + ").");
    }
    correct(layer);
    layer.iterations++;
    layer.apply();
  }

  private static boolean isFinite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }

  static double checkedTolerance(double tolerance) {
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException(
          "The tolerance is " + tolerance + ", but must be greater than 0 and less than 1");
    }
    return tolerance;
  }

  static int checkedIterations(int maxIterations) {
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "maxIterations is " + maxIterations + ", but must be at least 1");
    }
    return maxIterations;
  }
}
