package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Variance scaling: std = √(scale / n), with n the fan that {@link #mode} names. The other schemes
 * by fan are special cases: scale 1 and FAN_AVG is Xavier's, scale 2 and FAN_IN is Kaiming's.
 *
 * <p>The parametrisation is that of {@code jax.nn.initializers.variance_scaling} and Keras' {@code
 * VarianceScaling}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface VarianceScalingInit {
  /** The factor on the variance; finite and positive. */
  double scale() default 1;

  /** What the variance is divided by. */
  FanMode mode() default FanMode.FAN_IN;

  /** The law to draw from. */
  Distribution distribution() default Distribution.TRUNCATED_NORMAL;
}
