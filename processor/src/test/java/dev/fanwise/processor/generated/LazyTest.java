package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lazies;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LazyTest {
  private static final String SMALL =
      """
      %sclass Net {
        @Shape({3, 4}) @NormalInit(std = 1) float[] before;
        @Shape({50, 4}) @NormalInit(std = 1) %s float[] embedding;
        @Shape({3, 4}) @NormalInit(std = 1) float[] after;
      }
      """;

  private static Outcome small(String engine, String lazy) {
    String stream = engine.equals("FANWISE") ? "" : "@RandomStream(RandomEngine." + engine + ") ";
    return Javac.compile(SMALL.formatted(stream, lazy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FANWISE", "TORCH", "JAX"})
  void aLazyFieldStaysNullAndOthersHaveTheirBits(String engine) {
    Model full = Model.of(small(engine, ""), "p.Net");
    full.initialize(7);
    Outcome lazy = small(engine, "@Lazy");
    for (ForkJoinPool pool : new ForkJoinPool[] {null, ForkJoinPool.commonPool()}) {
      Model model = Model.of(lazy, "p.Net");
      Object ignored = pool == null ? model.initialize(7) : model.initialize(7, pool);
      assertNull(model.get("embedding"));
      for (String field : List.of("before", "after")) {
        assertArrayEquals((float[]) full.get(field), (float[]) model.get(field), field);
      }
      Lazies.assertSame(full, model, 7);
    }
    Model held = Model.of(lazy, "p.Net");
    held.set("embedding", new float[200]);
    held.initialize(7);
    assertArrayEquals((float[]) full.get("embedding"), (float[]) held.get("embedding"));
    held.set("embedding", new float[199]);
    assertEquals(
        "Net.embedding has length 199, but shape [50, 4] needs 200 elements",
        assertThrows(IllegalArgumentException.class, () -> held.initialize(7)).getMessage());
  }

  @Test
  void allocateGivesArraysAndDrawsNothing() {
    Model model =
        Model.of(
            Javac.compile(
                """
                class Net {
                  @Shape(2) @OnesInit float[] w;
                  @Shape({2, 3}) @OnesInit double[][] nested;
                  @Shape(2) @OnesInit @Lazy float[] lazy;
                  @Submodule Part part = new Part();
                  @Submodule Part[] parts = {new Part(), new Part()};
                }
                """,
                """
                class Part { @Shape(3) @OnesInit java.nio.FloatBuffer buffer; }
                """),
            "p.Net");
    assertTrue(model.object() == model.allocate());
    assertArrayEquals(new float[2], (float[]) model.get("w"));
    assertArrayEquals(new double[3], ((double[][]) model.get("nested"))[1]);
    assertNull(model.get("lazy"));
    model.visit((info, weights) -> assertTrue(weights != null || info.name().equals("lazy")));
    model.set("w", new float[3]);
    assertEquals(
        "Net.w has length 3, but shape [2] needs 2 elements",
        assertThrows(IllegalArgumentException.class, model::allocate).getMessage());
  }

  @Test
  void aVisitorMayWantArrays() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Submodule Part part = new Part(); }",
            "class Part { @Shape(3) @OnesInit float[] w; }");
    Model model = Model.of(outcome, "p.Net");
    model.visit((info, weights) -> assertNull(weights));
    model.visit(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            assertNotNull(weights);
          }

          @Override
          public boolean wantsArrays() {
            return true;
          }
        });
  }

  private static void assertDrawsFarElements(LazyParameter embedding) {
    assertEquals(300_000L * 8192, embedding.elements());
    assertEquals(300_000L * 8192, embedding.info().elements());
    assertTrue(embedding.hasRanges());
    short[] last = new short[5];
    long end = embedding.elements();
    embedding.draw(end - 5, 5, last, 0);
    short[] around = new short[2048];
    embedding.draw(end - 2048, 2048, around, 0);
    assertArrayEquals(Arrays.copyOfRange(around, 2043, 2048), last);
    short[] first = new short[5];
    embedding.draw(0, 5, first, 0);
    assertFalse(Arrays.equals(first, last));
    assertEquals(
        "embedding has 2457600000 elements: there are no 5 from 2457599996 on",
        assertThrows(IllegalArgumentException.class, () -> embedding.draw(end - 4, 5, last, 0))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@NormalInit(std = 0.02) @Precision(HalfPrecision.BF16) @Lazy short[]",
        "@XavierInit @Precision(HalfPrecision.FP16) @Lazy short[]"
      })
  void shapesBeyondAnArray(String field) {
    Outcome outcome =
        Javac.compile(
            "class Known { @Shape({300000, 8192}) " + field + " embedding; }",
            "class Symbolic { int v = 300000; @Shape(dims = {\"v\", \"8192\"}) "
                + field
                + " embedding; }",
            "class Part { @Shape({300000, 8192}) "
                + field
                + " embedding; @Shape(1) @ZerosInit"
                + " float[] b; }",
            "class Holder { @Submodule Part part = new Part(); }");
    Model known = Model.of(outcome, "p.Known");
    known.initialize(1);
    known.initialize(1, ForkJoinPool.commonPool());
    known.allocate();
    assertNull(known.get("embedding"));
    assertEquals(300_000L * 8192, known.constantCount());
    assertDrawsFarElements(known.lazyParameters(1).get(0));
    assertDrawsFarElements(known.constantLazyParameters(1).get(0));
    known.set("embedding", new short[2]);
    assertEquals(
        "Known.embedding has length 2, but shape [300000, 8192] needs 2457600000 elements",
        assertThrows(IllegalArgumentException.class, () -> known.initialize(1)).getMessage());

    Model symbolic = Model.of(outcome, "p.Symbolic");
    symbolic.initialize(1);
    symbolic.allocate();
    assertNull(symbolic.get("embedding"));
    assertEquals(300_000L * 8192, symbolic.count());
    assertDrawsFarElements(symbolic.lazyParameters(1).get(0));

    Model holder = Model.of(outcome, "p.Holder");
    holder.initialize(1);
    holder.allocate();
    assertEquals(300_000L * 8192 + 1, holder.count());
  }

  @Test
  void onlyAnArrayIsRefusedForASymbolicShapeThatNoneHolds() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Submodule Part part = new Part(); }",
            """
            class Part {
              int v = 300000;
              @Shape(dims = {"v", "8192"}) @NormalInit(std = 0.02) float[] w;
            }
            """);
    Model model = Model.of(outcome, "p.Net");
    LazyParameter w = model.lazyParameters(1).get(0);
    float[] drawn = new float[10];
    w.draw(2_400_000_000L, 10, drawn, 0);
    assertEquals(300_000L * 8192, model.count());
    String refusal =
        "Net.part.w, shape [v, 8192] = [300000, 8192] makes 2457600000 elements, but a Java array"
            + " holds at most 2147483639; nested arrays of float or double hold more";
    for (Runnable call : new Runnable[] {() -> model.initialize(1), model::allocate}) {
      assertEquals(refusal, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
  }

  @Test
  void whatIsDrawnWholeSaysSo() {
    Model model =
        Model.of(
            Javac.compile(
                """
                class Net {
                  @Shape({20, 30}) @OrthogonalInit float[] a;
                  @Shape({20, 30}) @OrthogonalInit double[][] b;
                  @Shape({20, 30}) @SparseInit(sparsity = 0.5) float[] c;
                  @Shape({20, 30}) @XavierInit float[] d;
                }
                """),
            "p.Net");
    List<LazyParameter> lazy = model.lazyParameters(3);
    assertEquals(
        List.of(false, false, false, true), lazy.stream().map(LazyParameter::hasRanges).toList());
    Model full = Model.of(model.object().getClass().getClassLoader(), "p.Net");
    full.initialize(3);
    Lazies.assertSame(full, model, 3);
  }

  @Test
  void aModelThatIsWrongIsRefusedBeforeAnythingIsDrawn() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Submodule Part part; }",
            "class Part { int n = 0; @Shape(dims = {\"n\", \"2\"}) @XavierInit float[] w; }");
    Model model = Model.of(outcome, "p.Net");
    assertThrows(IllegalArgumentException.class, () -> model.lazyParameters(1));
    assertThrows(
        IllegalArgumentException.class, () -> Model.of(outcome, "p.Part").lazyParameters(1));
  }
}
