package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies the standard deviation of the scheme beside it by the factor that a paper on deep
 * residual networks gives for {@link #layers} layers.
 *
 * <pre>{@code
 * @Shape({768, 3072}) @NormalInit(std = 0.02) @ResidualScaled(layers = 12, rule = ResidualRule.GPT2)
 * float[] projection;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ResidualScaled {
  /** The number of layers, or of residual branches for FIXUP, as the rule's paper counts them. */
  int layers();

  /** Whose factor. */
  ResidualRule rule();

  /** FIXUP only: the number of weight layers in a residual branch, at least 2. */
  int branchLayers() default 2;
}
