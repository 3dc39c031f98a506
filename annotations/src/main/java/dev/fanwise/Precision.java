package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number format of weights in a {@code short[]}: they are drawn as floats and rounded once, to
 * the nearest number of the format, ties to even. Where that would be a bound that the scheme
 * excludes, it is the last number before the bound; only numbers of PyTorch and JAX, {@link
 * RandomStream}, round as those libraries have it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Precision {
  /** The format. */
  HalfPrecision value();
}
