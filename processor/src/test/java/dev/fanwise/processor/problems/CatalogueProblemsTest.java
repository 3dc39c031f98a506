package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;

import dev.fanwise.processor.report.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be wrong with the schemes beyond Xavier and Kaiming, and with what stands beside them.
 */
class CatalogueProblemsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        field(
            Problem.FANS_RANK,
            "[Fanwise:FansRank] @LecunInit needs fan_in and fan_out, but w has shape "
                + "[256]. Give at least two dimensions, or use @ZerosInit for a bias.",
            "@Shape(256) ▸@LecunInit float[] w;"),
        field(
            Problem.FANS_RANK,
            "[Fanwise:FansRank] @VarianceScalingInit needs fan_in and "
                + "fan_out, but w has shape [256]. Give at least two dimensions, or use "
                + "@ZerosInit for a bias.",
            "@Shape(256) ▸@VarianceScalingInit float[] w;"),
        field(
            Problem.FANS_RANK,
            "[Fanwise:FansRank] @SirenInit needs fan_in and fan_out, but w has shape "
                + "[256]. Give at least two dimensions, or use @ZerosInit for a bias.",
            "@Shape(256) ▸@SirenInit float[] w;"),
        field(
            Problem.FANS_RANK,
            "[Fanwise:FansRank] @MupInit needs fan_in and fan_out, but w has shape "
                + "[256]. Give at least two dimensions, or use @ZerosInit for a bias.",
            "@Shape(256) ▸@MupInit(baseShape = 64) float[] w;"),
        field(
            Problem.CHANNELS_RANK,
            "[Fanwise:ChannelsRank] @OrthogonalInit needs inputs and outputs, but w "
                + "has shape [256]. Give at least two dimensions, or use @ZerosInit for a "
                + "bias.",
            "@Shape(256) ▸@OrthogonalInit float[] w;"),
        field(
            Problem.CHANNELS_RANK,
            "[Fanwise:ChannelsRank] @ZerOInit needs inputs and outputs, but w has shape "
                + "[256]. Give at least two dimensions, or use @ZerosInit for a bias.",
            "@Shape(256) ▸@ZerOInit float[] w;"),
        field(
            Problem.MATRIX_RANK,
            "[Fanwise:MatrixRank] @IdentityInit is for matrices, but w has shape "
                + "[3, 3, 3]. Give two dimensions, or use another scheme.",
            "@Shape({3, 3, 3}) ▸@IdentityInit float[] w;"),
        field(
            Problem.MATRIX_RANK,
            "[Fanwise:MatrixRank] @SparseInit is for matrices, but w has shape [3]. "
                + "Give two dimensions, or use another scheme.",
            "@Shape(3) ▸@SparseInit(sparsity = 0.5) float[] w;"),
        field(
            Problem.CONVOLUTION_RANK,
            "[Fanwise:ConvolutionRank] @DiracInit is for convolutions, but w has shape [3, "
                + "3]. Give three to five dimensions, or use another scheme.",
            "@Shape({3, 3}) ▸@DiracInit float[] w;"),
        field(
            Problem.CONVOLUTION_RANK,
            "[Fanwise:ConvolutionRank] @DiracInit is for convolutions, but w has shape [2, "
                + "2, 2, 2, 2, 2]. Give three to five dimensions, or use another scheme.",
            "@Shape({2, 2, 2, 2, 2, 2}) ▸@DiracInit float[] w;"),
        field(
            Problem.CONVOLUTION_RANK,
            "[Fanwise:ConvolutionRank] @DeltaOrthogonalInit is for convolutions, "
                + "but w has shape [3, 3]. Give three to five dimensions, or use another "
                + "scheme.",
            "@Shape({3, 3}) ▸@DeltaOrthogonalInit float[] w;"),
        field(
            Problem.DELTA_ORTHOGONAL_OUT,
            "[Fanwise:DeltaOrthogonalOut] @DeltaOrthogonalInit on w has 2 outputs for "
                + "3 inputs, shape [2, 3, 5], and cannot keep their norm. Give at least as "
                + "many outputs, or use @OrthogonalInit.",
            "@Shape({2, 3, 5}) ▸@DeltaOrthogonalInit float[] w;"),
        field(
            Problem.SCALE,
            "[Fanwise:Scale] scale = 0 of w is not a finite number above 0. Give such "
                + "a number.",
            "@Shape({2, 3}) @VarianceScalingInit(scale = ▸0) float[] w;"),
        field(
            Problem.OMEGA,
            "[Fanwise:Omega0] omega0 = -30 of w is not a finite number above 0. Give "
                + "such a number.",
            "@Shape({2, 3}) @SirenInit(omega0 = ▸-30) float[] w;"),
        field(
            Problem.STD,
            "[Fanwise:Std] std = -0.1 of w is not a finite number of at least 0. Give "
                + "such a number.",
            "@Shape({2, 3}) @NormalInit(std = ▸-0.1) float[] w;"),
        field(
            Problem.STD_ZERO,
            "[Fanwise:StdZero] std = 0 of w is not a finite number above 0. Give such "
                + "a number.",
            "@Shape({2, 3}) @TruncatedNormalInit(std = ▸0) float[] w;"),
        field(
            Problem.MEAN,
            "[Fanwise:Mean] mean = NaN of w is not a finite number. Give one, or "
                + "leave it out for 0.",
            "@Shape({2, 3}) @NormalInit(mean = Double▸.NaN) float[] w;"),
        field(
            Problem.FACTOR,
            "[Fanwise:Factor] gain = Infinity of w is not a finite number. Give one, "
                + "or leave it out for 1.",
            "@Shape({2, 3}) @IdentityInit(gain = 1 ▸/ 0d) float[] w;"),
        field(
            Problem.BOUNDS,
            "[Fanwise:Bounds] low = 1 and high = 1 of w are not two finite numbers in "
                + "that order. Give low < high.",
            "@Shape({2, 3}) @UniformInit(low = ▸1) float[] w;"),
        field(
            Problem.BOUNDS,
            "[Fanwise:Bounds] low = 0 and high = -2 of w are not two finite numbers "
                + "in that order. Give low < high.",
            "@Shape({2, 3}) @UniformInit(high = ▸-2) float[] w;"),
        field(
            Problem.TRUNCATION_BOUNDS,
            "[Fanwise:TruncationBounds] lower = 2 and upper = 2 of w are not in that "
                + "order. Give lower < upper, in standard deviations from the mean.",
            "@Shape({2, 3}) @TruncatedNormalInit(lower = ▸2) float[] w;"),
        field(
            Problem.TRUNCATION_MASS,
            "[Fanwise:TruncationMass] lower = 50 and upper = 60 of w keep less than "
                + "1e-10 of a normal. Give bounds nearer to 0; they are in standard "
                + "deviations from the mean.",
            "@Shape({2, 3}) @TruncatedNormalInit(lower = ▸50, upper = 60) float[] w;"),
        field(
            Problem.SPARSITY,
            "[Fanwise:Sparsity] sparsity = 1.5 of w is not a fraction. Give a number "
                + "from 0 to 1.",
            "@Shape({2, 3}) @SparseInit(sparsity = ▸1.5) float[] w;"),
        field(
            Problem.MAX_TIME,
            "[Fanwise:MaxTime] maxTime = 2 of w is not a finite number above 2. Give "
                + "the longest dependency.",
            "@Shape(8) @ChronoInit(maxTime = ▸2) float[] w;"),
        field(
            Problem.GATES,
            "[Fanwise:Gates] gates = 1 of w is less than 2. Give the number of gates "
                + "of the layer.",
            "@Shape(8) @ChronoInit(maxTime = 9, gates = ▸1, inputGate = 0, forgetGate "
                + "= 0) float[] w;"),
        field(
            Problem.GATES_DIVIDE,
            "[Fanwise:GatesDivide] gates = 3 of w does not divide its 8 elements, "
                + "shape [8]. Each gate has a block of equal size.",
            "@Shape(8) @ForgetGateInit(gates = ▸3) float[] w;"),
        field(
            Problem.GATE,
            "[Fanwise:Gate] forgetGate = 4 of w is no gate. Gates are numbered from 0 " + "to 3.",
            "@Shape(8) @ForgetGateInit(forgetGate = ▸4) float[] w;"),
        field(
            Problem.GATES_EQUAL,
            "[Fanwise:GatesEqual] inputGate and forgetGate of w are both 1. Give each "
                + "its own block.",
            "@Shape(8) @ChronoInit(maxTime = 9, inputGate = ▸1) float[] w;"),
        field(
            Problem.MUP_BASE_RANK,
            "[Fanwise:MupBaseRank] baseShape = [3] of w has not as many dimensions as "
                + "the shape, [2, 3]. Give the shape of the same weights in the base model.",
            "@Shape({2, 3}) @MupInit(baseShape = ▸3) float[] w;"),
        field(
            Problem.MUP_BASE,
            "[Fanwise:MupBase] baseShape = [2, 0] of w is no shape for these weights: "
                + "shape [2, 0]: every dimension must be positive. Give the shape of the "
                + "same weights in the base model.",
            "@Shape({2, 3}) @MupInit(baseShape = ▸{2, 0}) float[] w;"),
        field(
            Problem.LAYERS,
            "[Fanwise:Layers] layers = 0 of w is less than 1. Give the number of " + "layers.",
            "@Shape({2, 3}) @NormalInit @ResidualScaled(layers = ▸0, rule = "
                + "ResidualRule.GPT2) float[] w;"),
        field(
            Problem.LAYERS,
            "[Fanwise:Layers] layers = 0 of b is less than 1. Give the number of layers.",
            "@Shape({2, 3}) @NormalInit float[] w; @Shape(2) @BiasInit(of = \"w\")"
                + " @ResidualScaled(layers = ▸0, rule = ResidualRule.GPT2) float[] b;"),
        field(
            Problem.BRANCH_LAYERS,
            "[Fanwise:BranchLayers] branchLayers = 1 of w is less than 2. Give the "
                + "number of weight layers in a branch.",
            "@Shape({2, 3}) @NormalInit @ResidualScaled(layers = 9, rule = "
                + "ResidualRule.FIXUP, branchLayers = ▸1) float[] w;"),
        field(
            Problem.BRANCH_LAYERS_UNUSED,
            "[Fanwise:BranchLayersUnused] branchLayers = 3 of w is for rule FIXUP, "
                + "but rule is GPT2. Remove it.",
            "@Shape({2, 3}) @NormalInit @ResidualScaled(layers = 9, rule = "
                + "ResidualRule.GPT2, branchLayers = ▸3) float[] w;"),
        field(
            Problem.SCALING_ALONE,
            "[Fanwise:ScalingAlone] @ResidualScaled on w has no scheme to scale. Add "
                + "one, for example @NormalInit(std = 0.02).",
            "@Shape({2, 3}) ▸@ResidualScaled(layers = 9, rule = ResidualRule.GPT2) "
                + "float[] w;"),
        field(
            Problem.SCALING_LAW,
            "[Fanwise:ScalingLaw] @ResidualScaled on w multiplies a standard "
                + "deviation, but @ZerosInit has none of its own. Remove one of them.",
            "@Shape({2, 3}) @ZerosInit ▸@ResidualScaled(layers = 9, rule = "
                + "ResidualRule.GPT2) float[] w;"),
        field(
            Problem.UNIT_VARIANCE_ALONE,
            "[Fanwise:UnitVarianceAlone] @UnitVariance on w is for weights, and nothing draws this"
                + " field. Add @Shape and a scheme, or remove it.",
            "▸@UnitVariance float[] w;"),
        field(
            Problem.UNIT_VARIANCE_RANK,
            "[Fanwise:UnitVarianceRank] @UnitVariance marks weights that are scaled for their"
                + " layer's output, but b has shape [3] and no fans. Give at least two dimensions,"
                + " or remove it.",
            "@Shape({3, 2}) @OrthogonalInit @UnitVariance float[] w;"
                + " @Shape(3) @ZerosInit ▸@UnitVariance float[] b;"),
        field(
            Problem.MISSING_PRECISION,
            "[Fanwise:MissingPrecision] w is a short[], whose numbers have no format. "
                + "Add @Precision(HalfPrecision.BF16) or @Precision(HalfPrecision.FP16).",
            "@Shape({2, 3}) @XavierInit short[] ▸w;"),
        field(
            Problem.PRECISION_TYPE,
            "[Fanwise:PrecisionType] @Precision on w is for short[], but the field is "
                + "of type float[]. Remove it.",
            "@Shape({2, 3}) @XavierInit ▸@Precision(HalfPrecision.BF16) float[] w;"),
        field(
            Problem.PRECISION_ALONE,
            "[Fanwise:PrecisionAlone] @Precision on w is for weights, and nothing draws this field. Add"
                + " @Shape and a scheme, or remove it.",
            "▸@Precision(HalfPrecision.BF16) short[] w;"),
        field(
            Problem.PRECISION_ALONE,
            "[Fanwise:PrecisionAlone] @Precision on w is for weights, and nothing draws this field. Add"
                + " @Shape and a scheme, or remove it.",
            "@StreamName(\"\") ▸@Precision(HalfPrecision.BF16) private static int w;"),
        field(
            Problem.LAZY_ALONE,
            "[Fanwise:LazyAlone] @Lazy on w is for weights, and nothing draws this field. Add @Shape and"
                + " a scheme, or remove it.",
            "▸@Lazy float[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] mean = 1e39 of w is not a finite float. Give a number that the"
                + " field can hold.",
            "@Shape({2, 3}) @NormalInit(mean = ▸1e39) float[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] mean = -70000 of w is not a finite FP16 number. Give a number that"
                + " the field can hold.",
            "@Shape(3) @TruncatedNormalInit(mean = ▸-7e4) @Precision(HalfPrecision.FP16) short[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] low = -1e39 of w is not a finite float. Give a number that the"
                + " field can hold.",
            "@Shape({2, 3}) @UniformInit(high = 1e39, low = ▸-1e39) float[] w;"),
        field(
            Problem.GATE,
            "[Fanwise:Gate] inputGate = 4 of w is no gate. Gates are numbered from 0 to 3.",
            "@Shape(8) @ChronoInit(maxTime = 9, inputGate = ▸4) float[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = 70000 of w is not a finite FP16 number. "
                + "Give a number that the field can hold.",
            "@Shape(3) @ConstantInit(▸70000) @Precision(HalfPrecision.FP16) short[] " + "w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = -70000 of w is not a finite FP16 number. Give a "
                + "number that the field can hold.",
            "@Shape(8) @ForgetGateInit(value = ▸-70000) @Precision(HalfPrecision.FP16) short[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = NaN of w is not a finite number. Give a number that "
                + "the field can hold.",
            "@Shape(8) @ForgetGateInit(value = Double▸.NaN) float[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] gain = -1e39 of w is not a finite float. Give a number that "
                + "the field can hold.",
            "@Shape({2, 2, 3}) @DiracInit(gain = ▸-1e39) float[] w;"),
        field(
            Problem.CONSTANT_VALUE,
            "[Fanwise:ConstantValue] gain = 100000 of w is not a finite FP16 number. Give a number "
                + "that the field can hold.",
            "@Shape({2, 2}) @OrthogonalInit(gain = ▸1e5) @Precision(HalfPrecision.FP16) short[] w;"),
        field(
            Problem.BOUNDS_NEAR,
            "[Fanwise:BoundsNear] low = 1 and high = 1.0000001 of w have no float between them. "
                + "Give bounds that are farther apart.",
            "@Shape(3) @UniformInit(low = ▸1, high = 1.0000001) float[] w;"),
        field(
            Problem.BOUNDS_NEAR,
            "[Fanwise:BoundsNear] low = 2 and high = 2.00000001 of w have no float between them. "
                + "Give bounds that are farther apart.",
            "@UniformInit(high = 2.00000001, low = ▸2) @Shape(3) @Precision(HalfPrecision.BF16)"
                + " short[] w;"),
        field(
            Problem.BOUNDS_NEAR,
            "[Fanwise:BoundsNear] low = 1 and high = 1.0000000000000002 of w have no double "
                + "between them. Give bounds that are farther apart.",
            "@Shape(3) @UniformInit(low = ▸1, high = 1.0000000000000002) double[] w;"),
        field(
            Problem.BOUNDS_NEAR,
            "[Fanwise:BoundsNear] low = 99.9 and high = 100 of w have no BF16 number between them. "
                + "Give bounds that are farther apart.",
            "@UniformInit(low = ▸99.9, high = 100) @Shape(3) @Precision(HalfPrecision.BF16)"
                + " short[] w;"),
        field(
            Problem.BOUNDS_NEAR,
            "[Fanwise:BoundsNear] mean + lower * std = 0.0999 and mean + upper * std = 0.099995 of w "
                + "have no BF16 number between them. Give bounds that are farther apart.",
            "@TruncatedNormalInit(mean = 0.1, std = ▸0.0001, lower = -1, upper = -0.05) @Shape(3)"
                + " @Precision(HalfPrecision.BF16) short[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @KaimingInit gives w a standard deviation of 0, beyond what can be "
                + "drawn as a float. Use numbers nearer to 1.",
            "int n; @Shape(dims = {\"n\", \"n\"}) ▸@KaimingInit(a = 1e200) float[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of Infinity, beyond what can "
                + "be drawn as a double. Use numbers nearer to 1.",
            "int n; @Shape(dims = {\"n\", \"n\"})"
                + " ▸@XavierInit(gain = 1.5e308, nonlinearity = Nonlinearity.RELU) double[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 3.535533905932738e-51, "
                + "beyond what can be drawn as a float. Use numbers nearer to 1.",
            "@Shape({8, 8}) ▸@XavierInit(gain = 1e-50) float[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @KaimingInit gives w a standard deviation of 0, beyond what can be "
                + "drawn as a double. Use numbers nearer to 1.",
            "@Shape({8, 8}) ▸@KaimingInit(a = 1e200, distribution = Distribution.UNIFORM)"
                + " double[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @VarianceScalingInit gives w a standard deviation of 1e-150, beyond "
                + "what can be drawn as a BF16 number. Use numbers nearer to 1.",
            "@Shape({4, 1}) ▸@VarianceScalingInit(scale = 1e-300, distribution ="
                + " Distribution.UNIFORM) @Precision(HalfPrecision.BF16) short[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @SparseInit gives w a standard deviation of 1e38, beyond what can be "
                + "drawn as a float. Use numbers nearer to 1.",
            "@Shape({4, 4}) ▸@SparseInit(sparsity = 0.5, std = 1e38) float[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @SparseInit gives w a standard deviation of 1e-60, beyond what can "
                + "be drawn as a float. Use numbers nearer to 1.",
            "@Shape({4, 4}) ▸@SparseInit(sparsity = 0.5, std = 1e-60) float[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @OrthogonalInit gives w a standard deviation of 5e-41, beyond what "
                + "can be drawn as a float. Use numbers nearer to 1.",
            "@Shape({4, 4}) ▸@OrthogonalInit(gain = 1e-40) float[][] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @NormalInit gives w a standard deviation of 5e-8, beyond what can be "
                + "drawn as a FP16 number. Use numbers nearer to 1.",
            "@Shape(3) ▸@NormalInit(std = 5e-8) @Precision(HalfPrecision.FP16) short[] w;"),
        field(
            Problem.SPREAD,
            "[Fanwise:Spread] @NormalInit gives w a standard deviation of 9000, "
                + "beyond what can be drawn as a FP16 number. Use numbers nearer to 1.",
            "@Shape(3) ▸@NormalInit(std = 9e3) @Precision(HalfPrecision.FP16) short[] " + "w;"));
  }
}
