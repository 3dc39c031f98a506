package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A random semi-orthogonal matrix, [out, everything else], times a gain: its rows are orthonormal,
 * or its columns where there are fewer of those. Every such matrix is equally likely (Haar
 * measure).
 *
 * <p>Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep
 * linear neural networks" (ICLR 2014), section 3; Mezzadri, "How to generate random matrices from
 * the classical compact groups" (2007), for the signs without which QR is not uniform. With {@link
 * Shape#parts} each part is orthogonal by itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface OrthogonalInit {
  /** The factor; finite and positive. */
  double gain() default 1;
}
