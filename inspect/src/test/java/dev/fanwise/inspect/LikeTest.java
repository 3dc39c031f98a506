package dev.fanwise.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --like}: what libraries draw, and the annotations for it. */
class LikeTest {
  private record Result(int code, String out, String err) {}

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = InspectCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Result(code, out.toString().replace("\r\n", "\n"), err.toString());
  }

  @Test
  void hasAnnotationsAndNumbersForAShape() throws IOException {
    Result result = run("--like", "spark-mllib", "--shape", "256x784");
    assertEquals("", result.err());
    assertEquals(
        """
        Spark MLlib 4.2.0, as measured on 2026-11-30

        perceptron: weights: U(±2.4/√fan_in)
            @Shape({256, 784}) @VarianceScalingInit(scale = 1.92, distribution = Distribution.UNIFORM) float[] weight;
            uniform, std 0.04949, between ±0.08571

        perceptron: biases: U(±2.4/√fan_in)
            @Shape(256) @BiasInit(of = "weight", factor = 2.4) float[] bias;
            uniform, std 0.04949, between ±0.08571
        """,
        result.out());
    assertEquals(0, result.code());
    String page = Files.readString(Path.of("../docs/migration.md"));
    assertTrue(page.contains("<!-- like -->\n```\n" + result.out() + "```\n"), page);
  }

  @Test
  void hasTheAnnotationsAloneWithoutAShape() {
    Result result = run("--like", "Deep Netts");
    assertTrue(result.out().contains("\n    @ConstantInit(0.1) float[] bias;\n\n"), result.out());
    assertTrue(result.out().contains("\n    no annotation: the 1 counts a bias"), result.out());
    assertEquals(0, result.code());
  }

  @Test
  void saysWhatAShapeCannotHave() {
    Result result = run("--like", "keras", "--shape", "255x784");
    assertTrue(
        result.out().contains("\n    [Fanwise:GatesDivide] gates = 4 of bias"), result.out());
    assertTrue(result.out().contains("\n    uniform, std 0.0"), result.out());
  }

  @Test
  void namesTheLibrariesThatItKnows() {
    Result result = run("--like", "theano");
    assertEquals(2, result.code());
    assertTrue(
        result.err().startsWith("No library is called theano. There are: pytorch, "), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"256*784", "0x3", "3x", "-3x4", "99999999999"})
  void refusesWhatIsNoShape(String shape) {
    Result result = run("--like", "keras", "--shape", shape);
    assertEquals(2, result.code());
    assertTrue(result.err().startsWith("--shape " + shape + " is no shape. Give "), result.err());
  }

  @Test
  void isEitherForModelsOrForALibrary() {
    assertTrue(run().err().startsWith("Missing required parameter: 'PATH', or --like"));
    assertTrue(run("--shape", "3x4", "x.jar").err().startsWith("--shape is for --like."));
    assertTrue(run("--like", "keras", "x.jar").err().startsWith("Give models or --like"));
    assertEquals(2, run().code());
  }
}
