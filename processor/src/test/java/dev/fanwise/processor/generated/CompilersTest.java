package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases, modules and lint, in which generated code must be at home. */
class CompilersTest {
  private static final String NET =
      """
      public class Net {
        protected Net() {}
        @Shape({3, 7}) @XavierInit public float[] weights;
        @Shape({3, 7}) @KaimingInit double[][] nested;
        @Shape(3) @BiasInit(of = "weights") float[] bias;
      }
      """;

  static List<Integer> releases() {
    return Javac.releases();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyReleaseCompilesTheSameSource(int release) {
    Outcome outcome = Javac.javac().release(release).asOption().run(NET).requireSuccess();
    Same.sources(Javac.compile(NET).sources(), outcome.sources());
    Model model = Model.of(outcome, "p.Net");
    model.initialize(1);
    Model oldest = Model.of(Javac.compile(NET), "p.Net");
    oldest.initialize(1);
    assertArrayEquals((float[]) oldest.get("weights"), (float[]) model.get("weights"));
  }

  /** From 22 on, when a parameter can have no name, Eclipse's compiler warns of unused ones. */
  @ParameterizedTest
  @MethodSource("releases")
  void everyReleaseCompilesModelsThatHoldOthers(int release) {
    String holder =
        "class Holder<L extends Net> { @Submodule L a; @Submodule java.util.List<L[]> b;"
            + " @Shape({2, 3}) @XavierInit float[] w; }";
    Javac.javac().release(release).asOption().run(NET, holder).requireSuccess();
  }

  @Test
  void theOldestReleaseIsAmongThem() {
    assertTrue(releases().containsAll(List.of(11, 17)));
  }

  @Test
  void aModuleThatDoesNotReadTheJdksGenerated() {
    Outcome outcome = inModule("exports p;");
    String source = outcome.source("p.NetInitializer");
    assertFalse(source.contains("@Generated"), source);
    assertTrue(source.contains("\n@FanwiseGenerated\n"), source);
  }

  @Test
  void aModuleThatReadsIt() {
    String source = inModule("requires java.compiler;").source("p.NetInitializer");
    assertTrue(
        source.contains(
            "\n@Generated(\"dev.fanwise.processor.FanwiseProcessor\")\n@FanwiseGenerated\n"),
        source);
  }

  /** Eclipse's compiler, outside Eclipse, takes generated classes for those of no module. */
  private static Outcome inModule(String more) {
    return Javac.javac()
        .byJavac()
        .options("--module-path", Javac.libraries())
        .run("module m { requires transitive dev.fanwise.runtime; " + more + " }", NET)
        .requireSuccess();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Deprecated class Old { @Shape(2) @OnesInit float[] w; }",
        "class Old { @Deprecated @Shape(2) @OnesInit float[] w; }",
        "class Old { @Deprecated(since = \"1\", forRemoval = true) @Shape(2) @OnesInit float[] w;"
            + " }",
        "@Deprecated class Old { static class Nested { @Shape(2) @OnesInit float[] w; } }",
      })
  void whatIsDeprecatedIsNotHeldAgainstGeneratedCode(String model) {
    Outcome outcome = Javac.compile(model);
    assertEquals(1, outcome.sources().size());
    String source = outcome.sources().values().iterator().next();
    assertTrue(source.contains("@SuppressWarnings({\"deprecation\", \"removal\"})"), source);
  }

  @Test
  void nothingElseIsSuppressed() {
    assertFalse(Javac.compile(NET).source("p.NetInitializer").contains("SuppressWarnings"));
  }

  @Test
  void annotationsAreNotClaimed() {
    Set<String> seen = new TreeSet<>();
    Javac.javac().with(() -> new Onlooker(seen)).run(NET).requireSuccess();
    assertEquals(
        Set.of(
            "dev.fanwise.Shape",
            "dev.fanwise.XavierInit",
            "dev.fanwise.KaimingInit",
            "dev.fanwise.BiasInit"),
        seen);
  }
}
