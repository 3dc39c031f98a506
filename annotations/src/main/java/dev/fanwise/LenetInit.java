package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weights uniform on ±2.4 / fan_in, as LeNet-5 began with: divided by fan_in, not by its root, for
 * inputs that go up and down together.
 *
 * <p>LeCun, Bottou, Bengio and Haffner, "Gradient-Based Learning Applied to Document Recognition"
 * (1998), appendix A. For ±c / √fan_in there are {@link VarianceScalingInit}, whose scale is c²/3,
 * and for biases {@link BiasInit}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LenetInit {
  /** What is divided by fan_in: any positive number. */
  double factor() default 2.4;

  /** The field of a unit's weights: then this field is its biases, by the fan_in of those. */
  String of() default "";
}
