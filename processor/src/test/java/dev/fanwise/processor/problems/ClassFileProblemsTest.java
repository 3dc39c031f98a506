package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that were compiled earlier, without the processor or against what is not there now. */
class ClassFileProblemsTest {
  @Test
  void ofASuperclassAreShownAtTheModel() {
    Outcome base =
        Javac.plainJavac()
            .run("public class Base { @Shape({2, 0}) @XavierInit private float[] w; }")
            .requireSuccess();
    Outcome outcome =
        Javac.javac()
            .byJavac() // whose columns these are
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

  private static final String[] LIBRARY = {
    "public class Logger {}",
    "public class Base {}",
    """
    public class Layer {
      @Shape({2, 3}) @XavierInit public float[] w;
      protected Logger log;
      public void log(Logger to) {}
    }
    """,
    "public class Above { protected Logger log; }",
    "public class Below extends Base { @Shape(2) @OnesInit public float[] w; }",
    "public class Deep { @Submodule public Layer inner = new Layer(); }",
  };

  /** Javac has a type for what is missing; Eclipse's compiler may give up the class. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Net { @Submodule Layer l; }",
        "class Net { @Submodule java.util.List<Layer[]> l; }",
        "class Net<L extends Layer> { @Submodule L l; }",
        "@RandomStream(RandomEngine.TORCH) class Net { @Submodule Layer l; }",
        "@RandomStream(RandomEngine.JAX) class Net { @Submodule java.util.Map<String, Deep> l; }",
        "class Net { @Submodule Deep d; }",
        "class Net { @Submodule Below b; }",
        "class Net { Layer none; @Shape(2) @OnesInit float[] w; }",
        "class Net extends Layer { @Shape(2) @OnesInit float[] v; }",
        "class Net extends Above { @Shape(2) @OnesInit float[] v; }",
      })
  void aTypeThatIsMissingThereIsNotNeededOrNamed(String model) {
    Outcome library = Javac.compile(LIBRARY);
    library.classes().keySet().removeAll(List.of("p.Logger", "p.Base"));
    Javac.javac().byJavac().on(library).run(model).requireSuccess();
    Outcome outcome =
        Javac.plainJavac().with(FanwiseProcessor::new).byEclipse().on(library).run(model);
    if (!outcome.succeeded()) {
      String missing = model.contains("Below") ? "p.Base" : "p.Logger";
      String text =
          "[Fanwise:MissingType] p.Net needs the type "
              + missing
              + ", which neither the sources, the class path nor another processor provides. Add it,"
              + " or correct its name.";
      assertEquals(List.of(text), outcome.errors().stream().map(Outcome.Error::text).toList());
    }
  }
}
