package dev.fanwise.adapt;

import java.util.Arrays;

/** A layer that is fitted: its weights, its bias if that is moved, and how far it is. */
final class Layer {
  final Parameter weights;
  final Units units;

  /** Null if there is none that is fitted. */
  final Parameter bias;

  final Moments moments;

  /** What the weights are multiplied by: a factor for each unit, or one for all. */
  final double[] factors;

  /** What the bias is multiplied by, and what is added after that; of each unit. */
  final double[] biasFactors;

  final double[] biasShifts;

  int iterations;
  double meanBefore;
  double stdBefore;
  double meanAfter;
  double stdAfter;

  /** How many outputs the first pass showed. */
  long count;

  Layer(Parameter weights, Parameter bias, boolean perUnit) {
    this.weights = weights;
    this.units = Units.of(weights.info());
    this.bias = bias;
    int groups = perUnit ? units.count() : 1;
    this.moments = new Moments(groups);
    this.factors = ones(groups);
    this.biasFactors = ones(groups);
    this.biasShifts = new double[groups];
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  String name() {
    return weights.name();
  }

  /** Writes the weights and the bias as the factors and shifts say. */
  void apply() {
    weights.scale(factors, units);
    if (bias != null) {
      bias.scaleAndShift(biasFactors, biasShifts);
    }
  }

  void before() {
    meanBefore = moments.mean();
    stdBefore = Math.sqrt(moments.variance());
  }

  void after() {
    meanAfter = moments.mean();
    stdAfter = Math.sqrt(moments.variance());
  }
}
