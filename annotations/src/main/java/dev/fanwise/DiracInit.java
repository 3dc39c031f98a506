package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution that passes its input on: the centre tap, k / 2, of the kernel from input channel d
 * to output channel d of each group is {@link #gain}, all else is 0. For tensors of three to five
 * dimensions.
 *
 * <p>As {@code torch.nn.init.dirac_}; the {@code groups} are those of {@link Shape}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface DiracInit {
  /** The value of the taps; finite. */
  double gain() default 1;
}
