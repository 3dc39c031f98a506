package dev.fanwise.processor.report;

/** Texts that several problems share; a constant of the enum itself would come too late. */
final class Texts {
  static final String POSITIVE =
      "%s = %s of %s is not a finite number above 0. Give such a number.";

  /** Of an annotation that stands beside a scheme. */
  static final String ALONE =
      " on %s is for weights, and nothing draws this field. Add @Shape and a scheme, or remove it.";

  /** Of a member that divides channels. */
  static final String CHANNELS =
      " = %s of %s needs input and output channels, but its shape is %s. ";

  static final String TWO_DIMENSIONS = ", or give at least two dimensions.";

  private Texts() {}
}
