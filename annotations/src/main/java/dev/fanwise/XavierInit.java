package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Xavier (Glorot) initialisation: std = g·√(2 / (fan_in + fan_out)), where g is {@link #gain} times
 * the gain of {@link #nonlinearity}. A uniform draw is on ±std·√3, which for gain 1 is the familiar
 * √(6 / (fan_in + fan_out)).
 *
 * <p>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks"
 * (AISTATS 2010), equations 12 and 16.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface XavierInit {
  /** A factor on the standard deviation; finite and positive. */
  double gain() default 1;

  /**
   * The activation that follows; its gain multiplies {@link #gain}. LEAKY_RELU counts with
   * PyTorch's default slope of 0.01.
   */
  Nonlinearity nonlinearity() default Nonlinearity.LINEAR;

  /** The law to draw from. */
  Distribution distribution() default Distribution.UNIFORM;
}
