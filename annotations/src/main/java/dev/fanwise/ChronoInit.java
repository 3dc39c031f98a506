package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Biases of an LSTM's gates for dependencies up to {@link #maxTime} steps long: the forget gate's
 * are ln(U(1, maxTime − 1)), the input gate's the negative of those, the others 0. The field holds
 * one block of equal size for each gate.
 *
 * <p>Tallec and Ollivier, "Can recurrent neural networks warp time?" (ICLR 2018), equation 16.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ChronoInit {
  /** The longest dependency that is expected, in steps; above 2. */
  double maxTime();

  /** The number of gates, each with a block of the field. */
  int gates() default 4;

  /** Which block is the input gate's; the first is 0. PyTorch's and Keras' order is i, f, g, o. */
  int inputGate() default 0;

  /** Which block is the forget gate's; the first is 0. */
  int forgetGate() default 1;
}
