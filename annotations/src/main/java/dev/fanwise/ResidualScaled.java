package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies the standard deviation of the scheme beside it by the factor that a paper on deep
 * residual networks gives for {@link #layers} or {@link #layersOf} layers.
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
  /**
   * The number of layers, or of residual branches for FIXUP, as the rule's paper counts them: at
   * least 1.
   */
  int layers() default 0;

  /**
   * The number of layers of a reusable block, instead of {@link #layers}: the name of an {@code
   * int} field or of an {@code int} method without parameters of the class that has the weights or
   * of a class or interface above it, neither of them private.
   *
   * <pre>{@code
   * final int depth;
   * @Shape({768, 3072}) @NormalInit(std = 0.02)
   * @ResidualScaled(layersOf = "depth", rule = ResidualRule.GPT2)
   * float[] projection;
   * }</pre>
   *
   * <p>It is read when the model is initialised, and must be at least 1 by then.
   */
  String layersOf() default "";

  /** Whose factor. */
  ResidualRule rule();

  /** FIXUP only: the number of weight layers in a residual branch, at least 2. */
  int branchLayers() default 2;
}
