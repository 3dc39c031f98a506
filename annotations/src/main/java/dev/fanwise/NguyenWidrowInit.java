package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weights of a hidden layer of tanh units that share out the inputs' range: those of each unit have
 * a random direction, uniform on (−1, 1) in each coordinate before they are scaled, and the length
 *
 * <pre>β = 0.7 · H^(1/N)</pre>
 *
 * <p>for H units, fan_out, of N inputs, fan_in. The units' biases are uniform on ±β.
 *
 * <p>Nguyen and Widrow, "Improving the learning speed of 2-layer neural networks by choosing
 * initial values of the adaptive weights" (IJCNN 1990), the method's description for several
 * inputs, which are taken to be between −1 and 1. What libraries draw under the name is often
 * something else: see docs/migration.md.
 *
 * <p>For matrices. Elements depend on each other, so the tensor is drawn as a whole.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface NguyenWidrowInit {
  /** The field of a layer's weights: then this field is its biases, ±β of those weights' fans. */
  String of() default "";
}
