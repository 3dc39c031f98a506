package dev.fanwise.processor.report;

import java.util.Locale;

/**
 * Everything that can be wrong with a model, with a stable id, the text and, last in it, the fix.
 *
 * <p>The catalogue is one list so that texts can be read side by side and so that each can be
 * tested.
 */
public enum Problem {
  SHAPE_MISSING(
      "ShapeMissing",
      "@%s on %s draws a tensor of unknown shape. Add @Shape, for example @Shape({out, in})."),
  SHAPE_EMPTY(
      "ShapeEmpty",
      "@Shape of %s has no dimensions. Give at least one, for example @Shape({256, 784})."),
  SHAPE_DIMENSION(
      "ShapeDimension", "@Shape of %s has dimension %s in %s. Every dimension must be at least 1."),
  SHAPE_TOO_LARGE(
      "ShapeTooLarge",
      "@Shape of %s makes %s elements, but a Java array holds at most %s. Use smaller dimensions%s."),
  NESTED_RANK("NestedRank", "%s is a %s, but its shape %s has %s. Declare it as %s, or give %s."),
  XAVIER_RANK("XavierRank", Text.RANK),
  KAIMING_RANK("KaimingRank", Text.RANK),
  TWO_SCHEMES("TwoSchemes", "%s has two schemes, @%s and @%s. Keep one of them."),
  SCHEME_MISSING(
      "SchemeMissing", "%s has a shape but no scheme. Add one, for example @XavierInit."),
  PRIVATE_FIELD(
      "PrivateField", "%s is private, so generated code cannot reach it. Make it package-private."),
  STATIC_FIELD("StaticField", "%s is static, but weights belong to a model object. Remove static."),
  RECORD_COMPONENT(
      "RecordComponent",
      "%s is a component of record %s, and records keep theirs in private fields. Use a class with a"
          + " package-private field."),
  FIELD_TYPE(
      "FieldType",
      "%s is a %s, but weights are arrays of float or double. Declare it as %s, or as nested arrays"
          + " with one pair of brackets for each dimension."),
  GAIN(
      "Gain", "gain = %s of %s is not a finite number above 0. Give such a gain, or leave it out."),
  SLOPE("Slope", "a = %s of %s is not a finite number. Give the slope of the leaky rectifier."),
  SLOPE_UNUSED(
      "SlopeUnused",
      "a = %s of %s is the slope of LEAKY_RELU, but nonlinearity is %s. Remove a, or use"
          + " nonlinearity = LEAKY_RELU."),
  KAIMING_MODE(
      "KaimingMode",
      "mode = %s of %s is not for @KaimingInit, which divides by one of the fans. Use FAN_IN or"
          + " FAN_OUT, or @XavierInit for the mean of both."),
  GROUPS("Groups", "groups = %s of %s is less than 1. Give the number of groups, or leave it out."),
  GROUPS_RANK(
      "GroupsRank",
      "groups = %s of %s needs input and output channels, but its shape is %s. Remove groups, or give"
          + " at least two dimensions."),
  GROUPS_DIVIDE(
      "GroupsDivide",
      "groups = %s of %s does not divide its %s output channels, shape %s. Use a divisor of %s."),
  CONSTANT_VALUE(
      "ConstantValue",
      "value = %s of %s is not a finite %s. Give a number that the field can hold."),
  SPREAD(
      "Spread",
      "@%s gives %s a standard deviation of %s, beyond what can be drawn as a %s. Use a gain nearer to"
          + " 1."),
  BIAS_UNKNOWN("BiasUnknown", "of = \"%s\" names no weight field of %s. %s"),
  BIAS_SELF(
      "BiasSelf", "of = \"%s\" names the bias itself. Name the weights that the bias belongs to."),
  BIAS_WITHOUT_FANS(
      "BiasWithoutFans",
      "of = \"%s\" has no fan_in, since its shape is %s. Name weights of at least two dimensions."),
  MODEL_PRIVATE(
      "ModelPrivate",
      "%s is private, so generated code cannot reach the weights in %s. Make it package-private."),
  NAME_TAKEN(
      "NameTaken",
      "%s is the class to generate for %s, but a class of that name exists already. Rename one of the"
          + " two."),
  METHOD_CLASH("MethodClash", "%s and %s would both be filled by %s. Rename one of them."),
  HIDDEN_WEIGHT(
      "HiddenWeight",
      "%s of %s hides the weights of the same name in %s, and the two would have one stream. Rename one"
          + " of them."),
  INHERITED_ACCESS(
      "InheritedAccess",
      "%s inherits the weights %s from %s of package %s, where generated code cannot reach them. Make"
          + " the field public, or move the classes into one package."),
  MISSING_TYPE(
      "MissingType",
      "%s needs the type %s, which neither the sources, the class path nor another processor provides."
          + " Add it, or correct its name."),
  INTERNAL(
      "Internal",
      "Fanwise failed on %s: %s. This is a bug in Fanwise; please report it with the source of the"
          + " class.");

  private final String id;
  private final String text;

  Problem(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** The name that stays the same in every version: in messages, in the documentation. */
  public String id() {
    return id;
  }

  /** The whole message. */
  public String message(Object... details) {
    return "[Fanwise:" + id + "] " + String.format(Locale.ROOT, text, details);
  }

  /** Texts that several problems share; a constant of the enum itself would come too late. */
  private static final class Text {
    static final String RANK =
        "@%s needs fan_in and fan_out, but %s has shape %s. Give at least two dimensions, or use"
            + " @ZerosInit for a bias.";
  }
}
