package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.HIDDEN_WEIGHT;
import static dev.fanwise.processor.report.Problem.PRIVATE_FIELD;
import static dev.fanwise.processor.report.Problem.STATIC_FIELD;
import static dev.fanwise.processor.report.Problem.SUBMODULE_ACCESS;
import static dev.fanwise.processor.report.Problem.SUBMODULE_AND_WEIGHTS;
import static dev.fanwise.processor.report.Problem.SUBMODULE_CYCLE;
import static dev.fanwise.processor.report.Problem.SUBMODULE_TYPE;
import static dev.fanwise.processor.report.Problem.SUBMODULE_UNPROCESSED;
import static dev.fanwise.processor.report.Problem.SUBMODULE_WITHOUT_WEIGHTS;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with {@code @Submodule}. */
class SubmoduleProblemsTest {
  private static final String BLOCK = "class Block { @Shape({2, 3}) @XavierInit float[] w; }";

  private static final String NOT_A_SUBMODULE =
      "[Fanwise:SubmoduleType] m is of type %s, but a submodule is a class with weights, or an"
          + " array, List or Map<String, ...> of such. Declare it so, or remove @Submodule.";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  private static ProblemCase type(String type) {
    return type(type, type);
  }

  private static ProblemCase type(String type, String said) {
    return problem(
            SUBMODULE_TYPE,
            NOT_A_SUBMODULE.formatted(said),
            "class Faulty {\n  ▸@Submodule " + type + " m;\n}\n",
            BLOCK)
        .generating("p.BlockInitializer");
  }

  static List<ProblemCase> cases() {
    return List.of(
        type("int"),
        type("float[]"),
        type("java.util.List<?>"),
        type("java.util.Set<p.Block>"),
        type("java.util.Optional<? extends p.Block[]>"),
        type("java.util.Map<java.lang.String,java.util.Set<java.util.Set<p.Block>>>"),
        type("java.util.Map<java.lang.Integer,p.Block>"),
        type("java.util.Map<?,p.Block>"),
        type("java.util.List<? super p.Block>"),
        field(
            SUBMODULE_WITHOUT_WEIGHTS,
            "[Fanwise:SubmoduleWithoutWeights] m is a submodule of class String, which has no"
                + " weights. Annotate its weights, or remove @Submodule.",
            "▸@Submodule String m;"),
        field(
            SUBMODULE_WITHOUT_WEIGHTS,
            "[Fanwise:SubmoduleWithoutWeights] m is a submodule of class Runnable, which has no"
                + " weights. Annotate its weights, or remove @Submodule.",
            "▸@Submodule java.util.List<Runnable[]> m;"),
        problem(
            SUBMODULE_TYPE,
            NOT_A_SUBMODULE.formatted("T"),
            "class Faulty<T extends java.util.List<T>> {\n  ▸@Submodule T m;\n}\n"),
        problem(
            SUBMODULE_TYPE,
            NOT_A_SUBMODULE.formatted("p.Row"),
            "class Faulty {\n  ▸@Submodule Row m;\n}\n",
            "abstract class Row implements java.util.List<Row> {}"),
        problem(
            SUBMODULE_TYPE,
            NOT_A_SUBMODULE.formatted("p.Row<java.lang.String>"),
            "class Faulty {\n  ▸@Submodule Row<String> m;\n}\n",
            "abstract class Row<T> implements java.util.List<Row<java.util.List<T>>> {}"),
        problem(
                SUBMODULE_UNPROCESSED,
                "[Fanwise:SubmoduleUnprocessed] m is a submodule of class Block, which was compiled"
                    + " without Fanwise or with another -Afanwise.suffix, or is a source on the"
                    + " source path only, so there is no BlockInitializer. Compile it with the"
                    + " annotation processor and the same suffix, and name its file among those to"
                    + " compile.",
                "class Faulty {\n  ▸@Submodule Block m;\n}\n")
            .with(javac -> javac.on(unprocessed())),
        problem(
                SUBMODULE_ACCESS,
                "[Fanwise:SubmoduleAccess] m needs Outer_InnerInitializer, which is not public"
                    + " because Inner is not, or a class around it. Make them public, or move the"
                    + " classes into one package.",
                "package q; import dev.fanwise.*;\n"
                    + "public class Outer { protected static class Inner {"
                    + " @Shape({2, 3}) @XavierInit float[] w; } }",
                "class Faulty extends q.Outer {\n  ▸@Submodule Inner m;\n}\n")
            .generating("q.Outer_InnerInitializer"),
        field(
            SUBMODULE_CYCLE,
            "[Fanwise:SubmoduleCycle] next leads back to Faulty, so that no object could be"
                + " complete. Hold it in an array, List or Map, or remove @Submodule.",
            "▸@Submodule Faulty next;"),
        // Once for all classes on the way; those that hold one of them get no initialiser either.
        problem(
            SUBMODULE_CYCLE,
            "[Fanwise:SubmoduleCycle] next.back leads back to Faulty, so that no object could be"
                + " complete. Hold it in an array, List or Map, or remove @Submodule.",
            "class Faulty {\n  ▸@Submodule Other next;\n}\n",
            "class Other { @Submodule Faulty back; @Shape(3) @OnesInit float[] w; }",
            "class Holder { @Submodule Other other; }"),
        problem(
            SUBMODULE_CYCLE,
            "[Fanwise:SubmoduleCycle] second.third.first leads back to Faulty, so that no object"
                + " could be complete. Hold it in an array, List or Map, or remove @Submodule.",
            "class Faulty {\n  ▸@Submodule Second second;\n}\n",
            "class Second { @Submodule Third third; }",
            "class Third { @Submodule Faulty first; }"),
        problem(
                SUBMODULE_AND_WEIGHTS,
                "[Fanwise:SubmoduleAndWeights] m is a submodule, which has no weights of its own"
                    + " for @XavierInit. Remove one of the two annotations.",
                "class Faulty {\n  @Submodule ▸@XavierInit Block m;\n}\n",
                BLOCK)
            .generating("p.BlockInitializer"),
        field(
            SUBMODULE_AND_WEIGHTS,
            "[Fanwise:SubmoduleAndWeights] w is a submodule, which has no weights of its own for"
                + " @Shape. Remove one of the two annotations.",
            "@Submodule ▸@Shape(3) @OnesInit float[] w;"),
        problem(
                PRIVATE_FIELD,
                "[Fanwise:PrivateField] m is private, so generated code cannot reach it. Make it"
                    + " package-private.",
                "class Faulty {\n  ▸@Submodule private Block m;\n}\n",
                BLOCK)
            .generating("p.BlockInitializer"),
        problem(
                STATIC_FIELD,
                "[Fanwise:StaticField] m is static, but weights belong to a model object. Remove"
                    + " static.",
                "class Faulty {\n  ▸@Submodule static Block m;\n}\n",
                BLOCK)
            .generating("p.BlockInitializer"),
        problem(
                HIDDEN_WEIGHT,
                "[Fanwise:HiddenWeight] m of Faulty hides the weights of the same name in Base, and"
                    + " the two would have one stream. Rename one of them.",
                "class Base { @Submodule Block m; }",
                "class Faulty extends Base {\n  @Submodule Block ▸m;\n}\n",
                BLOCK)
            .generating("p.BlockInitializer", "p.BaseInitializer"));
  }

  private static Outcome unprocessed() {
    return Javac.plainJavac().run(BLOCK).requireSuccess();
  }
}
