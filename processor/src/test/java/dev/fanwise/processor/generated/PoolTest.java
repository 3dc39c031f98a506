package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Tensors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code initialize(model, seed, pool)}: the bits of {@code initialize(model, seed)}. */
class PoolTest {
  private static final String[] FIELDS = {
    "@Shape({400, 500}) @XavierInit float[] flat;",
    "@Shape({3, 5}) @KaimingInit float[] small;",
    "@Shape({300, 400}) @KaimingInit float[][] nested;",
    "@Shape({7, 50, 300}) @XavierInit double[][][] deep;",
    "@Shape({300, 400}) @NormalInit java.nio.FloatBuffer buffer;",
    "@Shape({300, 400}) @TruncatedNormalInit @Precision(HalfPrecision.BF16) short[] half;",
    "@Shape({40, 50}) @OrthogonalInit float[] orthogonal;",
    "@Shape({40, 4, 3}) @DiracInit float[][][] dirac;",
    "@Shape(400) @OnesInit double[] ones;"
  };

  private static Object inPool(Model model, int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return model.initialize(9, pool);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void fillsEveryKindOfFieldWithTheSameBits() {
    Outcome outcome = Javac.compile("class Net { " + String.join(" ", FIELDS) + " }");
    Model plain = Model.of(outcome, "p.Net");
    plain.initialize(9);
    for (int threads : new int[] {1, 2, 5}) {
      Model shared = Model.of(outcome, "p.Net");
      assertEquals(shared.object(), inPool(shared, threads));
      for (String name : "flat small nested deep orthogonal dirac ones".split(" ")) {
        assertArrayEquals(Tensors.flat(plain.get(name)), Tensors.flat(shared.get(name)), 0, name);
      }
      assertEquals(plain.get("buffer"), shared.get("buffer"));
      assertArrayEquals((short[]) plain.get("half"), (short[]) shared.get("half"));
    }
  }

  @Test
  void checksBeforeTheFirstWrite() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Shape({20, 30}) @XavierInit float[] a;"
                + " @Shape(4) @OnesInit float[] b = new float[5]; }");
    Model model = Model.of(outcome, "p.Net");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> inPool(model, 2));
    assertEquals("Net.b has length 5, but shape [4] needs 4 elements", refused.getMessage());
    assertTrue(model.get("a") == null, "nothing was allocated");
  }

  /** More parameters than one method deals with. */
  @Test
  void fillsLargeModels() {
    String fields =
        IntStream.range(0, 250)
            .mapToObj(i -> "@Shape(9) @UniformInit float[] w" + i + ";")
            .collect(Collectors.joining("\n"));
    Outcome outcome = Javac.compile("class Net { " + fields + " }");
    Model plain = Model.of(outcome, "p.Net");
    plain.initialize(9);
    Model shared = Model.of(outcome, "p.Net");
    inPool(shared, 2);
    for (int i = 0; i < 250; i++) {
      assertArrayEquals((float[]) plain.get("w" + i), (float[]) shared.get("w" + i));
    }
  }
}
