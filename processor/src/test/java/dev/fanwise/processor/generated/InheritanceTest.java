package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.harness.Tensors;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Weights that a model inherits. */
class InheritanceTest {
  private static final String[] CHAIN = {
    """
    class Bottom extends Middle<Integer> implements Marked {
      @Shape(4) @BiasInit(of = "top") float[] bottom;
      @Shape(1) @OnesInit float[] bottomToo;
    }
    """,
    """
    abstract class Middle<T> extends Top {
      @Shape({2, 2}) @KaimingInit protected double[][] middle;
    }
    """,
    """
    class Top implements Marked {
      @Shape({4, 9}) @XavierInit public final float[] top = new float[36];
    }
    """,
    "interface Marked { int SIZE = 3; }"
  };

  @Test
  void theSuperclassComesFirst() {
    assertChain(Javac.compile(CHAIN));
  }

  @Test
  void fromClassFiles() {
    Outcome library = Javac.compile(CHAIN[1], CHAIN[2], CHAIN[3]);
    Outcome outcome = Javac.javac().on(library).run(CHAIN[0]).requireSuccess();
    assertEquals(Set.of("p.BottomInitializer"), outcome.sources().keySet());
    assertChain(outcome);
  }

  private static void assertChain(Outcome outcome) {
    ClassLoader loader = outcome.load();
    Model bottom = Model.of(loader, "p.Bottom");
    assertEquals(List.of("top", "middle", "bottom", "bottomToo"), bottom.names());
    bottom.initialize(5);
    Model top = Model.of(loader, "p.Top");
    top.initialize(5);
    assertArrayEquals((float[]) top.get("top"), (float[]) bottom.get("top"));
    assertEquals(List.of(2, 2), Tensors.shape(bottom.get("middle")));
    assertEquals(1 / Math.sqrt(9), bottom.parameter("bottom").high());
    assertArrayEquals(new float[] {1}, (float[]) bottom.get("bottomToo"));
  }

  @Test
  void publicWeightsOfAnotherPackage() {
    Outcome outcome =
        Javac.compile(
            """
            package q;
            import dev.fanwise.*;
            class Hidden { @Shape({3, 2}) @XavierInit public float[] hidden; }
            """,
            """
            package q;
            import dev.fanwise.*;
            public class Base extends Hidden { @Shape({3, 2}) @XavierInit public float[] base; }
            """,
            "class Net extends q.Base { @Shape(3) @BiasInit(of = \"base\") float[] own; }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals(List.of("hidden", "base", "own"), model.names());
    model.initialize(5);
    assertEquals(6, ((float[]) model.get("hidden")).length);
    assertEquals(6, ((float[]) model.get("base")).length);
  }

  @Test
  void protectedWeightsOfTheSamePackageThroughAnother() {
    Outcome outcome =
        Javac.compile(
            "public class Base { @Shape({3, 2}) @XavierInit protected float[] base; }",
            "package q;\npublic class Middle extends p.Base {}",
            "class Net extends q.Middle { @Shape(3) @OnesInit float[] own; }");
    Model model = Model.of(outcome, "p.Net");
    assertEquals(List.of("base", "own"), model.names());
    model.initialize(5);
    assertEquals(6, ((float[]) model.get("base")).length);
  }

  @Test
  void fieldsThatAreNoWeightsMayHideEachOther() {
    Outcome outcome =
        Javac.compile(
            "class Base { float[] w; int x; }",
            "class Net extends Base { @Shape(3) @OnesInit float[] w; }");
    assertEquals(List.of("w"), Model.of(outcome, "p.Net").names());
  }

  @Test
  void aModelHasOneStreamForANameInEveryClass() {
    Outcome outcome =
        Javac.compile(
            "class One { @Shape({3, 2}) @XavierInit float[] w; }",
            "class Two { @Shape(3) @ZerosInit float[] v; @Shape({3, 2}) @XavierInit float[] w; }");
    ClassLoader loader = outcome.load();
    Model one = Model.of(loader, "p.One");
    Model two = Model.of(loader, "p.Two");
    one.initialize(5);
    two.initialize(5);
    assertArrayEquals((float[]) one.get("w"), (float[]) two.get("w"));
    assertTrue(((float[]) one.get("w"))[0] != 0);
  }

  /** Eclipse's compiler, outside Eclipse, writes no class that is on the class path already. */
  @Tag("javac")
  @Test
  void ourOwnEarlierOutputIsNoClash() {
    String model = "class Net { @Shape(2) @OnesInit float[] w; }";
    Outcome earlier = Javac.compile(model);
    Outcome again = Javac.javac().byJavac().on(earlier).run(model).requireSuccess();
    Same.sources(earlier.sources(), again.sources());
  }
}
