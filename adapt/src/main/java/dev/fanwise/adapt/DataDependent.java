package dev.fanwise.adapt;

import dev.fanwise.runtime.ParameterSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Data-dependent initialisation, unit by unit and with biases: Salimans and Kingma, "Weight
 * Normalization" (2016), section 3; Krähenbühl, Doersch, Donahue and Darrell, "Data-dependent
 * Initializations of Convolutional Neural Networks" (ICLR 2016), section 3.1, and with gradients
 * the balance between layers of section 3.2.
 *
 * <p>Layer by layer in the order of the forward pass: with the mean μ and the standard deviation σ
 * of a unit's outputs on a batch, its weights become w / σ and its bias (b − μ) / σ + β, so that
 * its outputs have mean β and variance 1. A layer without a bias is scaled only.
 *
 * <p>The bias of weights {@code hidden} is the parameter {@code hiddenBias} or {@code hidden_bias},
 * of the only weights of a submodule also {@code bias} or {@code b}; {@link #bias} names another.
 * Which weights are fitted, and what is the same on every JVM: as in {@link Lsuv}.
 */
public final class DataDependent {
  private final ParameterSource source;
  private final Set<String> except = new LinkedHashSet<>();
  private final Biases biases = new Biases();
  private double tolerance = 0.02;
  private int maxIterations = 20;
  private double centre;
  private BackwardPass backward;

  private DataDependent(ParameterSource source) {
    this.source = source;
  }

  /**
   * A fit of a model's weights and biases.
   *
   * @param source walks the model: {@code visitor -> NetInitializer.visitParameters(net, visitor)}
   */
  public static DataDependent of(ParameterSource source) {
    return new DataDependent(Objects.requireNonNull(source, "source"));
  }

  /**
   * Sets how far the variance of a unit's output may be from 1, and its mean from β; without this
   * 0.02. With {@link #balance} also how far the ratio of a layer may be from the common one, as a
   * share of it.
   *
   * @throws IllegalArgumentException unless it is between 0 and 1
   */
  public DataDependent tolerance(double tolerance) {
    this.tolerance = Fitting.checkedTolerance(tolerance);
    return this;
  }

  /**
   * Sets how often one layer, or the balance, is corrected at most; without this 20 times.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public DataDependent maxIterations(int maxIterations) {
    this.maxIterations = Fitting.checkedIterations(maxIterations);
    return this;
  }

  /** Leaves weights and their biases as they are; their layers then need not be observed. */
  public DataDependent except(String... parameters) {
    except.addAll(Arrays.asList(parameters));
    return this;
  }

  /** Sets β, the mean that the outputs of units with a bias are to have; without this 0. */
  public DataDependent centre(double centre) {
    if (!(Math.abs(centre) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("The centre is " + centre + ", but must be finite");
    }
    this.centre = centre;
    return this;
  }

  /** Names the bias of some weights: a parameter of one dimension, an element for each unit. */
  public DataDependent bias(String weights, String bias) {
    biases.name(weights, bias);
    return this;
  }

  /** Says that some weights have no bias, whatever stands beside them. */
  public DataDependent withoutBias(String... weights) {
    for (String name : weights) {
      biases.none(name);
    }
    return this;
  }

  /**
   * Balances the layers once every unit has variance 1, so that the weights of all change at the
   * same rate: with C = √(mean gradient² / mean weight²) of a layer and its geometric mean over the
   * layers C̄, the weights are multiplied by r = √(C / C̄) and the biases by the product of r so
   * far, until all C are alike. In a chain of layers with homogeneous activations, such as the
   * ReLU, the network's outputs stay what they were, and one correction is enough.
   *
   * <p>The paper takes the gradients of a random linear function of the outputs, rather than those
   * of the loss, which says little before training.
   */
  public DataDependent balance(BackwardPass backward) {
    this.backward = Objects.requireNonNull(backward, "backward");
    return this;
  }

  /**
   * Scales the weights, and sets the biases, in place.
   *
   * @param forward sends the batch through the network; see {@link Observer#isDone} for how it may
   *     save time
   * @return what was done
   * @throws IllegalStateException if a layer cannot be fitted; weights and biases are then what
   *     they were, as they are if a pass throws, whose exception is passed on
   */
  public FitReport fit(ForwardPass forward) {
    Objects.requireNonNull(forward, "forward");
    return new PerUnit(tolerance, maxIterations, centre, backward)
        .fit(new Network(source, except, biases), forward);
  }

  /** A factor for each unit. */
  private static final class PerUnit extends Fitting {
    private final double centre;
    private final BackwardPass backward;

    PerUnit(double tolerance, int maxIterations, double centre, BackwardPass backward) {
      super(tolerance, maxIterations);
      this.centre = centre;
      this.backward = backward;
    }

    @Override
    boolean fits(Layer layer) {
      return worst(layer) < 0;
    }

    /** The unit that is farthest from what it should be, or −1 if all are near enough. */
    private int worst(Layer layer) {
      int worst = -1;
      double greatest = tolerance;
      for (int u = 0; u < layer.moments.groups(); u++) {
        double away = Math.abs(layer.moments.variance(u) - 1);
        if (layer.bias != null) {
          away = Math.max(away, Math.abs(layer.moments.mean(u) - centre));
        }
        if (!(away < greatest)) { // NaN is farthest
          greatest = away;
          worst = u;
        }
      }
      return worst;
    }

    @Override
    void correct(Layer layer) {
      for (int u = 0; u < layer.factors.length; u++) {
        double std = Math.sqrt(layer.moments.variance(u));
        layer.factors[u] /= std;
        layer.biasFactors[u] /= std;
        layer.biasShifts[u] = (layer.biasShifts[u] - layer.moments.mean(u)) / std + centre;
      }
    }

    @Override
    String state(Layer layer) {
      int unit = worst(layer);
      return "the output of its unit "
          + unit
          + " has mean "
          + Numbers.text(layer.moments.mean(unit))
          + " and variance "
          + Numbers.text(layer.moments.variance(unit));
    }

    @Override
    void finish(Pass pass, ForwardPass forward) {
      if (backward != null) {
        new Balance(pass.order(), tolerance, maxIterations).run(backward);
        pass.runAll(forward);
      }
    }
  }
}
