package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maximal update parametrisation: initialisation under which the best learning rate stays the same
 * when a model is widened. The dimensions in which {@link Shape} differs from {@link #baseShape}
 * are the infinite ones; std is gain / √fan_in of the <em>base</em> shape,
 *
 * <ul>
 *   <li>times √(base fan_in / fan_in) where fan_in and fan_out are both infinite (hidden weights),
 *   <li>as it is where one is (input and output weights) or none.
 * </ul>
 *
 * <p>The output of a layer with infinite fan_in and finite fan_out must then be multiplied by base
 * fan_in / fan_in in the forward pass.
 *
 * <p>Yang et al., "Tensor Programs V: Tuning Large Neural Networks via Zero-Shot Hyperparameter
 * Transfer" (2022), table 8.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupInit {
  /** The shape of the same weights in the base model, in which hyperparameters were found. */
  int[] baseShape();

  /** A factor on the standard deviation; finite and positive. */
  double gain() default 1;

  /** The law to draw from. */
  Distribution distribution() default Distribution.NORMAL;
}
