package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.ClassWriting;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.JavacCommand;
import dev.fanwise.processor.harness.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models in named modules: those that export them, and several in one compilation. */
@Tag("javac")
class ModulesTest {
  /** Every kind of method that initialisers have, and what their signatures may name. */
  private static final String[] EXPORTED = {
    """
    public class Net<T extends Comparable<T>> {
      final int width = 3;
      @Shape({2, 3}) @XavierInit float[] flat;
      @Shape({2, 3}) @OrthogonalInit double[][] nested;
      @Shape(dims = {"width", "4"}) @KaimingInit java.nio.FloatBuffer symbolic;
      @Shape(5) @Precision(HalfPrecision.BF16) @NormalInit short[] half;
      @Submodule Layer layer = new Layer();
      @Submodule java.util.Map<String, java.util.List<Layer>> layers = java.util.Map.of();
      public Net() {}
      public static class Layer {
        @Shape({2, 3}) @XavierInit float[] w;
        public Layer() {}
      }
      static class Hidden {
        @Shape({2, 3}) @XavierInit float[] w;
      }
    }
    """,
    """
    @SuppressWarnings("exports") @RandomStream(RandomEngine.TORCH) public class Torch {
      @Shape({2, 3}) @XavierInit float[] w;
      @Submodule Net.Layer layer = new Net.Layer();
      public Torch() {}
    }
    """,
    """
    @SuppressWarnings("exports") @RandomStream(RandomEngine.JAX) public class Jax {
      @Shape({2, 3}) @XavierInit float[] w;
      @Submodule Net.Layer layer = new Net.Layer();
      public Jax() {}
    }
    """,
    "public record Holder(@Submodule Net.Layer layer) {}",
  };

  /** Eclipse's compiler, outside Eclipse, takes generated classes for those of no module. */
  private static Outcome inModule(String directives, String... sources) {
    List<String> all = new ArrayList<>(List.of(sources));
    all.add(0, directives);
    return Javac.javac()
        .byJavac()
        .release(17)
        .options("--module-path", Javac.libraries())
        .run(all.toArray(String[]::new))
        .requireSuccess();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module m { requires dev.fanwise.runtime; exports p; }",
        "module m { requires dev.fanwise.runtime; exports p to java.logging; }",
        "module m { requires dev.fanwise.runtime; requires java.compiler; exports p; opens p; }",
        "open module m { requires dev.fanwise.runtime; exports p; }",
        "module m { requires transitive dev.fanwise.runtime; exports p; }",
        "module m { requires dev.fanwise.runtime; }",
      })
  void mayExportTheirModels(String module) {
    assertEquals(6, inModule(module, EXPORTED).sources().size());
  }

  /** A service that is generated is not yet there when the processor looks at the module. */
  @Test
  void mayProvideAServiceThatAnotherProcessorWrites() {
    Outcome outcome =
        Javac.javac()
            .byJavac()
            .release(17)
            .options("--module-path", Javac.libraries())
            .with(
                () ->
                    new ClassWriting(
                        "package p; public class Service implements Runnable {"
                            + " public Service() {} public void run() {} }"))
            .run(
                "module m { requires dev.fanwise.runtime; exports p;"
                    + " provides Runnable with p.Service; }",
                "public class Net { @Shape(2) @OnesInit float[] w; public Net() {} }")
            .requireSuccess();
    assertTrue(outcome.source("p.NetInitializer").contains("@SuppressWarnings(\"exports\")"));
  }

  @Test
  void nothingIsSuppressedWhereNothingIsExported() {
    Outcome outcome = inModule("module m { requires dev.fanwise.runtime; exports p; }", EXPORTED);
    assertFalse(outcome.source("p.Net_HiddenInitializer").contains("SuppressWarnings"));
    assertTrue(
        outcome
            .source("p.Net_LayerInitializer")
            .contains("\n@FanwiseGenerated\n@SuppressWarnings(\"exports\")\npublic final class"));
    String noModule = Javac.compile(EXPORTED[0]).source("p.NetInitializer");
    assertFalse(noModule.contains("SuppressWarnings"), noModule);
  }

  private static final String IMPORT = "import dev.fanwise.*;\n";

  /** Three modules, one of which has no card's model; two have a class of one name. */
  private static JavacCommand several(Path folder) {
    return new JavacCommand(folder)
        .file("src/a/module-info.java", "module a { requires dev.fanwise.runtime; exports q; }")
        .file(
            "src/a/p/Net.java",
            "package p;\n" + IMPORT + "class Net { @Shape({2, 3}) @XavierInit float[] w; }")
        .file(
            "src/a/q/Layer.java",
            "package q;\n"
                + IMPORT
                + "public class Layer { @Shape(3) @OnesInit float[] w; public Layer() {} }")
        .file("src/b/module-info.java", "module b { requires dev.fanwise.runtime; requires a; }")
        .file(
            "src/b/p/Net.java",
            "package p;\n"
                + IMPORT
                + "class Net { @Shape(7) @ZerosInit float[] v; @Submodule q.Layer l; }")
        .file("src/c/module-info.java", "module c { }")
        .file("src/c/p/Plain.java", "package p;\nclass Plain { }");
  }

  private static JavacCommand.Result compile(JavacCommand javac, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-d", "out", "-s", "gen"));
    arguments.addAll(List.of("-Xlint:all,-processing", "-Werror"));
    arguments.addAll(List.of("--module-source-path", "src"));
    arguments.addAll(List.of("--module-path", Javac.libraries()));
    arguments.addAll(List.of("--processor-path", Javac.processorPath()));
    arguments.addAll(List.of(more));
    return javac.run(arguments.toArray(String[]::new));
  }

  @Test
  void severalInOneCompilationEachGetTheirClasses(@TempDir Path folder) throws Exception {
    JavacCommand javac = several(folder);
    compile(javac, "--module", "a,b,c").requireSuccess();
    assertEquals(
        List.of("a/p/NetInitializer.java", "a/q/LayerInitializer.java", "b/p/NetInitializer.java"),
        javac.files("gen"));
    assertEquals(
        List.of(
            "a/module-info.class",
            "a/p/Net.class",
            "a/p/NetInitializer.class",
            "a/q/Layer.class",
            "a/q/LayerInitializer.class",
            "b/module-info.class",
            "b/p/Net.class",
            "b/p/NetInitializer.class",
            "c/module-info.class",
            "c/p/Plain.class"),
        javac.files("out").stream().filter(file -> !file.contains("$")).toList());
  }

  @Test
  void theCardsAreBesideTheClasses(@TempDir Path folder) throws Exception {
    JavacCommand javac = several(folder);
    compile(javac, "--module", "a,b,c", "-Afanwise.report=true").requireSuccess();
    assertEquals(
        List.of(
            "a/META-INF/fanwise/p.Net.html",
            "a/META-INF/fanwise/p.Net.json",
            "a/META-INF/fanwise/q.Layer.html",
            "a/META-INF/fanwise/q.Layer.json",
            "b/META-INF/fanwise/p.Net.html",
            "b/META-INF/fanwise/p.Net.json"),
        javac.files("out").stream().filter(file -> file.contains("fanwise")).toList());
  }

  @Test
  void oneOfSeveralCompiledAlone(@TempDir Path folder) throws Exception {
    JavacCommand javac = several(folder);
    compile(javac, "--module", "a", "-Afanwise.report=true").requireSuccess();
    assertTrue(javac.files("out").contains("a/META-INF/fanwise/p.Net.html"));
    compile(javac, "--module", "b", "-Afanwise.report=true").requireSuccess();
    assertTrue(javac.files("out").contains("b/META-INF/fanwise/p.Net.html"));
    assertTrue(javac.files("out").contains("b/p/NetInitializer.class"));
  }

  @Test
  void anErrorInOneIsNoneInTheClassOfTheSameName(@TempDir Path folder) throws Exception {
    JavacCommand javac =
        several(folder)
            .file(
                "src/a/p/Net.java",
                "package p;\n" + IMPORT + "class Net { @Shape(3) @XavierInit float[] w; }");
    JavacCommand.Result result = compile(javac, "--module", "a,b");
    assertEquals(1, result.messages().size(), result.printed());
    assertTrue(result.messages().get(0).startsWith("error: [Fanwise:FansRank] "));
    assertTrue(result.printed().contains("src/a/p/Net.java:3: error:"), result.printed());
    assertEquals(
        List.of("a/q/LayerInitializer.java", "b/p/NetInitializer.java"), javac.files("gen"));
  }
}
