package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A superclass that was compiled without the processor, and is in a class file by now. */
class ClassFileProblemsTest {
  @Test
  void areShownAtTheModel() {
    Outcome base =
        Javac.plainJavac()
            .run("public class Base { @Shape({2, 0}) @XavierInit private float[] w; }")
            .requireSuccess();
    Outcome outcome =
        Javac.javac()
            .on(base)
            .run("class Net extends Base {\n  @Shape(2) @OnesInit float[] own;\n}\n");
    String where = " (This is in p.Base, a class file.)";
    assertEquals(
        List.of(
            new Outcome.Error(
                "Net.java",
                2,
                1,
                "[Fanwise:PrivateField] w is private, so generated code cannot reach it. Make it"
                    + " package-private."
                    + where),
            new Outcome.Error(
                "Net.java",
                2,
                1,
                "[Fanwise:ShapeDimension] @Shape of w has dimension 0 in [2, 0]. Every dimension must"
                    + " be at least 1."
                    + where)),
        outcome.ownErrors());
  }
}
