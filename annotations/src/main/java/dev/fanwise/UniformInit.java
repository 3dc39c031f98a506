package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Draws uniformly between two bounds, which are themselves not drawn. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface UniformInit {
  /** The lower bound; finite. */
  double low() default 0;

  /** The upper bound; finite and above {@link #low}. */
  double high() default 1;
}
