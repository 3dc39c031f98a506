package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.RANDOM_STREAM;
import static dev.fanwise.processor.report.Problem.RANDOM_STREAM_CONFLICT;
import static dev.fanwise.processor.report.Problem.RANDOM_STREAM_REACH;

import dev.fanwise.RandomEngine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot have the numbers of PyTorch or JAX. */
class EngineProblemsTest {
  private static final String LAPACK =
      "its matrices come from LAPACK, whose rounding differs between machines";
  private static final String NO_SCHEME = "it has no such scheme";
  private static final String OI = "PyTorch's tensors are in layout OI";
  private static final String LIBM = "its normals in double depend on the C library; use float";
  private static final String MASS =
      "bounds that keep less than 0.3 of a normal are drawn by a vector logarithm";
  private static final String BOUNDS =
      "its error function is known exactly for bounds of -2 and 2 only";
  private static final String NO_DOUBLES = "it draws no doubles unless told to; use float";
  private static final String HALF_NORMALS =
      "its normals of 16 bits are not known exactly; use float";
  private static final String HALF_UNIFORMS =
      "its uniforms of 16 bits are known for -b to b and 0 to b only";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  private static String refused(String scheme, String field, RandomEngine engine, String reason) {
    return "[Fanwise:RandomStream] @%s on %s cannot have the numbers of %s: %s. Use another scheme, or RandomEngine.FANWISE."
        .formatted(scheme, field, engine, reason);
  }

  /** A class {@code Faulty} of one line whose field is w. */
  private static ProblemCase of(RandomEngine engine, String scheme, String reason, String line) {
    return problem(
        RANDOM_STREAM,
        refused(scheme, "w", engine, reason),
        "@RandomStream(RandomEngine." + engine + ") class Faulty {\n  " + line + "\n}\n");
  }

  private static ProblemCase torch(String scheme, String reason, String line) {
    return of(RandomEngine.TORCH, scheme, reason, line);
  }

  private static ProblemCase jax(String scheme, String reason, String line) {
    return of(RandomEngine.JAX, scheme, reason, line);
  }

  static List<ProblemCase> cases() {
    return List.of(
        torch("OrthogonalInit", LAPACK, "@Shape({4, 3}) ▸@OrthogonalInit float[] w;"),
        torch("DeltaOrthogonalInit", LAPACK, "@Shape({4, 3, 3}) ▸@DeltaOrthogonalInit float[] w;"),
        jax("OrthogonalInit", LAPACK, "@Shape({4, 3}) ▸@OrthogonalInit float[] w;"),
        jax("DeltaOrthogonalInit", LAPACK, "@Shape({4, 3, 3}) ▸@DeltaOrthogonalInit float[] w;"),
        torch(
            "OrthogonalInit",
            LAPACK,
            "int n() { return 3; } @Shape(dims = {\"4\", \"n\"}) ▸@OrthogonalInit float[] w;"),
        jax("SparseInit", NO_SCHEME, "@Shape({4, 3}) ▸@SparseInit(sparsity = 0.5) float[] w;"),
        torch(
            "SparseInit",
            "its sparse matrices need dimensions and groups that are numbers",
            "int n = 3; @Shape(dims = {\"4\", \"n\"}) ▸@SparseInit(sparsity = 0.5) float[] w;"),
        torch("SparseInit", LIBM, "@Shape({4, 3}) ▸@SparseInit(sparsity = 0.5) double[] w;"),
        torch("ChronoInit", NO_SCHEME, "@Shape(8) ▸@ChronoInit(maxTime = 9) float[] w;"),
        jax("ChronoInit", NO_SCHEME, "@Shape(8) ▸@ChronoInit(maxTime = 9) float[] w;"),
        torch("NormalInit", LIBM, "@Shape(8) ▸@NormalInit double[] w;"),
        torch(
            "XavierInit",
            LIBM,
            "@Shape({2, 3}) ▸@XavierInit(distribution = Distribution.NORMAL) double[][] w;"),
        torch(
            "TruncatedNormalInit",
            LIBM,
            "@Shape(8) ▸@TruncatedNormalInit java.nio.DoubleBuffer w;"),
        torch(
            "XavierInit", OI, "@Shape(value = {2, 3}, layout = Layout.IO) ▸@XavierInit float[] w;"),
        torch("UniformInit", OI, "@Shape(value = 8, layout = Layout.IO) ▸@UniformInit float[] w;"),
        torch(
            "TruncatedNormalInit",
            MASS,
            "@Shape(8) ▸@TruncatedNormalInit(lower = 1, upper = 2) float[] w;"),
        jax(
            "TruncatedNormalInit",
            BOUNDS,
            "@Shape(8) ▸@TruncatedNormalInit(lower = -3, upper = 3) float[] w;"),
        jax("TruncatedNormalInit", BOUNDS, "@Shape(8) ▸@TruncatedNormalInit(upper = 3) float[] w;"),
        jax("XavierInit", NO_DOUBLES, "@Shape({2, 3}) ▸@XavierInit double[] w;"),
        jax("UniformInit", NO_DOUBLES, "@Shape({2, 3}) ▸@UniformInit double[][] w;"),
        jax(
            "NormalInit",
            HALF_NORMALS,
            "@Shape(8) ▸@NormalInit @Precision(HalfPrecision.BF16) short[] w;"),
        jax(
            "LecunInit",
            HALF_NORMALS,
            "@Shape({2, 3}) ▸@LecunInit @Precision(HalfPrecision.FP16) short[] w;"),
        jax(
            "UniformInit",
            HALF_UNIFORMS,
            "@Shape(8) ▸@UniformInit(low = 1, high = 2) @Precision(HalfPrecision.FP16) short[] w;"),
        jax(
            "UniformInit",
            HALF_UNIFORMS,
            "@Shape(8) ▸@UniformInit @ResidualScaled(layers = 2, rule = ResidualRule.GPT2)"
                + " @Precision(HalfPrecision.BF16) short[] w;"),
        problem(
            RANDOM_STREAM,
            refused("OrthogonalInit", "w", RandomEngine.JAX, LAPACK),
            "class Faulty extends Base {\n  @Shape({4, 3}) ▸@OrthogonalInit float[] w;\n}\n",
            "@RandomStream(RandomEngine.JAX) class Base {}"),
        problem(
                RANDOM_STREAM,
                refused("OrthogonalInit", "w", RandomEngine.TORCH, LAPACK),
                "@RandomStream(RandomEngine.TORCH) class Faulty {\n  @Submodule Block block;\n}\n",
                "class Block { @Shape({4, 3}) ▸@OrthogonalInit float[] w; }")
            .generating("p.BlockInitializer"),
        conflict("class Faulty {\n  ▸@Submodule Block[] blocks;\n}\n", "FANWISE"),
        conflict("class Faulty {\n  ▸@Submodule java.util.List<Block> blocks;\n}\n", "JAX"),
        problem(
                RANDOM_STREAM_CONFLICT,
                "[Fanwise:RandomStreamConflict] blocks is a submodule of class Block with"
                    + " RandomEngine.JAX, but Faulty has RandomEngine.TORCH, and draws all its numbers"
                    + " one after the other. Choose one of them for both.",
                "@RandomStream(RandomEngine.TORCH) class Faulty { @Submodule Between between; }",
                "class Between { ▸@Submodule Block blocks; }",
                "@RandomStream(RandomEngine.JAX) class Block { @Shape(3) @OnesInit float[] w; }")
            .generating("p.BlockInitializer", "p.BetweenInitializer"),
        problem(
                RANDOM_STREAM_REACH,
                "[Fanwise:RandomStreamReach] Between.deep shares the random stream of Faulty, whose"
                    + " initialiser cannot reach Deep of class Between in another package. Annotate"
                    + " Between with @RandomStream(RandomEngine.TORCH).",
                "@RandomStream(RandomEngine.TORCH) ▸class Faulty { @Submodule q.Between between; }",
                "package q; import dev.fanwise.*; public class Between { @Submodule public Deep deep; }",
                "package q; import dev.fanwise.*; class Deep { @Shape(3) @OnesInit public float[] w; }")
            .generating("q.BetweenInitializer", "q.DeepInitializer"),
        reach("float[] w", "@Shape(3)", "w"),
        reach("protected float[] w", "@Shape(3)", "w"),
        reach("public float[] w", "@Shape(dims = \"size\")", "size"));
  }

  private static ProblemCase conflict(String faulty, String engine) {
    return problem(
            RANDOM_STREAM_CONFLICT,
            "[Fanwise:RandomStreamConflict] blocks is a submodule of class Block with RandomEngine."
                + engine
                + ", but Faulty has RandomEngine.TORCH, and draws all its numbers one after the other."
                + " Choose one of them for both.",
            "@RandomStream(RandomEngine.TORCH) " + faulty,
            "@RandomStream(RandomEngine."
                + engine
                + ") class Block { @Shape(3) @OnesInit float[] w; }")
        .generating("p.BlockInitializer");
  }

  private static ProblemCase reach(String field, String shape, String element) {
    return problem(
            RANDOM_STREAM_REACH,
            "[Fanwise:RandomStreamReach] Block.w shares the random stream of Faulty, whose"
                + " initialiser cannot reach "
                + element
                + " of class Block in another package. Annotate Block with"
                + " @RandomStream(RandomEngine.JAX).",
            "@RandomStream(RandomEngine.JAX) ▸class Faulty { @Submodule q.Block block; }",
            "package q; import dev.fanwise.*; public class Block { int size = 3; "
                + shape
                + " @OnesInit "
                + field
                + "; }")
        .generating("q.BlockInitializer");
  }
}
