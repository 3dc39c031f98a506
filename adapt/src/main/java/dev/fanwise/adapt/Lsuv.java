package dev.fanwise.adapt;

import dev.fanwise.runtime.ParameterSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Layer-sequential unit variance: Mishkin and Matas, "All you need is a good init" (ICLR 2016),
 * algorithm 1.
 *
 * <p>From weights that are drawn already, orthonormal ones in the paper, layer by layer in the
 * order of the forward pass: the weights are divided by the standard deviation of the layer's
 * output on a batch until |Var − 1| is less than the tolerance. Biases stay as they are.
 *
 * <pre>{@code
 * Net net = NetInitializer.initialize(new Net(), 42L);
 * FitReport report =
 *     Lsuv.of(visitor -> NetInitializer.visitParameters(net, visitor))
 *         .fit(observer -> forward(net, batch, observer));
 * }</pre>
 *
 * <p>Which weights: those marked {@code @UnitVariance}, or all with two dimensions or more where no
 * field is marked. The same weights and batch give the same bits on every JVM, as far as the
 * forward pass does. An object is not safe for use by several threads.
 */
public final class Lsuv {
  private final ParameterSource source;
  private final Set<String> except = new LinkedHashSet<>();
  private double tolerance = 0.02;
  private int maxIterations = 20;

  private Lsuv(ParameterSource source) {
    this.source = source;
  }

  /**
   * A fit of a model's weights.
   *
   * @param source walks the model: {@code visitor -> NetInitializer.visitParameters(net, visitor)}
   */
  public static Lsuv of(ParameterSource source) {
    return new Lsuv(Objects.requireNonNull(source, "source"));
  }

  /**
   * Sets how far the variance of an output may be from 1; without this 0.02. The paper has 0.1.
   *
   * @throws IllegalArgumentException unless it is between 0 and 1
   */
  public Lsuv tolerance(double tolerance) {
    this.tolerance = Fitting.checkedTolerance(tolerance);
    return this;
  }

  /**
   * Sets how often the weights of one layer are scaled at most; without this 20 times.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Lsuv maxIterations(int maxIterations) {
    this.maxIterations = Fitting.checkedIterations(maxIterations);
    return this;
  }

  /** Leaves weights as they are, whose layers then need not be observed. */
  public Lsuv except(String... parameters) {
    except.addAll(Arrays.asList(parameters));
    return this;
  }

  /**
   * Scales the weights in place.
   *
   * @param forward sends the batch through the network; see {@link Observer#isDone} for how it may
   *     save time
   * @return what was done
   * @throws IllegalStateException if a layer cannot be fitted; the weights are then what they were,
   *     as they are if the forward pass throws, whose exception is passed on
   */
  public FitReport fit(ForwardPass forward) {
    Objects.requireNonNull(forward, "forward");
    return new Whole(tolerance, maxIterations).fit(new Network(source, except, null), forward);
  }

  /** One factor for a whole layer. */
  private static final class Whole extends Fitting {
    Whole(double tolerance, int maxIterations) {
      super(tolerance, maxIterations);
    }

    @Override
    boolean fits(Layer layer) {
      return Math.abs(layer.moments.variance(0) - 1) < tolerance;
    }

    @Override
    void correct(Layer layer) {
      layer.factors[0] /= Math.sqrt(layer.moments.variance(0));
    }

    @Override
    String state(Layer layer) {
      return "the variance of its output is " + Numbers.text(layer.moments.variance(0));
    }
  }
}
