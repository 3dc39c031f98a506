package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.report.Problem.CONSTANT_VALUE;
import static dev.fanwise.processor.report.Problem.FANS_RANK;
import static dev.fanwise.processor.report.Problem.GAIN;
import static dev.fanwise.processor.report.Problem.KAIMING_MODE;
import static dev.fanwise.processor.report.Problem.SLOPE;
import static dev.fanwise.processor.report.Problem.SLOPE_UNUSED;
import static dev.fanwise.processor.report.Problem.SPREAD;
import static dev.fanwise.processor.report.Problem.TWO_SCHEMES;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with a scheme, in itself or for the tensor that it is on. */
class SchemeProblemsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        field(
            FANS_RANK,
            "[Fanwise:FansRank] @XavierInit needs fan_in and fan_out, but w has shape [256]. Give at"
                + " least two dimensions, or use @ZerosInit for a bias.",
            "@Shape(256) ▸@XavierInit(gain = 2) float[] w;"),
        field(
            FANS_RANK,
            "[Fanwise:FansRank] @KaimingInit needs fan_in and fan_out, but w has shape [256]. Give"
                + " at least two dimensions, or use @ZerosInit for a bias.",
            "▸@KaimingInit @Shape({256}) double[] w;"),
        field(
            TWO_SCHEMES,
            "[Fanwise:TwoSchemes] w has two schemes, @XavierInit and @KaimingInit. Keep one of them.",
            "@Shape({2, 3}) @XavierInit ▸@KaimingInit float[] w;"),
        field(
            TWO_SCHEMES,
            "[Fanwise:TwoSchemes] w has two schemes, @OnesInit and @ConstantInit. Keep one of them.",
            "@OnesInit ▸@ConstantInit(1) @Shape({2, 3}) float[][] w;"),
        field(
            GAIN,
            "[Fanwise:Gain] gain = NaN of w is not a finite number above 0. Give such a gain, or leave"
                + " it out.",
            "@Shape({2, 3}) @XavierInit(gain = ▸NONE) float[] w; static final double NONE = 0.0 / 0;"),
        field(
            GAIN,
            "[Fanwise:Gain] gain = Infinity of w is not a finite number above 0. Give such a gain, or"
                + " leave it out.",
            "@Shape({2, 3}) @XavierInit(gain = 1 ▸/ 0.0) float[] w;"),
        field(
            GAIN,
            "[Fanwise:Gain] gain = -Infinity of w is not a finite number above 0. Give such a gain, or"
                + " leave it out.",
            "@Shape({2, 3}) @XavierInit(gain = Double▸.NEGATIVE_INFINITY) double[] w;"),
        field(
            GAIN,
            "[Fanwise:Gain] gain = 0 of w is not a finite number above 0. Give such a gain, or leave"
                + " it out.",
            "@Shape({2, 3}) @XavierInit(gain = ▸0) float[] w;"),
        field(
            GAIN,
            "[Fanwise:Gain] gain = -0.5 of w is not a finite number above 0. Give such a gain, or"
                + " leave it out.",
            "@Shape({2, 3}) @XavierInit(gain = ▸-0.5f, nonlinearity = Nonlinearity.TANH) float[] w;"),
        field(
            SLOPE,
            "[Fanwise:Slope] a = NaN of w is not a finite number. Give the slope of the leaky"
                + " rectifier.",
            "@Shape({2, 3}) @KaimingInit(a = Double▸.NaN) float[] w;"),
        field(
            SLOPE,
            "[Fanwise:Slope] a = Infinity of w is not a finite number. Give the slope of the leaky"
                + " rectifier.",
            "@Shape({2, 3}) @KaimingInit(a = Float▸.POSITIVE_INFINITY) float[] w;"),
        field(
            SLOPE_UNUSED,
            "[Fanwise:SlopeUnused] a = 0.01 of w is the slope of LEAKY_RELU, but nonlinearity is RELU."
                + " Remove a, or use nonlinearity = LEAKY_RELU.",
            "@Shape({2, 3}) @KaimingInit(a = ▸0.01, nonlinearity = Nonlinearity.RELU) float[] w;"),
        field(
            SLOPE_UNUSED,
            "[Fanwise:SlopeUnused] a = 0 of w is the slope of LEAKY_RELU, but nonlinearity is TANH."
                + " Remove a, or use nonlinearity = LEAKY_RELU.",
            "@Shape({2, 3}) @KaimingInit(nonlinearity = Nonlinearity.TANH, a = ▸0) float[] w;"),
        field(
            KAIMING_MODE,
            "[Fanwise:KaimingMode] mode = FAN_AVG of w is not for @KaimingInit, which divides by one"
                + " of the fans. Use FAN_IN or FAN_OUT, or @XavierInit for the mean of both.",
            "@Shape({2, 3}) @KaimingInit(mode = FanMode▸.FAN_AVG) float[] w;"),
        field(
            KAIMING_MODE,
            "[Fanwise:KaimingMode] mode = FAN_GEO_AVG of w is not for @KaimingInit, which divides by"
                + " one of the fans. Use FAN_IN or FAN_OUT, or @XavierInit for the mean of both.",
            "@Shape({2, 3}) @KaimingInit(mode = FanMode▸.FAN_GEO_AVG) float[] w;"),
        field(
            CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = NaN of w is not a finite float. Give a number that the"
                + " field can hold.",
            "@Shape(3) @ConstantInit(Float▸.NaN) float[] w;"),
        field(
            CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = 1e39 of w is not a finite float. Give a number that the"
                + " field can hold.",
            "@Shape({3, 1}) @ConstantInit(▸1e39) float[][] w;"),
        field(
            CONSTANT_VALUE,
            "[Fanwise:ConstantValue] value = -Infinity of w is not a finite double. Give a number that"
                + " the field can hold.",
            "@Shape(3) @ConstantInit(-1 ▸/ 0d) double[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 9.486832980505138e-32,"
                + " beyond what can be drawn as a float. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@XavierInit(gain = 1.5e-31) float[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 6.3245553203367584e38, beyond"
                + " what can be drawn as a float. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@XavierInit(gain = 1e39) float[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 9.486832980505138e-293,"
                + " beyond what can be drawn as a double. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@XavierInit(gain = 1.5e-292) double[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 1.075174404457249e308, beyond"
                + " what can be drawn as a double. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@XavierInit(gain = 1.7e308) double[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 1.6443843832875575e29, beyond"
                + " what can be drawn as a float. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@XavierInit(gain = 2.6e29, distribution = Distribution.NORMAL) float[] w;"),
        field(
            SPREAD,
            "[Fanwise:Spread] @KaimingInit gives w a standard deviation of 0, beyond what can be drawn"
                + " as a float. Use numbers nearer to 1.",
            "@Shape({2, 3}) ▸@KaimingInit(a = 1e200) float[] w;"));
  }
}
