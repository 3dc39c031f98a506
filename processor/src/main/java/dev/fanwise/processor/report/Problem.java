package dev.fanwise.processor.report;

import java.util.Locale;

/**
 * Everything that can be wrong with a model, with a stable id, the text and, last in it, the fix:
 * one list, so that texts can be read side by side and each can be tested.
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
  SHAPE_TWICE(
      "ShapeTwice",
      "@Shape of %s has both value and dims. Keep value if all dimensions are constant, else dims."),
  DIMS_UNKNOWN(
      "DimsUnknown",
      "%s in %s of %s is neither a whole number nor an int field or int method without parameters"
          + " of %s. %s"),
  DIMS_TOO_LARGE(
      "DimsTooLarge", "%s in %s of %s is more than an int can hold. Use a smaller number."),
  DIMS_PRIVATE(
      "DimsPrivate", "%s in %s of %s is private in %s, so generated code cannot read it. %s."),
  DIMS_UNREACHABLE(
      "DimsUnreachable",
      "%s in %s of %s is not visible from the package of %s, where generated code is. Make it"
          + " public."),
  DIMS_KIND(
      "DimsKind",
      "%s in %s of %s is no int field of %s, and no int method without parameters and exceptions."
          + " Name one that is, or a whole number."),
  MEMBER_TWICE(
      "MemberTwice", "@%s of %s has both %s and %s. Keep %s if the number is constant, else %s."),
  SHAPE_TOO_LARGE(
      "ShapeTooLarge",
      "@Shape of %s makes %s elements, but %s at most %s. Use smaller dimensions%s."),
  NESTED_RANK("NestedRank", "%s is a %s, but its shape %s has %s. Declare it as %s, or give %s."),
  MISSING_PRECISION(
      "MissingPrecision",
      "%s is a short[], whose numbers have no format. Add @Precision(HalfPrecision.BF16) or"
          + " @Precision(HalfPrecision.FP16)."),
  PRECISION_TYPE(
      "PrecisionType", "@Precision on %s is for short[], but the field is of type %s. Remove it."),
  PRECISION_ALONE("PrecisionAlone", "@Precision" + Texts.ALONE),
  LAZY_ALONE("LazyAlone", "@Lazy" + Texts.ALONE),
  DEPTHWISE_LAYOUT(
      "DepthwiseLayout",
      "connection = DEPTHWISE of %s is [k..., in, multiplier], which is layout IO. Add layout = IO, or"
          + " use FORWARD with groups equal to the inputs."),
  DEPTHWISE_GROUPS(
      "DepthwiseGroups",
      "%s = %s of %s has no place in connection = DEPTHWISE, where every input is a group. Remove it."),
  CONNECTION_RANK(
      "ConnectionRank",
      "connection = %s of %s needs inputs and outputs, but its shape is %s. Give at least two"
          + " dimensions."),
  STRIDE_UNUSED(
      "StrideUnused",
      "stride of %s changes the fans of a transposed convolution only, but connection is %s. Remove"
          + " stride, or use connection = TRANSPOSED."),
  STRIDE_COUNT("StrideCount", "stride of %s has %s for the %s of shape %s. %s."),
  STRIDE("Stride", "stride of %s has %s in %s. Every stride must be at least 1."),
  PARTS("Parts", "parts = %s of %s is less than 1. Give the number of parts, or leave it out."),
  PARTS_RANK("PartsRank", "parts" + Texts.CHANNELS + "Remove parts" + Texts.TWO_DIMENSIONS),
  PARTS_DIVIDE(
      "PartsDivide",
      "parts = %s of %s does not divide the %s outputs of a group, shape %s. Use a divisor of %s."),
  FANS_RANK(
      "FansRank",
      "@%s needs fan_in and fan_out, but %s has shape %s. Give at least two dimensions, or use"
          + " @ZerosInit for a bias."),
  CHANNELS_RANK(
      "ChannelsRank",
      "@%s needs inputs and outputs, but %s has shape %s. Give at least two dimensions, or use"
          + " @ZerosInit for a bias."),
  MATRIX_RANK(
      "MatrixRank",
      "@%s is for matrices, but %s has shape %s. Give two dimensions, or use another scheme."),
  CONVOLUTION_RANK(
      "ConvolutionRank",
      "@%s is for convolutions, but %s has shape %s. Give three to five dimensions, or use another"
          + " scheme."),
  DELTA_ORTHOGONAL_OUT(
      "DeltaOrthogonalOut",
      "@DeltaOrthogonalInit on %s has %s outputs for %s inputs, shape %s, and cannot keep their norm."
          + " Give at least as many outputs, or use @OrthogonalInit."),
  TWO_SCHEMES("TwoSchemes", "%s has two schemes, @%s and @%s. Keep one of them."),
  TWO_SCALINGS("TwoScalings", "%s is scaled twice, by @%s and @%s. Keep one of them."),
  COMPOSED_TWICE(
      "ComposedTwice",
      "@%s on %s is composed of both %s and %s. Keep one of them in the annotation type %s."),
  COMPOSED_CYCLE(
      "ComposedCycle",
      "@%s on %s is composed of itself: %s. Remove @%s from the annotation type %s."),
  COMPOSED_RETENTION(
      "ComposedRetention",
      "@%s on %s is not kept in class files, so that subclasses and incremental builds miss its"
          + " scheme. Give the annotation type %s @Retention(RetentionPolicy.CLASS), or no"
          + " @Retention."),
  COMPOSED_MEMBER(
      "ComposedMember",
      "%s of @%s on %s is not %s of the @%s that it is composed of, which stays as it is. Remove it"
          + " from the annotation type %s, or give it another name."),
  SCHEME_MISSING(
      "SchemeMissing", "%s has a shape but no scheme. Add one, for example @XavierInit."),
  PRIVATE_FIELD("PrivateField", "%s is private, so generated code cannot reach it. %s."),
  STATIC_FIELD("StaticField", "%s is static, but weights belong to a model object. %s."),
  KOTLIN_NAME(
      "KotlinName",
      Severity.WARNING,
      "%s of %s has Fanwise's annotations, but kapt shows no field of that name, so that nothing"
          + " fills it: it leaves out what is no name in Java. Give it another name."),
  MADE_FINAL(
      "MadeFinal",
      "%s of %s is not final in its source, but another annotation processor makes it so, perhaps"
          + " Lombok for a lombok.config: it cannot be given an array. Declare it final, or add"
          + " @NonFinal."),
  RECORD_COMPONENT(
      "RecordComponent",
      "%s is a component of record %s, and records keep theirs in private fields. Use a class with a"
          + " package-private field."),
  FIELD_TYPE(
      "FieldType",
      "%s is of type %s, but weights are arrays or buffers of float or double, or a short[]."
          + " Declare it as %s."),
  SUBMODULE_TYPE(
      "SubmoduleType",
      "%s is of type %s, but a submodule is a class with weights, or an array, List or Map<String, ...> of"
          + " such. Declare it so, or remove @Submodule."),
  SUBMODULE_WITHOUT_WEIGHTS(
      "SubmoduleWithoutWeights",
      "%s is a submodule of class %s, which has no weights. Annotate its weights, or remove"
          + " @Submodule."),
  SUBMODULE_UNPROCESSED(
      "SubmoduleUnprocessed",
      "%s is a submodule of class %s, which was compiled without Fanwise or with another"
          + " -Afanwise.suffix, or is a source on the source path only, so there is no %s. Compile it"
          + " with the annotation processor and the same suffix, and name its file among those to"
          + " compile."),
  SUBMODULE_ACCESS(
      "SubmoduleAccess",
      "%s needs %s, which is not public because %s is not, or a class around it. Make them public, or"
          + " move the classes into one package."),
  SUBMODULE_CYCLE(
      "SubmoduleCycle",
      "%s leads back to %s, so that no object could be complete. Hold it in an array, List or Map, or"
          + " remove @Submodule."),
  SUBMODULE_AND_WEIGHTS(
      "SubmoduleAndWeights",
      "%s is a submodule, which has no weights of its own for @%s. Remove one of the two annotations."),
  RANDOM_STREAM(
      "RandomStream",
      "@%s on %s cannot have the numbers of %s: %s. Use another scheme, or RandomEngine.FANWISE."),
  RANDOM_STREAM_CONFLICT(
      "RandomStreamConflict",
      "%s is a submodule of class %s with RandomEngine.%s, but %s has RandomEngine.%s, and draws all"
          + " its numbers one after the other. Choose one of them for both."),
  RANDOM_STREAM_REACH(
      "RandomStreamReach",
      "%s shares the random stream of %s, whose initialiser cannot reach %s of class %s in another"
          + " package. Annotate %4$s with @RandomStream(RandomEngine.%5$s)."),
  GAIN(
      "Gain", "gain = %s of %s is not a finite number above 0. Give such a gain, or leave it out."),
  SCALE("Scale", Texts.POSITIVE),
  OMEGA("Omega0", Texts.POSITIVE),
  STD("Std", "std = %s of %s is not a finite number of at least 0. Give such a number."),
  STD_ZERO("StdZero", Texts.POSITIVE),
  MEAN("Mean", "mean = %s of %s is not a finite number. Give one, or leave it out for 0."),
  FACTOR("Factor", "gain = %s of %s is not a finite number. Give one, or leave it out for 1."),
  BOUNDS(
      "Bounds",
      "low = %s and high = %s of %s are not two finite numbers in that order. Give low < high."),
  BOUNDS_NEAR(
      "BoundsNear", "%s and %s of %s have no %s between them. Give bounds that are farther apart."),
  TRUNCATION_BOUNDS(
      "TruncationBounds",
      "lower = %s and upper = %s of %s are not in that order. Give lower < upper, in standard"
          + " deviations from the mean."),
  TRUNCATION_MASS(
      "TruncationMass",
      "lower = %s and upper = %s of %s keep less than 1e-10 of a normal. Give bounds nearer to 0; they"
          + " are in standard deviations from the mean."),
  TRUNCATION_WITHOUT_CUT(
      "TruncationWithoutCut",
      Severity.WARNING,
      "lower = %s and upper = %s of %s cut off less than one element in three billion. Use @NormalInit,"
          + " or bounds nearer to 0; they are in standard deviations from the mean."),
  SPARSITY("Sparsity", "sparsity = %s of %s is not a fraction. Give a number from 0 to 1."),
  MAX_TIME(
      "MaxTime", "maxTime = %s of %s is not a finite number above 2. Give the longest dependency."),
  GATES("Gates", "gates = %s of %s is less than %s. Give the number of gates of the layer."),
  GATES_DIVIDE(
      "GatesDivide",
      "gates = %s of %s does not divide its %s elements, shape %s. Each gate has a block of equal"
          + " size."),
  GATE("Gate", "%s = %s of %s is no gate. Gates are numbered from 0 to %s."),
  GATES_EQUAL("GatesEqual", "inputGate and forgetGate of %s are both %s. Give each its own block."),
  MUP_BASE_RANK(
      "MupBaseRank",
      "baseShape = %s of %s has not as many dimensions as the shape, %s. Give the shape of the same"
          + " weights in the base model."),
  MUP_BASE(
      "MupBase",
      "baseShape = %s of %s is no shape for these weights: %s. Give the shape of the same weights in the"
          + " base model."),
  LAYERS("Layers", "layers = %s of %s is less than 1. Give the number of layers."),
  LAYERS_MISSING(
      "LayersMissing",
      "@ResidualScaled on %s does not say how many layers there are. Give layers, or layersOf with the"
          + " name of an int field or method."),
  BRANCH_LAYERS(
      "BranchLayers",
      "branchLayers = %s of %s is less than 2. Give the number of weight layers in a branch."),
  BRANCH_LAYERS_UNUSED(
      "BranchLayersUnused",
      "branchLayers = %s of %s is for rule FIXUP, but rule is %s. Remove it."),
  SCALING_ALONE(
      "ScalingAlone",
      "@ResidualScaled on %s has no scheme to scale. Add one, for example @NormalInit(std = 0.02)."),
  SCALING_LAW(
      "ScalingLaw",
      "@ResidualScaled on %s multiplies a standard deviation, but @%s has none of its own. Remove one of"
          + " them."),
  UNIT_VARIANCE_ALONE("UnitVarianceAlone", "@UnitVariance" + Texts.ALONE),
  UNIT_VARIANCE_RANK(
      "UnitVarianceRank",
      "@UnitVariance marks weights that are scaled for their layer's output, but %s has shape %s and no"
          + " fans. Give at least two dimensions, or remove it."),
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
  GROUPS_RANK("GroupsRank", "%s" + Texts.CHANNELS + "Remove %1$s" + Texts.TWO_DIMENSIONS),
  GROUPS_DIVIDE(
      "GroupsDivide",
      "groups = %s of %s does not divide its %s channels, shape %s. Use a divisor of %s."),
  LAYOUT_DOUBTFUL(
      "LayoutDoubtful",
      Severity.WARNING,
      "@Shape of %s, %s, looks like %s, but without a layout it is %s. Add layout = Layout.IO, or"
          + " layout = Layout.OI if that is meant."),
  GROUPS_UNDIVIDED(
      "GroupsUndivided",
      Severity.WARNING,
      "groups = %s of %s makes %s %s of the %s in shape %s, which are those of one group. If %s are"
          + " all, give %s in their place; @SuppressWarnings(\"fanwise\") says that they are not."),
  BIAS_LENGTH(
      "BiasLength",
      Severity.WARNING,
      "%s has %s, but %s, shape %s, has %s. Give it shape [%s], or"
          + " @SuppressWarnings(\"fanwise\") if that is meant."),
  CONSTANT_VALUE(
      "ConstantValue", "%s = %s of %s is not a finite %s. Give a number that the field can hold."),
  SPREAD(
      "Spread",
      "@%s gives %s a standard deviation of %s, beyond what can be drawn as a %s. Use numbers"
          + " nearer to 1."),
  BIAS_UNKNOWN("BiasUnknown", "of = %s names no weight field of %s. %s"),
  BIAS_SELF(
      "BiasSelf", "of = %s names the bias itself. Name the weights that the bias belongs to."),
  BIAS_WITHOUT_FANS(
      "BiasWithoutFans",
      "of = %s has no fan_in, since its shape is %s. Name weights of at least two dimensions."),
  MODEL_PRIVATE(
      "ModelPrivate",
      "%s is private, so generated code cannot reach the weights in %s. Make it package-private."),
  IMPLICIT_CLASS(
      "ImplicitClass",
      "%s is the implicit class of a compact source file, which generated code cannot name. Declare"
          + " class %1$s around its fields and methods."),
  STREAM_NAME(
      "StreamName",
      "@StreamName of %s is blank. Give the name that its bits come from, or remove it."),
  STREAM_ALONE(
      "StreamAlone",
      "@StreamName on %s names the bits of a field without weights. Add @Shape and a scheme, or"
          + " remove it."),
  STREAM_TAKEN(
      "StreamTaken",
      "%s and %s would both have the stream %s, and with it the same bits. Give one of them another"
          + " @StreamName."),
  NAME_TAKEN(
      "NameTaken", "%s is the class to generate for %s, but a class of that name exists already%s"),
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
  UNWRITABLE(
      "Unwritable",
      "%s could not be written: %s. Make room, or correct the folder or its rights, and compile again."),
  LIBRARY_MISSING(
      "LibraryMissing",
      "The processor path lacks %s, without which fanwise-processor does not work. Add %1$s to it."),
  UNKNOWN_OPTION("UnknownOption", "-A%s is not an option of Fanwise. %s"),
  OPTION_VALUE("OptionValue", "-A%s is not legal. Give %s."),
  INTERNAL(
      "Internal",
      "Fanwise failed on %s: %s. This is a bug in Fanwise; please report it to its maintainers,"
          + " with the source of the class.");

  private final String id;
  private final Severity severity;
  private final String text;

  Problem(String id, String text) {
    this(id, Severity.ERROR, text);
  }

  Problem(String id, Severity severity, String text) {
    this.id = id;
    this.severity = severity;
    this.text = text;
  }

  /** The name that stays the same in every version: in messages, in the documentation. */
  public String id() {
    return id;
  }

  /** Whether the class can be generated all the same. */
  public Severity severity() {
    return severity;
  }

  /** The whole message. */
  public String message(Object... details) {
    return "[Fanwise:" + id + "] " + String.format(Locale.ROOT, text, details);
  }
}
