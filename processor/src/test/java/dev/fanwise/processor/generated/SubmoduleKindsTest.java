package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, submodules and dimensions of unusual types and names: generated code compiles clean. */
class SubmoduleKindsTest {
  private static final String BLOCK = "class Block { @Shape({2, 3}) @XavierInit float[] w; }";

  private static final String GENERIC =
      "class Block<T> { T t; @Shape({2, 3}) @XavierInit float[] w; }";

  private static List<String> namesAfter(Model model) {
    model.initialize(1);
    return model.parametersOfModel().stream().map(ParameterInfo::name).toList();
  }

  @Test
  void genericClasses() {
    Outcome outcome =
        Javac.compile(
            GENERIC,
            """
            class Net {
              @Submodule Block<?> a = new Block<String>();
              @Submodule java.util.List<? extends Block<?>> b = java.util.List.of(new Block<String>());
              @Submodule Block<? super String>[] c;
              @SuppressWarnings({"unchecked", "rawtypes"})
              Net() { c = (Block<? super String>[]) new Block[] {new Block<String>()}; }
            }
            """);
    assertEquals(List.of("a.w", "b.0.w", "c.0.w"), namesAfter(Model.of(outcome, "p.Net")));
  }

  /** Whose indices are far away: a walk by index would take the square of its length. */
  @Test
  void linkedListsAreNotWalkedByIndex() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            """
            class Chain<E> extends java.util.LinkedList<E> {
              private static final long serialVersionUID = 1;
              @Override public E get(int index) { throw new AssertionError(index); }
            }
            """,
            """
            class Net<L extends java.util.List<? extends Block[]>> {
              @Submodule java.util.List<Block> a = new Chain<>();
              @Submodule java.util.List<java.util.List<? extends Block>> b = new Chain<>();
              @Submodule L c;
              Net(L c) {
                this.c = c;
                a.add(new Block());
                a.add(new Block());
                b.add(new Chain<>());
                b.add(a(new Block()));
              }
              static <E> Chain<E> a(E one) {
                Chain<E> chain = new Chain<>();
                chain.add(one);
                return chain;
              }
            }
            """,
            """
            class Made extends Net<java.util.List<Block[]>> {
              @Shape(2) @OnesInit float[] x;
              Made() { super(a(new Block[] {new Block()})); }
            }
            """);
    Model model = Model.of(outcome, "p.Made");
    assertEquals(List.of("a.0.w", "a.1.w", "b.1.0.w", "c.0.0.w", "x"), namesAfter(model));
    ForkJoinPool pool = new ForkJoinPool(2);
    Model.of(outcome, "p.Made").initialize(1, pool);
    pool.shutdown();
  }

  @Test
  void classesThatAreBoundByThemselves() {
    Outcome outcome =
        Javac.compile(
            "class Block<T extends Block<T>> { @Shape({2, 3}) @XavierInit float[] w; }",
            "class Leaf extends Block<Leaf> {}",
            """
            class Net<B extends Block<B>> {
              @Submodule B a;
              @Submodule Block<?> b = new Leaf();
              @Submodule java.util.List<? extends Block<?>> c = java.util.List.of(new Leaf());
            }
            """,
            "class Made extends Net<Leaf> { @Shape(2) @OnesInit float[] x; { a = new Leaf(); } }");
    assertEquals(List.of("a.w", "b.w", "c.0.w", "x"), namesAfter(Model.of(outcome, "p.Made")));
  }

  @Test
  void intersections() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            "abstract class Net<T extends Block & Runnable> { @Submodule T a; @Submodule T[] b;"
                + " @Submodule java.util.List<? extends T> c; }",
            "class Job extends Block implements Runnable { @Override public void run() {} }",
            """
            class Made extends Net<Job> {
              @Shape(2) @OnesInit float[] x;
              { a = new Job(); b = new Job[] {new Job()}; c = java.util.List.of(new Job()); }
            }
            """);
    assertEquals(List.of("a.w", "b.0.w", "c.0.w", "x"), namesAfter(Model.of(outcome, "p.Made")));
  }

  /** The user has been warned of raw types, or has said not to be; there is nothing to add. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Block m",
        "Block[] m",
        "java.util.List<Block> m",
        "java.util.Map<String, ? extends Block> m",
        "Below m",
        "Outer.Inner m",
      })
  void rawTypes(String field) {
    Outcome outcome =
        Javac.compile(
            GENERIC,
            "@SuppressWarnings(\"rawtypes\") class Below extends Block {}",
            "class Outer<T> { class Inner { T t; @Shape(3) @OnesInit float[] w; } }",
            "@SuppressWarnings(\"rawtypes\") class Net { @Submodule " + field + "; }");
    assertFalse(outcome.source("p.NetInitializer").contains("SuppressWarnings"));
  }

  @Test
  void innerAndNestedClasses() {
    Outcome outcome =
        Javac.compile(
            """
            class Outer<T> {
              class Inner { T t; @Shape({2, 3}) @XavierInit float[] w; }
              static class Nested<U> { U u; @Shape({2, 3}) @XavierInit float[] w; }
              @Submodule Inner a = new Inner();
              @Submodule Nested<T> c = new Nested<>();
            }
            """,
            """
            class Net {
              @Submodule Outer<String>.Inner b = new Outer<String>().new Inner();
              @Submodule java.util.List<Outer.Nested<?>> d =
                  java.util.List.of(new Outer.Nested<String>());
            }
            """);
    assertEquals(List.of("a.w", "c.w"), namesAfter(Model.of(outcome, "p.Outer")));
    assertEquals(List.of("b.w", "d.0.w"), namesAfter(Model.of(outcome, "p.Net")));
  }

  @Test
  void listsAndMapsOfTheUser() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            "class Blocks extends java.util.ArrayList<Block> {"
                + " private static final long serialVersionUID = 1; }",
            "class Named extends java.util.TreeMap<String, Blocks> {"
                + " private static final long serialVersionUID = 1; }",
            """
            class Net {
              @Submodule Blocks a = new Blocks();
              @Submodule Named b = new Named();
              { a.add(new Block()); b.put("x", new Blocks()); b.get("x").add(new Block()); }
            }
            """);
    assertEquals(List.of("a.0.w", "b.x.0.w"), namesAfter(Model.of(outcome, "p.Net")));
  }

  @Test
  void enumsAndRecordsHoldSubmodules() {
    Outcome outcome =
        Javac.javac()
            .release(17)
            .run(
                BLOCK,
                "enum Single { ONE; @Submodule final Block block = new Block(); }",
                "record Pair<X extends Block>(@Submodule X a, @Submodule java.util.List<Block> b)"
                    + " {}",
                """
                class Net {
                  @Submodule final Single single = Single.ONE;
                  @Submodule final Pair<?> pair = new Pair<>(new Block(), java.util.List.of());
                  record Inner(@Submodule Block block) {}
                  @Submodule final Inner inner = new Inner(new Block());
                }
                """)
            .requireSuccess();
    assertEquals(
        List.of("single.block.w", "pair.a.w", "inner.block.w"),
        namesAfter(Model.of(outcome, "p.Net")));
  }

  /** Eclipse's compiler has a record's fields in another order from 3.42 on. */
  @ParameterizedTest
  @ValueSource(strings = {"FANWISE", "TORCH", "JAX"})
  void componentsAreDrawnInTheirOrder(String engine) {
    Outcome outcome =
        Javac.javac()
            .release(17)
            .run(
                BLOCK,
                "@RandomStream(RandomEngine.%s) record Rec(@Submodule Block z, @Submodule Block a,"
                        .formatted(engine)
                    + " @Submodule Block m) { Rec() { this(new Block(), new Block(), new Block());"
                    + " } }",
                "@RandomStream(RandomEngine.%s) class Net { @Submodule Block z = new Block();"
                        .formatted(engine)
                    + " @Submodule Block a = new Block(); @Submodule Block m = new Block(); }")
            .requireSuccess();
    Model record = Model.of(outcome, "p.Rec");
    Model net = Model.of(outcome, "p.Net");
    assertEquals(List.of("z.w", "a.w", "m.w"), namesAfter(record));
    assertEquals(namesAfter(net), namesAfter(record));
    assertEquals(weights(net), weights(record));
  }

  private static List<String> weights(Model model) {
    List<String> all = new ArrayList<>();
    model.visit((info, weights) -> all.add(Arrays.toString((float[]) weights)));
    return all;
  }

  /** The class that a field names decides which weights there are. */
  @Test
  void theFieldsTypeDecides() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            "class More extends Block { @Shape(2) @OnesInit float[] more; }",
            "class Net { @Submodule Block a = new More(); @Submodule More b = new More(); }");
    assertEquals(List.of("a.w", "b.w", "b.more"), namesAfter(Model.of(outcome, "p.Net")));
  }

  @Test
  void fieldsNamedLikeVariables() {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            """
            class Net {
              @Submodule Block model = new Block(), seed = new Block(), path = new Block(),
                  here = new Block(), shards = new Block(), visitor = new Block(),
                  parameters = new Block(), i = new Block(), name = new Block();
              @Submodule Block[] Keys = {new Block()}, iSeed = {}, iPath = {};
              @Submodule java.util.List<Block> ModelPath = java.util.List.of();
              @Submodule java.util.Map<String, Block[]> ParameterVisitor = java.util.Map.of();
              @Submodule Block[][] k = {}, $ = {{new Block()}};
            }
            """);
    assertEquals(
        List.of(
            "model.w",
            "seed.w",
            "path.w",
            "here.w",
            "shards.w",
            "visitor.w",
            "parameters.w",
            "i.w",
            "name.w",
            "Keys.0.w",
            "$.0.0.w"),
        namesAfter(Model.of(outcome, "p.Net")));
  }

  /** A variable hides a class of its name. */
  @ParameterizedTest
  @ValueSource(
      strings = {"model", "seed", "path", "here", "shards", "from", "to", "count", "visitor", "w"})
  void dimensionsOfClassesNamedLikeVariables(String name) {
    Outcome outcome =
        Javac.compile(
            BLOCK,
            "class " + name + " { static int OUT = 4; static int in() { return 3; } }",
            "class Net extends "
                + name
                + " { @Submodule Block b = new Block();"
                + " @Shape(dims = {\"OUT\", \"in\"}) @XavierInit float[] w;"
                + " @Shape(dims = {\"OUT\", \"in\"}) @XavierInit float[][] x; }");
    assertEquals(List.of("b.w", "w", "x"), namesAfter(Model.of(outcome, "p.Net")));
  }

  @Test
  void methodsOfRowsAndOfAWeightOfThatName() {
    Outcome outcome =
        Javac.compile(
            """
            class Net {
              int a = 2;
              int b = 3;
              @Shape({2, 3}) @XavierInit float[][] w;
              @Shape(dims = {"a", "b"}) @XavierInit float[][] wRows;
            }
            """);
    assertEquals(List.of("w", "wRows"), namesAfter(Model.of(outcome, "p.Net")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Deprecated int out = 2;",
        "@Deprecated int out() { return 2; }",
        "@Deprecated static final int out = 2;",
      })
  void deprecatedDimensions(String member) {
    String weights = "@Shape(dims = {\"out\", \"3\"}) @XavierInit float[] w;";
    Outcome own = Javac.compile("class Net { " + member + weights + " }");
    assertEquals(List.of("w"), namesAfter(Model.of(own, "p.Net")));
    Outcome inherited =
        Javac.compile(
            "class Base { " + member + " }", "class Net extends Base { " + weights + " }");
    assertEquals(List.of("w"), namesAfter(Model.of(inherited, "p.Net")));
  }

  /** Every {@code @param} names a parameter. */
  @Test
  void javadocOfMethodsWhoseParametersHadToBeRenamed() {
    Javac.javac()
        .options("-Xdoclint:reference")
        .run(
            """
            class Net {
              int from = 2;
              int w() { return 3; }
              @Shape(dims = {"from", "w"}) @XavierInit float[] seed;
              @Shape(dims = {"from", "w"}) @XavierInit float[] w;
            }
            """)
        .requireSuccess();
  }
}
