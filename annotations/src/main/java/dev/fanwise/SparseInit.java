package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normal weights of which a fraction in every column is 0. For tensors of two dimensions; a column
 * is what belongs to one input.
 *
 * <p>Martens, "Deep learning via Hessian-free optimization" (ICML 2010), section 5; as {@code
 * torch.nn.init.sparse_}, the number of zeros is rounded up.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface SparseInit {
  /** The fraction of zeros in each column, from 0 to 1. */
  double sparsity();

  /** The standard deviation of the others; finite and positive. */
  double std() default 0.01;
}
