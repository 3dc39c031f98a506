package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * LeCun initialisation: std = √(1 / fan_in), for activations that are near the identity at the
 * start, and for SELU networks.
 *
 * <p>LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998), section 4.6, equation 16;
 * Klambauer et al., "Self-Normalizing Neural Networks" (NeurIPS 2017), section 2.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LecunInit {
  /** The law to draw from. */
  Distribution distribution() default Distribution.NORMAL;
}
