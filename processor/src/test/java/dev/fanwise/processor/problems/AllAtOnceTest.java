package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users see all that is wrong in one compilation, and once. */
class AllAtOnceTest {
  @Test
  void everyProblemOfEveryFieldOfEveryClass() {
    Outcome outcome =
        Javac.javac()
            .run(
                """
                class First {
                  @Shape({2, 0}) @XavierInit(gain = -1) float[] a;
                  @Shape(4) @KaimingInit @ZerosInit private int[] b;
                }
                """,
                """
                class Fine { @Shape(3) @OnesInit float[] ones; }
                """,
                """
                class Second {
                  private static class Inner { @ZerosInit float[] c; }
                  @Shape({3, 2}) static float[] d;
                  @Shape(3) @BiasInit(of = "none") float[] e;
                }
                """);
    assertEquals(
        List.of(
            "First.java:3:[Fanwise:ShapeDimension]",
            "First.java:3:[Fanwise:Gain]",
            "First.java:4:[Fanwise:PrivateField]",
            "First.java:4:[Fanwise:FieldType]",
            "First.java:4:[Fanwise:TwoSchemes]",
            "First.java:4:[Fanwise:FansRank]",
            "Second.java:3:[Fanwise:ModelPrivate]",
            "Second.java:3:[Fanwise:ShapeMissing]",
            // A class that lacks a scheme comes last: another processor might have written one.
            "Second.java:4:[Fanwise:StaticField]",
            "Second.java:4:[Fanwise:SchemeMissing]",
            "Second.java:5:[Fanwise:BiasUnknown]"),
        outcome.errors().stream().map(AllAtOnceTest::brief).toList());
    assertEquals(Set.of("p.FineInitializer"), outcome.sources().keySet());
  }

  @Test
  void aProblemThatSubclassesInheritIsReportedOnce() {
    Outcome outcome =
        Javac.javac()
            .run(
                """
                class Base { @Shape({2, 0}) @XavierInit float[] a; }
                class Left extends Base { @Shape(1) @ZerosInit float[] left; }
                class Right extends Base { @Shape(1) @ZerosInit float[] right; }
                """);
    assertEquals(
        List.of("Base.java:2:[Fanwise:ShapeDimension]"),
        outcome.errors().stream().map(AllAtOnceTest::brief).toList());
    assertEquals(Set.of(), outcome.sources().keySet());
  }

  private static String brief(Outcome.Error error) {
    String text = error.text();
    return error.file() + ":" + error.line() + ":" + text.substring(0, text.indexOf(' '));
  }
}
