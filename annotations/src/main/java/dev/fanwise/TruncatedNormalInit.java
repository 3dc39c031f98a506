package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a normal law that is cut at two bounds, which are given <em>in standard
 * deviations</em>: mean + lower·std and mean + upper·std. (PyTorch's {@code trunc_normal_} takes
 * absolute bounds, so that a std of 0.02 there is never cut by its default bounds of ±2.)
 *
 * <p>The draw is by inversion; nothing is rejected and redrawn.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TruncatedNormalInit {
  /** The mean before the cut; finite. */
  double mean() default 0;

  /** The standard deviation before the cut; finite and positive. */
  double std() default 1;

  /** The lower bound, in standard deviations from the mean; may be −∞. */
  double lower() default -2;

  /** The upper bound, in standard deviations from the mean; may be ∞. */
  double upper() default 2;

  /**
   * Whether {@link #std} is meant after the cut: the law is widened so that its standard deviation,
   * once cut, is {@code std}. For bounds ±c the factor is 1/√(1 − 2cφ(c) / (2Φ(c) − 1)).
   */
  boolean correctStd() default false;
}
