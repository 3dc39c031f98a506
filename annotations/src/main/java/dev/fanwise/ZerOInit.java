package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A deterministic start from zeros and ones: the identity, cut to the shape where there are no more
 * outputs than inputs; else the Hadamard transform, cut to the shape and scaled by 2^(−m/2), where
 * 2^m is the number of outputs rounded up to a power of two. In a convolution this is the centre
 * tap.
 *
 * <p>Zhao, Schäfer and Anandkumar, "ZerO Initialization: Initializing Neural Networks with only
 * Zeros and Ones" (TMLR 2022), algorithm 1; the scale is that of the authors' code, which keeps the
 * norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ZerOInit {}
