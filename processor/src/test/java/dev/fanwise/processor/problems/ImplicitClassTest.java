package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.JavacCommand;
import dev.fanwise.processor.report.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compact source files, which Java has since 25. */
@EnabledForJreRange(min = JRE.JAVA_25)
class ImplicitClassTest {
  static final Problem PROBLEM = Problem.IMPLICIT_CLASS;

  private static final String FIELD = "@Shape({2, 3}) @XavierInit float[] w;\n";
  private static final String FIELD2 = "@Shape({2, 3}) @XavierInit float[] v;\n";
  private static final String LAYER = "class Layer { @Shape({2, 3}) @XavierInit float[] k; }\n";

  @ParameterizedTest
  @ValueSource(
      strings = {FIELD, LAYER, FIELD + LAYER, "@Submodule Layer layer;\n" + LAYER, FIELD + FIELD2})
  void isOneError(String members, @TempDir Path folder) throws Exception {
    JavacCommand javac =
        new JavacCommand(folder)
            .file("Main.java", "import dev.fanwise.*;\n" + members + "void main() {}\n")
            .file("Net.java", "import dev.fanwise.*;\nclass Net {" + FIELD + "}");
    JavacCommand.Result result =
        javac.run(
            "-d",
            "out",
            "-cp",
            Javac.libraries(),
            "-processorpath",
            Javac.processorPath(),
            "Main.java",
            "Net.java");
    assertFalse(result.succeeded());
    assertEquals(
        List.of(
            "error: [Fanwise:ImplicitClass] Main is the implicit class of a compact source file,"
                + " which generated code cannot name. Declare class Main around its fields and"
                + " methods."),
        result.messages(),
        result.printed());
    assertTrue(result.printed().startsWith("Main.java:"), result.printed());
    assertEquals(List.of("NetInitializer.java"), javac.files("out"));
  }
}
