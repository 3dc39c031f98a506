package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that no test's JVM has memory for: the error says which weight, and what all need. */
class OutOfMemoryTest {
  private static final String LARGE = "@Shape({65535, 32768}) @ZerosInit ";

  @ParameterizedTest
  @EnumSource(RandomEngine.class)
  void namesTheParameterAndTheBytes(RandomEngine engine) {
    Outcome outcome =
        Javac.compile(
            "@RandomStream(RandomEngine."
                + engine
                + ") class Net { @Shape(10) @OnesInit float[] small;"
                + " @Submodule Layer[] layers = {new Layer(), new Layer()};"
                + " @Shape(5) @OnesInit float[] last;"
                + " static class Layer { "
                + LARGE
                + "double[] w; @Shape(7) @OnesInit @Precision(HalfPrecision.BF16) short[] b; } }");
    Model model = Model.of(outcome, "p.Net");
    ForkJoinPool pool = new ForkJoinPool(2);
    for (Runnable way :
        new Runnable[] {() -> model.initialize(1), () -> model.initialize(1, pool)}) {
      OutOfMemoryError error = assertThrows(OutOfMemoryError.class, way::run);
      assertEquals(
          "no memory for layers.0.w of Net, 17179607040 bytes: its weights need 34359214168 bytes"
              + " in all",
          error.getMessage());
      assertNotNull(error.getCause());
      assertNotNull(model.get("last"));
    }
    pool.shutdown();
  }

  /** A model's own weights are given arrays before its submodules'. */
  @ParameterizedTest
  @EnumSource(RandomEngine.class)
  void ofSeveralThatAreMissingTheOneThatFailed(RandomEngine engine) {
    Outcome outcome =
        Javac.compile(
            "@RandomStream(RandomEngine."
                + engine
                + ") class Net { @Submodule Layer layer = new Layer(); "
                + LARGE
                + "double[] own; "
                + LARGE
                + "double[] other;"
                + " static class Layer { @Shape({10, 10}) @UniformInit float[] w; } }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals(
        "no memory for own of Net, 17179607040 bytes: its weights need 34359214480 bytes in all",
        assertThrows(OutOfMemoryError.class, () -> model.initialize(1)).getMessage());
    assertNull(Model.around(model.get("layer")).get("w"));
  }
}
