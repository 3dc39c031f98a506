package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the weights in a field are: the dimensions of the tensor and how to read them.
 *
 * <p>The field is a flat row-major {@code float[]} or {@code double[]}, a nested array with as many
 * brackets as there are dimensions, a {@code FloatBuffer} or {@code DoubleBuffer}, or a {@code
 * short[]} with a {@link Precision}. A field with a shape needs exactly one scheme beside it, such
 * as {@link XavierInit} or {@link ZerosInit}.
 *
 * <pre>{@code
 * @Shape({64, 3, 3, 3}) @KaimingInit(mode = FanMode.FAN_OUT) float[] kernel; // [out, in, kh, kw]
 * @Shape(64)            @ZerosInit                           float[] bias;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Shape {
  /**
   * The dimensions, outermost first, each at least 1; {@link #dims} is for those that only the
   * model object knows.
   *
   * <p>A dense matrix is {@code [out, in]} in {@link Layout#OI} and {@code [in, out]} in {@link
   * Layout#IO}; further dimensions are those of a convolution's kernel.
   */
  int[] value() default {};

  /**
   * The dimensions of a reusable layer, outermost first, instead of {@link #value}: each is a whole
   * number, or the name of an {@code int} field or of an {@code int} method without parameters of
   * the model class or of a class or interface above it, neither of them private.
   *
   * <pre>{@code
   * final int outFeatures;
   * final int inFeatures;
   * @Shape(dims = {"outFeatures", "inFeatures", "3", "3"}) @KaimingInit float[] kernel;
   * }</pre>
   *
   * <p>They are read when the model is initialised, and must be at least 1 by then.
   */
  String[] dims() default {};

  /** Where the output and input channels stand among the dimensions. */
  Layout layout() default Layout.OI;

  /**
   * The number of groups of a grouped convolution, which must divide its output channels. In the
   * shape the input channels are already those of one group: {@code [out, in / groups, k...]}.
   */
  int groups() default 1;

  /**
   * The number of groups of a reusable layer, instead of {@link #groups}: the name of an {@code
   * int} field or method of the model, as in {@link #dims}.
   *
   * <pre>{@code
   * final int channels;
   * @Shape(dims = {"channels", "1", "3", "3"}, groupsOf = "channels") @KaimingInit float[] kernel;
   * }</pre>
   *
   * <p>It is read when the model is initialised, and must be at least 1 and divide the channels by
   * then.
   */
  String groupsOf() default "";

  /** Which way the weights connect inputs and outputs. */
  Connection connection() default Connection.FORWARD;

  /**
   * The strides of a transposed convolution, one for each kernel dimension; none for 1. They reduce
   * the number of kernel entries that reach one output.
   */
  int[] stride() default {};

  /**
   * How many equal matrices are fused along the output axis, as in a Q/K/V projection (3) or an
   * LSTM (4). Fans are those of one of them.
   */
  int parts() default 1;
}
