package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What javac itself reports, Fanwise does not report again, and does not stumble over. */
class CompilerErrorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape({X}) @XavierInit float[] w;",
        "@Shape({2, X}) @XavierInit float[] w;",
        "@Shape(X) @XavierInit float[] w;",
        "@Shape(value = 2, groups = X) @ZerosInit float[] w;",
        "@Shape({2, 2}) @XavierInit(gain = X) float[] w;",
        "@Shape({2, 2}) @ConstantInit(X) float[] w;",
        "@Shape({2, 2}) @BiasInit(of = X) float[] w;",
        "@Shape({2, 2}) @Own float[] w; @XavierInit(gain = X) @interface Own {}",
        "@Shape({2, 2}) @ZerosInit X w;",
        "@Shape({2, 2}) @ZerosInit X[] w;",
        "@Shape({2, 2}) @ZerosInit X<float[]> w;",
      })
  void aMissingSymbolIsForJavacToReport(String field) {
    Outcome outcome = run(field);
    assertEquals(List.of("cannot find symbol"), briefly(outcome));
    assertEquals(Set.of("p.HealthyInitializer"), outcome.sources().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape(value = {2, 2}, layout = X) @ZerosInit float[] w;",
        "@Shape(value = {2, 2}, layout = Layout.X) @ZerosInit float[] w;",
        "@Shape({2, 2}) @XavierInit(nonlinearity = Nonlinearity.X) float[] w;",
        "@Shape({2, 2}) @KaimingInit(mode = X) float[] w;",
        "@Shape(\"2\") @XavierInit float[] w;",
        "@Shape(2.5) @ZerosInit float[] w;",
        "@Shape(null) @ZerosInit float[] w;",
        "@Shape({2, size}) @ZerosInit float[] w; int size = 3;",
        "@Shape(value = {2, 2}, layout = null) @ZerosInit float[] w;",
        "@Shape({2, 2}) @KaimingInit(mode = Layout.OI) float[] w;",
        "@Shape({2, 2}) @XavierInit(gain = \"1\") float[] w;",
        "@Shape({2, 2}) @ConstantInit float[] w;",
        "@Shape({2, 2}) @BiasInit float[] w;",
        "@Shape({2, 2}) @BiasInit(of = 3) float[] w;",
        "@Shape({2, 2}) @ZerosInit @ZerosInit float[] w;",
        "@Shape({2, 2}) @Shape({2, 2}) @ZerosInit float[] w;",
      })
  void anImpossibleAnnotationIsForJavacToReport(String field) {
    Outcome outcome = run(field);
    assertEquals(List.of(), outcome.ownErrors());
    assertEquals(1, outcome.errors().size(), () -> outcome.errors().toString());
  }

  /** Before JDK 25 javac has no name for it but {@code <any>}. */
  @Test
  void aMissingTypeIsNotReportedWithoutItsName() {
    Outcome outcome =
        Javac.javac().run("class Faulty<T extends Missing<T>> { @Shape(2) @ZerosInit float[] w; }");
    assertEquals("cannot find symbol", briefly(outcome).get(0));
    for (Outcome.Error error : outcome.ownErrors()) {
      assertTrue(error.text().startsWith("[Fanwise:MissingType] p.Faulty needs the type Missing,"));
    }
    // Nothing that is generated names the bound, so nothing is said there.
    for (Outcome.Error error : outcome.errors()) {
      assertEquals("Faulty.java", error.file());
    }
  }

  @Test
  void aClassThatIsItsOwnSuperclassIsForJavacToReport() {
    Outcome outcome =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () ->
                Javac.javac()
                    .run(
                        """
                        class A extends B { @Shape(2) @ZerosInit float[] a; }
                        class B extends A { @Shape(2) @ZerosInit float[] b; }
                        """));
    assertEquals(List.of("cyclic inheritance involving p.A"), briefly(outcome));
  }

  private static Outcome run(String field) {
    return Javac.javac()
        .run(
            "class Faulty { " + field + " }",
            """
                class Healthy { @Shape({2, 3}) @XavierInit float[] weights; }
                """);
  }

  private static List<String> briefly(Outcome outcome) {
    return outcome.errors().stream().map(error -> error.text().lines().findFirst().get()).toList();
  }
}
