package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution that is an orthogonal matrix at its centre tap, k / 2, and 0 elsewhere: it keeps
 * the norm of its input exactly. For tensors of three to five dimensions with at least as many
 * output as input channels.
 *
 * <p>Xiao, Bahri, Sohl-Dickstein, Schoenholz and Pennington, "Dynamical Isometry and a Mean Field
 * Theory of CNNs" (ICML 2018), section 2.4 and algorithm 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface DeltaOrthogonalInit {
  /** The factor; finite and positive. */
  double gain() default 1;
}
