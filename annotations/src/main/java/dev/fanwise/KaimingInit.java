package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kaiming (He) initialisation for layers followed by a rectifier: std = gain / √fan, with gain √(2
 * / (1 + a²)) for a leaky rectifier of slope {@link #a}. A uniform draw is on ±std·√3.
 *
 * <p>He, Zhang, Ren and Sun, "Delving Deep into Rectifiers" (ICCV 2015), section 2.2, equations 10
 * and 14; the slope is that of its equation 15.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface KaimingInit {
  /**
   * The number of connections to divide by: {@link FanMode#FAN_IN} keeps the size of activations,
   * {@link FanMode#FAN_OUT} that of gradients. The two averages are errors here.
   */
  FanMode mode() default FanMode.FAN_IN;

  /** The negative slope of the leaky rectifier; 0 is the plain one. Only for LEAKY_RELU. */
  double a() default 0;

  /** The activation that follows. */
  Nonlinearity nonlinearity() default Nonlinearity.LEAKY_RELU;

  /** The law to draw from. */
  Distribution distribution() default Distribution.NORMAL;
}
