package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Initialisation for networks with sine activations, sin(ω₀·(W·x + b)): the first layer is uniform
 * on ±1 / fan_in, the others on ±√(6 / fan_in) / ω₀.
 *
 * <p>Sitzmann, Martel, Bergman, Lindell and Wetzstein, "Implicit Neural Representations with
 * Periodic Activation Functions" (NeurIPS 2020), section 3.2 and supplement 1.5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface SirenInit {
  /** The frequency ω₀ of the layers; finite and positive. */
  double omega0() default 30;

  /** Whether this is the network's first layer. */
  boolean first() default false;
}
