package dev.fanwise.processor.golden;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.fanwise.processor.FanwiseProcessor;
import java.io.IOException;
import java.io.InputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The same class and the same error through Google's compile-testing, so that what the tests say
 * does not hang on their own harness alone.
 */
class SecondHarnessTest {
  private static Compilation compile(String name, String source) {
    JavaFileObject file = JavaFileObjects.forSourceString(name, source);
    return javac()
        .withProcessors(new FanwiseProcessor())
        .withOptions("-Xlint:all,-processing", "-Werror", "-implicit:none")
        .compile(file);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = SecondHarnessTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void theGoldenClassIsGenerated() throws IOException {
    Compilation compilation =
        compile(
            "golden.Mlp",
            """
            package golden;
            import dev.fanwise.*;
            final class Mlp {
              @Shape({256, 784}) @XavierInit                                    float[] hidden;
              @Shape(256)        @ZerosInit                                     float[] hiddenBias;
              @Shape({10, 256})  @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01) float[] out;
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("golden.MlpInitializer")
        .contentsAsUtf8String()
        .isEqualTo(golden("MlpInitializer.java"));
  }

  @Test
  void anErrorIsWhereItShouldBe() {
    Compilation compilation =
        compile(
            "p.Net",
            """
            package p;
            import dev.fanwise.*;
            class Net {
              @Shape({4, 0}) @XavierInit float[] w;
            }
            """);
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[Fanwise:ShapeDimension] @Shape of w has dimension 0 in [4, 0]. Every dimension must be at"
                + " least 1.")
        .inFile(compilation.sourceFiles().get(0))
        .onLineContaining("@Shape({4, 0})");
  }
}
