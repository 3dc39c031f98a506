package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The identity matrix times a gain: ones on the diagonal, zeros elsewhere, also where the matrix is
 * not square. For tensors of two dimensions.
 *
 * <p>Le, Jaitly and Hinton, "A Simple Way to Initialize Recurrent Networks of Rectified Linear
 * Units" (2015), section 3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface IdentityInit {
  /** The value on the diagonal; finite. */
  double gain() default 1;
}
