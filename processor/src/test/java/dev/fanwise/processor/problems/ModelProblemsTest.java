package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.HIDDEN_WEIGHT;
import static dev.fanwise.processor.report.Problem.INHERITED_ACCESS;
import static dev.fanwise.processor.report.Problem.INTERNAL;
import static dev.fanwise.processor.report.Problem.METHOD_CLASH;
import static dev.fanwise.processor.report.Problem.MISSING_TYPE;
import static dev.fanwise.processor.report.Problem.MODEL_PRIVATE;
import static dev.fanwise.processor.report.Problem.NAME_TAKEN;
import static dev.fanwise.processor.report.Problem.UNWRITABLE;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.WatchedProcessor;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with a model as a class. */
class ModelProblemsTest {
  private static final String TAKEN =
      "[Fanwise:NameTaken] FaultyInitializer is the class to generate for Faulty, but a class of that"
          + " name exists already. Rename one of the two.";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        problem(
            MODEL_PRIVATE,
            "[Fanwise:ModelPrivate] Faulty is private, so generated code cannot reach the weights in"
                + " Faulty. Make it package-private.",
            """
            class Outer {
              private static ▸class Faulty { @Shape(3) @OnesInit float[] w; }
            }
            """),
        problem(
            MODEL_PRIVATE,
            "[Fanwise:ModelPrivate] Middle is private, so generated code cannot reach the weights in"
                + " Faulty. Make it package-private.",
            """
            class Outer {
              private ▸class Middle { class Faulty { @Shape(3) @OnesInit float[] w; } }
            }
            """),
        problem(
            NAME_TAKEN,
            TAKEN,
            "▸class Faulty { @Shape(3) @OnesInit float[] w; }",
            "class FaultyInitializer {}"),
        problem(NAME_TAKEN, TAKEN, "▸class Faulty { @Shape(3) @OnesInit float[] w; }")
            .with(
                javac ->
                    javac.on(Javac.plainJavac().run("package p;\nclass FaultyInitializer {}"))),
        problem(
                NAME_TAKEN,
                "[Fanwise:NameTaken] Outer_FaultyInitializer is the class to generate for"
                    + " Outer.Faulty, but a class of that name exists already. Rename one of the two.",
                "class Outer_Faulty { @Shape(3) @OnesInit float[] w; }",
                "class Outer { static ▸class Faulty { @Shape(3) @OnesInit float[] w; } }")
            .generating("p.Outer_FaultyInitializer")
            .late(),
        problem(
            METHOD_CLASH,
            "[Fanwise:MethodClash] x and X would both be filled by fillX. Rename one of them.",
            "class Faulty { @Shape(3) @OnesInit float[] x, ▸X; }"),
        problem(
                HIDDEN_WEIGHT,
                "[Fanwise:HiddenWeight] w of Faulty hides the weights of the same name in Base, and the two"
                    + " would have one stream. Rename one of them.",
                "class Faulty extends Base { @Shape(3) @OnesInit float[] ▸w; }",
                "class Base { @Shape({2, 2}) @XavierInit float[] w; }")
            .generating("p.BaseInitializer"),
        problem(
                HIDDEN_WEIGHT,
                "[Fanwise:HiddenWeight] w of Middle hides the weights of the same name in Base, and the two"
                    + " would have one stream. Rename one of them.",
                "class Faulty extends Middle { @Shape(3) @OnesInit float[] own; }",
                "class Middle extends Base { Object ▸w; }",
                "class Base { @Shape({2, 2}) @XavierInit float[] w; }")
            .generating("p.BaseInitializer"),
        problem(
                INHERITED_ACCESS,
                "[Fanwise:InheritedAccess] Faulty inherits the weights w from Base of package q, where"
                    + " generated code cannot reach them. Make the field public, or move the classes into"
                    + " one package.",
                "▸class Faulty extends q.Base { @Shape(3) @OnesInit float[] own; }",
                """
            package q;
            import dev.fanwise.*;
            public class Base { @Shape(3) @OnesInit protected float[] w; }
            """)
            .generating("q.BaseInitializer"),
        problem(
                INHERITED_ACCESS,
                "[Fanwise:InheritedAccess] Faulty inherits the weights w from Base of package p, where"
                    + " generated code cannot reach them. Make the field public, or move the classes into"
                    + " one package.",
                "▸class Faulty extends q.Middle { @Shape(3) @OnesInit float[] own; }",
                "public class Base { @Shape(3) @OnesInit float[] w; }",
                "package q;\npublic class Middle extends p.Base {}")
            .generating("p.BaseInitializer"),
        problem(
                MISSING_TYPE,
                "[Fanwise:MissingType] p.Faulty needs the type Missing, which neither the sources, the class"
                    + " path nor another processor provides. Add it, or correct its name.",
                "▸class Faulty extends Missing { @Shape(3) @OnesInit float[] w; }")
            .late(),
        problem(
                MISSING_TYPE,
                "[Fanwise:MissingType] p.Faulty needs the type Missing, which neither the sources, the class"
                    + " path nor another processor provides. Add it, or correct its name.",
                "▸class Faulty extends Missing<String> { @Shape(3) @OnesInit float[] w; }")
            .late(),
        problem(
                UNWRITABLE,
                "[Fanwise:Unwritable] FaultyInitializer could not be written: no space left. Make room,"
                    + " or correct the folder or its rights, and compile again.",
                "▸class Faulty { @Shape(3) @OnesInit float[] w; }")
            .with(javac -> javac.watchedBy(ModelProblemsTest::refuse)),
        problem(
                INTERNAL,
                "[Fanwise:Internal] Fanwise failed on p.Faulty: java.lang.IllegalStateException: no"
                    + " pen. This is a bug in Fanwise; please report it to its maintainers,"
                    + " with the source of the class.",
                "▸class Faulty { @Shape(3) @OnesInit float[] w; }")
            .with(javac -> Javac.plainJavac().with(ModelProblemsTest::stumbling)));
  }

  private static void refuse(String className, JavaFileObject.Kind kind) throws IOException {
    if (className.equals("p.FaultyInitializer")) {
      throw new IOException("no space left");
    }
  }

  private static Processor stumbling() {
    return new WatchedProcessor(
        new FanwiseProcessor(),
        call -> {
          if (call.contains("FaultyInitializer")) {
            throw new IllegalStateException("no pen");
          }
        });
  }
}
