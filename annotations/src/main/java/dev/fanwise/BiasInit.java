package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws a bias uniformly on ±factor/√fan_in of the weights it belongs to: by default as PyTorch's
 * linear and convolution layers do.
 *
 * <pre>{@code
 * @Shape({10, 784}) @KaimingInit float[] weights;
 * @Shape(10) @BiasInit(of = "weights") float[] bias; // ±1/√784
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface BiasInit {
  /** The name of the weight field of the same model whose fan_in is meant. */
  String of();

  /** What is divided by √fan_in: any positive number; Spark MLlib's perceptron has 2.4. */
  double factor() default 1;
}
