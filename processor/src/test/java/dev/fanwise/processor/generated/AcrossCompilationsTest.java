package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fanwise.processor.harness.ClassWriting;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.NaiveLaw;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Tensors;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Submodules whose classes are compiled earlier, elsewhere, later or not at all. */
class AcrossCompilationsTest {
  private static final String BLOCK = "class Block { @Shape({2, 3}) @NormalInit double[] w; }";

  private static final String PUBLIC_BLOCK =
      "package q; import dev.fanwise.*;\n"
          + "public class Block { @Shape({2, 3}) @NormalInit public double[] w; }";

  private static double[] normals(long seed, String... way) {
    long key = seed;
    for (String step : way) {
      key = Reference.key(key, step);
    }
    return NaiveLaw.normal(0, 1).doubles(key, 6);
  }

  private static double[] elements(Object block) {
    return Tensors.flat(fieldOf(block));
  }

  private static Object fieldOf(Object block) {
    Class<?> type = block.getClass();
    while (!type.getSimpleName().equals("Block")) {
      type = type.getSuperclass();
    }
    try {
      java.lang.reflect.Field field = type.getDeclaredField("w");
      field.setAccessible(true);
      return field.get(block);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertInitialises(Outcome outcome) {
    Model net = Model.of(outcome, "p.Net");
    net.initialize(5);
    assertArrayEquals(normals(5, "block", "w"), elements(net.get("block")));
    assertEquals(List.of("block.w"), net.parametersOfModel().stream().map(i -> i.name()).toList());
  }

  @Test
  void compiledEarlier() {
    Outcome earlier = Javac.compile(BLOCK);
    Outcome outcome =
        Javac.javac()
            .on(earlier)
            .run("class Net { @Submodule Block block = new Block(); }")
            .requireSuccess();
    assertEquals(Set.of("p.NetInitializer"), outcome.sources().keySet());
    assertInitialises(outcome);
  }

  @Test
  void ofAnotherPackage() {
    assertInitialises(
        Javac.compile(PUBLIC_BLOCK, "class Net { @Submodule q.Block block = new q.Block(); }"));
  }

  @Test
  void ofAnotherPackageCompiledEarlier() {
    assertInitialises(
        Javac.javac()
            .on(Javac.compile(PUBLIC_BLOCK))
            .run("class Net { @Submodule q.Block block = new q.Block(); }")
            .requireSuccess());
  }

  /** A class without weights of its own has the initialiser of its superclass. */
  @Test
  void withInheritedWeightsOnly() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            "class Named extends Block { String name; }",
            "class Net { @Submodule Named block = new Named(); }");
    assertEquals(Set.of("p.NetInitializer", "p.BlockInitializer"), outcome.sources().keySet());
    assertInitialises(outcome);
    assertInitialises(
        Javac.javac()
            .on(Javac.compile(BLOCK))
            .run(
                "class Named extends Block { String name; }",
                "class Net { @Submodule Named block = new Named(); }")
            .requireSuccess());
  }

  @Test
  void ofOneNameInThreePackages() {
    Outcome outcome =
        Javac.compile(
            PUBLIC_BLOCK,
            "package r; import dev.fanwise.*;\n"
                + "public class Block { @Submodule public q.Block w = new q.Block(); }",
            BLOCK,
            """
            class Net {
              @Submodule q.Block a = new q.Block();
              @Submodule r.Block[] b = {new r.Block()};
              @Submodule Block c = new Block();
            }
            """);
    Model net = Model.of(outcome, "p.Net");
    net.initialize(6);
    assertArrayEquals(normals(6, "a", "w"), elements(net.get("a")));
    assertArrayEquals(normals(6, "c", "w"), elements(net.get("c")));
    Object inner = fieldOf(((Object[]) net.get("b"))[0]);
    long first = Reference.threefry(Reference.key(6, "b"), 0);
    assertArrayEquals(normals(first, "w", "w"), elements(inner));
  }

  @Test
  void writtenByAnotherProcessor() {
    assertInitialises(
        runWith(BLOCK, "class Net { @Submodule Block block = new Block(); }").requireSuccess());
  }

  @Test
  void writtenByAnotherProcessorInAListInAMap() {
    Outcome outcome =
        runWith(
                BLOCK,
                """
                class Net {
                  @Submodule java.util.Map<String, java.util.List<? extends Block>> blocks =
                      java.util.Map.of("a", java.util.List.of(new Block()));
                }
                """)
            .requireSuccess();
    Model net = Model.of(outcome, "p.Net");
    net.initialize(6);
    assertEquals("blocks.a.0.w", net.parametersOfModel().get(0).name());
  }

  @Test
  void withASuperclassThatAnotherProcessorWrites() {
    assertInitialises(
        runWith(
                BLOCK,
                "class Net { @Submodule Named block = new Named(); }",
                "class Named extends Block {}")
            .requireSuccess());
  }

  /** The submodule's class is the one that waits, and its holder with it. */
  @Test
  void thatWaitsForAnotherProcessor() {
    Outcome outcome =
        runWith(
                "class Base {}",
                "class Holder { @Submodule Net net = new Net(); }",
                "class Net { @Submodule Block block = new Block(); }",
                "class Block extends Base { @Shape({2, 3}) @NormalInit double[] w; }")
            .requireSuccess();
    assertInitialises(outcome);
    Model holder = Model.of(outcome, "p.Holder");
    holder.initialize(5);
    assertEquals("net.block.w", holder.parametersOfModel().get(0).name());
  }

  @Test
  void withAnErrorOfItsOwn() {
    Outcome outcome =
        Javac.javac()
            .run(
                "class Outer { @Submodule Net[] nets; }",
                "class Net { @Submodule java.util.List<Block> blocks; }",
                "class Block { @Shape(3) @XavierInit float[] w; }",
                "class Heir extends Net { @Shape(2) @OnesInit float[] ones; }",
                "class Other { @Submodule Healthy healthy; }",
                "class Healthy { @Shape(2) @OnesInit float[] ones; }");
    assertFalse(outcome.succeeded());
    assertEquals(1, outcome.errors().size(), outcome.errors()::toString);
    assertEquals(outcome.errors(), outcome.ownErrors());
    assertEquals("Block.java", outcome.errors().get(0).file());
    assertEquals(Set.of("p.OtherInitializer", "p.HealthyInitializer"), outcome.sources().keySet());
  }

  @Test
  void thatWaitsAndThenHasAnError() {
    Outcome outcome =
        runWith(
            "class Base { @Shape(3) @XavierInit float[] w; }",
            "class Net { @Submodule Block block; }",
            "class Block extends Base { @Shape(2) @OnesInit float[] ones; }",
            "class Healthy { @Shape(2) @OnesInit float[] ones; }");
    assertFalse(outcome.succeeded());
    assertEquals(outcome.errors(), outcome.ownErrors());
    assertEquals(Set.of("p.Base", "p.HealthyInitializer"), outcome.sources().keySet());
  }

  @Test
  void thatNeverComes() {
    Outcome outcome =
        Javac.javac()
            .run(
                "class Outer { @Submodule Net net; }",
                "class Net { @Submodule Block[] block; }",
                "class Healthy { @Shape(2) @OnesInit float[] ones; }");
    assertFalse(outcome.succeeded());
    assertEquals(Set.of("p.HealthyInitializer"), outcome.sources().keySet());
    assertEquals(1, outcome.ownErrors().size(), outcome.errors()::toString);
    assertEquals("Net.java", outcome.ownErrors().get(0).file());
  }

  /** Compiles with a processor that writes a class in the first round, after ours has run. */
  private static Outcome runWith(String written, String... sources) {
    return Javac.javac().with(() -> new ClassWriting(written)).run(sources);
  }
}
