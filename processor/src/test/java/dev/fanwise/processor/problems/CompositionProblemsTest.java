package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.BIAS_UNKNOWN;
import static dev.fanwise.processor.report.Problem.COMPOSED_CYCLE;
import static dev.fanwise.processor.report.Problem.COMPOSED_MEMBER;
import static dev.fanwise.processor.report.Problem.COMPOSED_RETENTION;
import static dev.fanwise.processor.report.Problem.COMPOSED_TWICE;
import static dev.fanwise.processor.report.Problem.FANS_RANK;
import static dev.fanwise.processor.report.Problem.LAYERS;
import static dev.fanwise.processor.report.Problem.SCALING_ALONE;
import static dev.fanwise.processor.report.Problem.SCALING_LAW;
import static dev.fanwise.processor.report.Problem.SHAPE_MISSING;
import static dev.fanwise.processor.report.Problem.SLOPE;
import static dev.fanwise.processor.report.Problem.SPREAD;
import static dev.fanwise.processor.report.Problem.TWO_SCALINGS;
import static dev.fanwise.processor.report.Problem.TWO_SCHEMES;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with annotations that users compose: shown where they are used. */
class CompositionProblemsTest {
  private static final String SOURCE =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.SOURCE) ";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return Stream.of(schemes(), several(), definitions()).flatMap(List::stream).toList();
  }

  private static List<ProblemCase> schemes() {
    return List.of(
        problem(
            SLOPE,
            "[Fanwise:Slope] a = NaN of w is not a finite number. Give the slope of the leaky"
                + " rectifier. (This is in @ConvInit, that is @KaimingInit(a = NaN).)",
            "class Faulty { @Shape({2, 3}) ▸@ConvInit float[] w; }",
            "@KaimingInit(a = Double.NaN) @interface ConvInit {}"),
        problem(
                SLOPE,
                "[Fanwise:Slope] a = NaN of w is not a finite number. Give the slope of the leaky"
                    + " rectifier. (This is in @ConvInit, that is @KaimingInit(a = NaN).)",
                "class Faulty { @Shape({2, 3}) ▸@ConvInit float[] w; }")
            .with(
                javac -> javac.on(library("@KaimingInit(a = Double.NaN) @interface ConvInit {}"))),
        problem(
            FANS_RANK,
            "[Fanwise:FansRank] @KaimingInit needs fan_in and fan_out, but w has shape [256]. Give"
                + " at least two dimensions, or use @ZerosInit for a bias. (This is in @Deep, that is"
                + " @ConvInit, that is @KaimingInit(mode = FAN_OUT, nonlinearity = GELU).)",
            "class Faulty { @Shape(256) ▸@Deep float[] w; }",
            "@KaimingInit(mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.GELU) @interface"
                + " ConvInit {}",
            "@ConvInit @interface Deep {}"),
        problem(
            SPREAD,
            "[Fanwise:Spread] @XavierInit gives w a standard deviation of 6.3245553203367584e38, beyond"
                + " what can be drawn as a float. Use numbers nearer to 1. (This is in @Wide, that is"
                + " @XavierInit(gain = 1e39).)",
            "class Faulty { @Shape({2, 3}) ▸@Wide float[] w; }",
            "@XavierInit(gain = 1e39) @interface Wide {}"),
        problem(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"wieght\" names no weight field of Faulty. Did you mean"
                + " \"weight\"? (This is in @Bias, that is @BiasInit(of = \"wieght\").)",
            "class Faulty { @Shape({2, 3}) @XavierInit float[] weight; @Shape(2) ▸@Bias float[] b; }",
            "@BiasInit(of = \"wieght\") @interface Bias {}"),
        problem(
            SHAPE_MISSING,
            "[Fanwise:ShapeMissing] @ConvInit on w draws a tensor of unknown shape. Add @Shape, for"
                + " example @Shape({out, in}).",
            "class Faulty { ▸@ConvInit float[] w; }",
            "@KaimingInit @interface ConvInit {}"),
        problem(
                SHAPE_MISSING,
                "[Fanwise:ShapeMissing] @ConvInit on w draws a tensor of unknown shape. Add @Shape, for"
                    + " example @Shape({out, in}).",
                "class Faulty { ▸@ConvInit float[] w; }")
            .with(javac -> javac.on(library("@KaimingInit @interface ConvInit {}"))),
        problem(
            SCALING_ALONE,
            "[Fanwise:ScalingAlone] @ResidualScaled on w has no scheme to scale. Add one, for example"
                + " @NormalInit(std = 0.02). (This is in @Scaled, that is @ResidualScaled(layers = 2,"
                + " rule = GPT2).)",
            "class Faulty { @Shape({2, 3}) ▸@Scaled float[] w; }",
            "@ResidualScaled(layers = 2, rule = ResidualRule.GPT2) @interface Scaled {}"),
        problem(
            SCALING_LAW,
            "[Fanwise:ScalingLaw] @ResidualScaled on w multiplies a standard deviation, but @Nought has"
                + " none of its own. Remove one of them.",
            "class Faulty { @Nought @Shape({2, 3}) ▸@ResidualScaled(layers = 2, rule ="
                + " ResidualRule.GPT2) float[] w; }",
            "@ZerosInit @interface Nought {}"),
        problem(
            LAYERS,
            "[Fanwise:Layers] layers = 0 of w is less than 1. Give the number of layers. (This is in"
                + " @Residual, that is @ResidualScaled(layers = 0, rule = GPT2).)",
            "class Faulty { @Shape({2, 3}) ▸@Residual float[] w; }",
            "@NormalInit @ResidualScaled(layers = 0, rule = ResidualRule.GPT2) @interface Residual"
                + " {}"));
  }

  private static List<ProblemCase> several() {
    return List.of(
        problem(
            TWO_SCHEMES,
            "[Fanwise:TwoSchemes] w has two schemes, @ConvInit and @OnesInit. Keep one of them.",
            "class Faulty { @Shape({2, 3}) @ConvInit ▸@OnesInit float[] w; }",
            "@KaimingInit @interface ConvInit {}"),
        problem(
            TWO_SCHEMES,
            "[Fanwise:TwoSchemes] w has two schemes, @KaimingInit and @ConvInit. Keep one of them.",
            "class Faulty { @Shape({2, 3}) @KaimingInit ▸@ConvInit float[] w; }",
            "@KaimingInit @interface ConvInit {}"),
        problem(
            TWO_SCALINGS,
            "[Fanwise:TwoScalings] w is scaled twice, by @Residual and @ResidualScaled. Keep one of"
                + " them.",
            "class Faulty { @Shape({2, 3}) @Residual ▸@ResidualScaled(layers = 3, rule ="
                + " ResidualRule.GPT2) float[] w; }",
            "@NormalInit @ResidualScaled(layers = 2, rule = ResidualRule.GPT2) @interface Residual"
                + " {}"),
        problem(
            COMPOSED_TWICE,
            "[Fanwise:ComposedTwice] @Both on w is composed of both @KaimingInit(mode = FAN_OUT) and"
                + " @XavierInit. Keep one of them in the annotation type p.Both.",
            "class Faulty { @Shape({2, 3}) ▸@Both float[] w; }",
            "@KaimingInit(mode = FanMode.FAN_OUT) @XavierInit @interface Both {}"),
        problem(
            COMPOSED_TWICE,
            "[Fanwise:ComposedTwice] @Both on w is composed of both @XavierInit and @XavierInit(gain ="
                + " 2). Keep one of them in the annotation type p.Outer.Both.",
            """
            class Outer {
              static class Faulty { @Shape({2, 3}) ▸@Both float[] w; }
              @One @Two @interface Both {}
              @XavierInit @interface One {}
              @XavierInit(gain = 2) @interface Two {}
            }
            """),
        problem(
            COMPOSED_TWICE,
            "[Fanwise:ComposedTwice] @Twice on w is composed of both @ResidualScaled(layers = 2, rule ="
                + " GPT2) and @ResidualScaled(layers = 3, rule = GPT2). Keep one of them in the"
                + " annotation type p.Twice.",
            "class Faulty { @Shape({2, 3}) ▸@Twice float[] w; }",
            "@NormalInit @Scaled @ResidualScaled(layers = 3, rule = ResidualRule.GPT2) @interface"
                + " Twice {}",
            "@ResidualScaled(layers = 2, rule = ResidualRule.GPT2) @interface Scaled {}"));
  }

  private static List<ProblemCase> definitions() {
    return List.of(
        problem(
            COMPOSED_CYCLE,
            "[Fanwise:ComposedCycle] @A on w is composed of itself: @A, @B, @A. Remove @A from the"
                + " annotation type p.B.",
            "class Faulty { @Shape({2, 3}) ▸@A float[] w; }",
            "@B @XavierInit @interface A {}",
            "@A @interface B {}"),
        problem(
            COMPOSED_CYCLE,
            "[Fanwise:ComposedCycle] @C on w is composed of itself: @C, @A, @B, @A. Remove @A from the"
                + " annotation type p.B.",
            "class Faulty { ▸@C float[] w; }",
            "@A @interface C {}",
            "@B @interface A {}",
            "@A @XavierInit @interface B {}"),
        problem(
            COMPOSED_CYCLE,
            "[Fanwise:ComposedCycle] @A on w is composed of itself: @A, @A. Remove @A from the"
                + " annotation type p.A.",
            "class Faulty { @Shape({2, 3}) ▸@A float[] w; }",
            "@A @XavierInit @interface A {}"),
        problem(
            COMPOSED_RETENTION,
            "[Fanwise:ComposedRetention] @ConvInit on w is not kept in class files, so that subclasses"
                + " and incremental builds miss its scheme. Give the annotation type p.ConvInit"
                + " @Retention(RetentionPolicy.CLASS), or no @Retention.",
            "class Faulty { @Shape({2, 3}) ▸@ConvInit float[] w; }",
            SOURCE + "@KaimingInit @interface ConvInit {}"),
        problem(
            COMPOSED_RETENTION,
            "[Fanwise:ComposedRetention] @Deep on w is not kept in class files, so that subclasses and"
                + " incremental builds miss its scheme. Give the annotation type p.ConvInit"
                + " @Retention(RetentionPolicy.CLASS), or no @Retention.",
            "class Faulty { @Shape({2, 3}) ▸@Deep float[] w; }",
            "@ConvInit @interface Deep {}",
            SOURCE
                + "@NormalInit @ResidualScaled(layers = 2, rule = ResidualRule.GPT2) @interface"
                + " ConvInit {}"),
        problem(
            COMPOSED_MEMBER,
            "[Fanwise:ComposedMember] gain of @OwnInit on w is not gain of the @XavierInit that it is"
                + " composed of, which stays as it is. Remove it from the annotation type p.OwnInit, or"
                + " give it another name.",
            "class Faulty { @Shape({2, 3}) ▸@OwnInit(gain = 2) float[] w; }",
            "@XavierInit @interface OwnInit { double gain() default 1; int block() default 0; }"));
  }

  private static Outcome library(String source) {
    return Javac.plainJavac().run(source).requireSuccess();
  }
}
