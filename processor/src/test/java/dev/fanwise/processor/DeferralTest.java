package dev.fanwise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.ClassWriting;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models that need what another processor writes in the same compilation. */
class DeferralTest {
  @Test
  void aSuperclass() {
    Outcome outcome =
        runWith(
            """
            class Base { @Shape({2, 3}) @XavierInit float[] inherited; }
            """,
            """
            class Net extends Base { @Shape(2) @BiasInit(of = "inherited") float[] bias; }
            """);
    Model model = Model.of(outcome, "p.Net");
    model.initialize(7);
    assertEquals(List.of("inherited", "bias"), model.names());
    assertEquals(6, ((float[]) model.get("inherited")).length);
  }

  @Test
  void aSuperclassOfTheSuperclass() {
    Outcome outcome =
        runWith(
            "class Base<T extends CharSequence> {}",
            """
            class Net extends Middle { @Shape(2) @OnesInit float[] ones; }
            class Middle extends Base<String> {}
            """);
    assertEquals(List.of("ones"), Model.of(outcome, "p.Net").names());
  }

  @Test
  void aBoundOfATypeVariable() {
    Outcome outcome =
        runWith(
            "interface Token {}",
            """
            class Net<T extends Comparable<? super Token[]>> { @Shape(2) @OnesInit float[] ones; }
            """);
    assertEquals(List.of("ones"), Model.of(outcome, "p.Net").names());
  }

  @Test
  void aConstant() {
    Outcome outcome =
        runWith(
            "final class Sizes { static final int OUT = 3; }",
            """
            class Net {
              static class Inner { @Shape({Sizes.OUT, 2}) @ConstantInit(Sizes.OUT) float[] threes; }
            }
            """);
    Model model = Model.of(outcome, "p.Net$Inner");
    model.initialize(7);
    assertArrayEquals(new float[] {3, 3, 3, 3, 3, 3}, (float[]) model.get("threes"));
  }

  @Test
  void aSchemeThatIsComposed() {
    Outcome outcome =
        runWith(
            "@XavierInit @interface OwnInit {}",
            "class Net { @Shape({3, 2}) @OwnInit float[] w; }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals("XavierInit", model.parameter("w").scheme());
  }

  @Test
  void aPartOfASchemeThatIsComposed() {
    Outcome outcome =
        runWith(
            "@XavierInit @interface OwnInit {}",
            "class Net { @Shape({3, 2}) @Deep float[] w; @OwnInit @interface Deep {} }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals("XavierInit", model.parameter("w").scheme());
  }

  @Test
  void aSchemeOfAnInheritedWeight() {
    Outcome outcome =
        runWith(
            "@XavierInit @interface OwnInit {}",
            """
            class Outer {
              static class Net extends Base { @Shape(2) @OnesInit float[] ones; }
              static class Base { @Shape({3, 2}) @OwnInit float[] w; }
            }
            """);
    assertEquals(List.of("w", "ones"), Model.of(outcome, "p.Outer$Net").names());
    assertEquals(List.of("w"), Model.of(outcome, "p.Outer$Base").names());
  }

  @Test
  void anAnnotationThatIsNoScheme() {
    Outcome outcome =
        runWith(
            "@interface Other {}",
            """
            class Net extends Base { @Shape({3, 2}) @XavierInit @Other float[] w; @Other int size; }
            class Base { @Other int size; }
            """);
    assertEquals(List.of("w"), Model.of(outcome, "p.Net").names());
    assertEquals(Set.of("p.NetInitializer", "p.Other"), outcome.sources().keySet());
  }

  /** The model is checked in two rounds, and the user told of it once. */
  @Test
  void aWarningIsToldOnce() {
    Outcome outcome =
        Javac.javac()
            .with(() -> new ClassWriting("class Base { @Shape(2) @OnesInit float[] ones; }"))
            .run(
                "class Block extends Base {}",
                """
                class Net {
                  @Submodule Block block;
                  @Shape(2) @TruncatedNormalInit(lower = -9, upper = 9) float[] w;
                }
                """);
    assertTrue(outcome.sources().containsKey("p.NetInitializer"));
    assertEquals(
        1,
        outcome.diagnostics().stream()
            .filter(one -> one.getMessage(Locale.ROOT).startsWith("[Fanwise:Truncation"))
            .count());
  }

  @Test
  void theInitialiserItself() {
    Outcome outcome =
        Javac.compile(
            """
            class Net {
              NetInitializer initializer;
              @Shape(2) @OnesInit float[] ones;
              float[] fresh() { return NetInitializer.initialize(new Net(), 1).ones; }
            }
            """);
    assertEquals(List.of("ones"), Model.of(outcome, "p.Net").names());
  }

  /** Compiles with a processor that writes a class in the first round, after ours has run. */
  private static Outcome runWith(String written, String source) {
    return Javac.javac().with(() -> new ClassWriting(written)).run(source).requireSuccess();
  }
}
