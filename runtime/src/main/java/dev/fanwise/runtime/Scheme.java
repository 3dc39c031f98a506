package dev.fanwise.runtime;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.ResidualRule;

/**
 * A way to draw weights, without a tensor yet: an annotation of the catalogue with its members, for
 * shapes that are known at run time. {@link Schemes} makes them.
 *
 * <pre>{@code
 * int[] shape = {256, 784};
 * Fans fans = Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
 * Draws draws = Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU).on(fans, shape);
 * draws.into(weights, 0, weights.length, Keys.fold(seed, Keys.id("hidden")), 0);
 * }</pre>
 */
public abstract class Scheme {
  private final String annotation;

  Scheme(String annotation) {
    this.annotation = annotation;
  }

  /** The simple name of its annotation, such as {@code XavierInit}. */
  public final String annotation() {
    return annotation;
  }

  /**
   * The law of a tensor.
   *
   * @param fans the fans of the tensor, which also know its layout; for {@link Schemes#bias} those
   *     of the layer's weights. Null where there are none: a tensor of one dimension
   * @param shape the dimensions, outermost first
   * @throws IllegalArgumentException if the scheme cannot draw such a tensor
   */
  public final Draws on(Fans fans, int... shape) {
    return draws(new Tensor(this, fans, shape.clone()));
  }

  /**
   * The law of a dense layer's or a convolution's weights {@code [out, in, kernel…]}, or of a
   * vector.
   */
  public final Draws on(int... shape) {
    return on(
        shape.length < 2 ? null : Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
        shape);
  }

  /**
   * The same scheme, narrowed for a residual branch: {@code @ResidualScaled}.
   *
   * @param rule whose factor
   * @param layers the number of layers, or of branches for FIXUP, as the rule's paper counts them
   * @throws IllegalArgumentException if {@code layers} is less than 1
   */
  public final Scheme residualScaled(ResidualRule rule, int layers) {
    return residualScaled(rule, layers, 2);
  }

  /**
   * As the other.
   *
   * @param branchLayers FIXUP only: the number of weight layers in a branch, at least 2
   */
  public final Scheme residualScaled(ResidualRule rule, int layers, int branchLayers) {
    MemberChecks.require(layers >= 1, "layers = " + layers + " is less than 1");
    MemberChecks.require(branchLayers >= 2, "branchLayers = " + branchLayers + " is less than 2");
    Scheme plain = this;
    return new Scheme(annotation) {
      @Override
      Draws draws(Tensor tensor) {
        Draws scaled = plain.draws(tensor).scaled(Formulas.residual(rule, layers, branchLayers));
        if (scaled == null) {
          throw tensor.refusal("@ResidualScaled has no standard deviation to scale");
        }
        return scaled;
      }
    };
  }

  abstract Draws draws(Tensor tensor);

  @Override
  public String toString() {
    return "@" + annotation;
  }
}
