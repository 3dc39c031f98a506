package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Biases of an LSTM's gates that let it remember at the start: the forget gate's are {@link
 * #value}, the others 0. The field holds one block of equal size for each gate.
 *
 * <p>Gers, Schmidhuber and Cummins, "Learning to Forget" (2000); Jozefowicz, Zaremba and Sutskever,
 * "An Empirical Exploration of Recurrent Network Architectures" (ICML 2015), section 3.1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ForgetGateInit {
  /** The forget gate's bias; finite. */
  double value() default 1;

  /** The number of gates, each with a block of the field. */
  int gates() default 4;

  /** Which block is the forget gate's; the first is 0. PyTorch's and Keras' order is i, f, g, o. */
  int forgetGate() default 1;
}
