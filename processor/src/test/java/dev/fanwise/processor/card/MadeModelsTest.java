package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.live.LiveModel;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a class's card shows of sizes that its initialisers and constructors fix. */
class MadeModelsTest {
  private static final String PARTS =
      """
      class Linear {
        final int in, out;
        @Shape(dims = {"out", "in"}) @KaimingInit float[] w;
        Linear(int in, int out) { this.in = in; this.out = out; }
      }
      class Block {
        static final int TIMES = 4;
        @Submodule final Linear up;
        @Submodule final Linear down;
        final int width;
        Block(int width) {
          this.width = width;
          up = new Linear(width, TIMES * width);
          down = new Linear(TIMES * width, width);
        }
      }
      """;

  /** Parameters with their shapes: {@code blocks.0.up.w 256 × 64}. */
  private static List<String> tree(Card card) {
    return card.parameters().stream()
        .map(one -> one.name() + " " + String.join(" × ", one.of().shape().dimensions()))
        .toList();
  }

  private static void assertTree(String net, String... expected) {
    assertEquals(List.of(expected), tree(Cards.of(net + PARTS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Submodule final Linear first = new Linear(784, 256), second = new Linear(256, 10);",
        "@Submodule Linear first, second; Net() { first = new Linear(784, 256);"
            + " this.second = new Linear(256, 10); }",
        "@Submodule final Linear first, second; { int n = 256; first = new Linear(784, n);"
            + " second = new Linear(n, 10); }",
        "static final int HIDDEN = 16 * 16; @Submodule final Linear first = new Linear(28 * 28,"
            + " HIDDEN), second = new Linear((HIDDEN), 20 - 10);",
        "final int hidden; @Submodule final Linear first, second; Net() { this(256); }"
            + " private Net(int n) { hidden = 256; first = new Linear(784, hidden);"
            + " second = new Linear(this.hidden, 10); }",
        "@Submodule final Linear first, second; Net(float[] data, boolean isFast) {"
            + " if (data.length < 784) { throw new IllegalArgumentException(\"\" + data); }"
            + " System.out.println(isFast); first = new Linear(784, 256);"
            + " second = new Linear(first.out, 10); }",
        "@Submodule final Linear first; @Submodule final Linear second; Net(String name) {"
            + " first = new Linear(784, 256); second = java.util.Objects.requireNonNull("
            + " new p.Linear(256, 10)); }"
      })
  void alone(String members) {
    assertTree("class Net { " + members + " }\n", "first.w 256 × 784", "second.w 10 × 256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Submodule Block[] blocks = {new Block(64), new Block(64)};",
        "@Submodule final Block[] blocks = new Block[] {new Block(64), new Block(64)};",
        "@Submodule final java.util.List<Block> blocks = java.util.List.of(new Block(64),"
            + " new Block(64));",
        "@Submodule final java.util.List<Block> blocks = java.util.Arrays.asList(new Block(64),"
            + " new Block(64));",
        "static final int LAYERS = 2; @Submodule final Block[] blocks = new Block[LAYERS];"
            + " Net() { for (int i = 0; i < LAYERS; i++) { blocks[i] = new Block(64); } }",
        "@Submodule final Block[] blocks = new Block[2];"
            + " Net() { for (int i = 0; i < blocks.length; ++i) this.blocks[i] = new Block(64); }",
        "@Submodule final java.util.List<Block> blocks = new java.util.ArrayList<>();"
            + " Net() { for (int i = 0; i < 2; i++) { blocks.add(new Block(64)); } }",
        "@Submodule final java.util.List<Block> blocks; Net() { var all ="
            + " new java.util.ArrayList<Block>(); while (all.isEmpty()) { break; }"
            + " all = new java.util.ArrayList<Block>(); all.add(new Block(64));"
            + " all.add(new Block(64)); blocks = java.util.List.copyOf(all); }",
        "@Submodule final Block[] blocks = new Block[2];"
            + " Net() { java.util.Arrays.setAll(blocks, i -> new Block(64)); }",
        "@Submodule final Block[] blocks = java.util.stream.IntStream.range(0, 2)"
            + ".mapToObj(i -> new Block(64)).toArray(Block[]::new);"
      })
  void several(String members) {
    assertTree(
        "class Net { " + members + " }\n",
        "blocks.0.up.w 256 × 64",
        "blocks.0.down.w 64 × 256",
        "blocks.1.up.w 256 × 64",
        "blocks.1.down.w 64 × 256");
  }

  @Test
  void theManualsDecoder() throws IOException {
    String page = Files.readString(Path.of("../docs/report.md"));
    String block = page.substring(page.indexOf("<!-- Decoder.java -->"));
    int start = block.indexOf("```java\n") + "```java\n".length();
    List<String> tree =
        tree(Cards.of(block.substring(start, block.indexOf("\n```", start)) + "\n"));
    assertEquals(25, tree.size());
    assertEquals("blocks.0.up.weight 256 × 64", tree.get(0));
    assertEquals("blocks.11.down.weight 64 × 256", tree.get(23));
    assertEquals("head.weight 1000 × 64", tree.get(24));
  }

  @Test
  void sizesOneAfterTheOther() {
    assertTree(
        """
        class Net extends Mlp {
          @Shape(3) @OnesInit float[] own;
          Net() { super(784, 256, 10); }
        }
        class Mlp {
          @Submodule final Linear[] layers;
          Mlp(int... sizes) {
            layers = new Linear[sizes.length - 1];
            for (int i = 0; i + 1 < sizes.length; i++) {
              layers[i] = new Linear(sizes[i], sizes[i + 1]);
            }
          }
        }
        """,
        "layers.0.w 256 × 784",
        "layers.1.w 10 × 256",
        "own 3");
  }

  @Test
  void classesAboveAndBetween() {
    assertTree(
        """
        class Net extends Base {
          @Submodule final Wide wide = new Wide(3);
          Net() { super(8); }
        }
        class Base {
          final int width;
          @Shape(dims = "width") @OnesInit float[] norm;
          @Submodule final Linear inherited;
          Base(int width) { this.width = width; inherited = new Linear(width, 2 * width); }
        }
        class Wide extends Linear { Wide(int n) { super(n, n << 4); } }
        """,
        "norm 8",
        "inherited.w 16 × 8",
        "wide.w 48 × 3");
  }

  @Test
  void recordsAndSettings() {
    Card card =
        Cards.of(
            Javac.plainJavac().release(17),
            """
            class Net {
              @Submodule final Head head = Head.DEFAULT == null ? null : null;
              @Submodule final Head made = new Head(new Settings(64, 10));
              @Submodule final java.util.Map<String, Linear> byName =
                  java.util.Map.of("b", new Linear(1, 2), "a", new Linear(3, 4));
              @Submodule final Pair pair = new Pair(new Linear(5, 6), new Linear(7, 8));
              @Submodule final Negated negated = new Negated(new Odd(-9));
            }
            record Settings(int width, int classes) {}
            record Odd(int n) {
              Odd {
                n = -n;
              }
            }
            record Pair(@Submodule Linear one, @Submodule Linear two) {}
            record Told(int n) {
              public int n() {
                return 5;
              }
            }
            class Head {
              static final Head DEFAULT = null;
              @Submodule final Linear dense;
              Head(Settings settings) {
                dense = new Linear(settings.width(), settings.classes());
              }
            }
            class Negated {
              @Submodule final Linear odd;
              @Submodule final Linear told = new Linear(1, new Told(3).n());
              Negated(Odd odd) {
                this.odd = new Linear(odd.n(), 1);
              }
            }
            """
                + PARTS);
    assertEquals(
        List.of(
            "head.dense.w out × in",
            "made.dense.w 10 × 64",
            "byName.a.w 4 × 3",
            "byName.b.w 2 × 1",
            "pair.one.w 6 × 5",
            "pair.two.w 8 × 7",
            "negated.odd.w 1 × 9",
            "negated.told.w out × 1"),
        tree(card));
  }

  @Test
  void onlyWhatIsNotKnownIsByName() {
    assertTree(
        """
        class Net {
          @Submodule final Linear first, second;
          @Submodule final Block[] blocks = new Block[2];
          Net(int width) {
            first = new Linear(784, width);
            second = new Linear(width, 10);
            blocks[0] = new Block(width);
            blocks[1] = new Block(8);
          }
        }
        """,
        "first.w out × 784",
        "second.w 10 × in",
        "blocks.0.up.w out × in",
        "blocks.0.down.w out × in",
        "blocks.1.up.w 32 × 8",
        "blocks.1.down.w 8 × 32");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another constructor has other numbers.
        "@Submodule final Linear one; Net() { one = new Linear(2, 3); }"
            + " Net(int other) { one = new Linear(4, 5); }",
        // A method says.
        "@Submodule final Linear one = new Linear(size(), 2 * size()); int size() { return 3; }",
        "@Submodule final Linear one = make(); static Linear make() { return new Linear(2, 3); }",
        "@Submodule final Linear one = new Linear(Math.max(1, 2), Integer.parseInt(\"3\"));",
        // A condition that is not known.
        "@Submodule final Linear one; Net(boolean wide) { one = wide ? new Linear(2, 3) :"
            + " new Linear(4, 5); }",
        "@Submodule final Linear one; Net(boolean wide) { if (wide) { one = new Linear(2, 3); }"
            + " else { one = new Linear(4, 5); } }",
        "@Submodule Linear one = new Linear(2, 3); Net(int n) { if (n > 5) { return; }"
            + " one = new Linear(4, 5); }",
        "@Submodule Linear one = new Linear(2, 3); Net(int n) { for (int i = 0; i < n; i++) {"
            + " one = new Linear(i, 5); } }",
        "@Submodule final Linear one; Net(int n) { switch (n) { case 1: one = new Linear(2, 3);"
            + " break; default: one = new Linear(4, 5); } }",
        // It may be another by the time that it is drawn.
        "@Submodule Linear one = new Linear(2, 3); void widen() { one = new Linear(4, 5); }",
        "@Submodule Linear one = new Linear(2, 3); Runnable widen = () -> { this.one = null; };",
        "@Submodule Linear one = new Linear(2, 3); Net() { change(); }"
            + " void change() { Other.change(this); }",
        "@Submodule Linear one = new Linear(2, 3); Net() { Other.change(this); }",
        "@Submodule Linear one = new Linear(2, 3); Net() { try { one = new Linear(4, 5); }"
            + " finally { one = null; } }",
        // No number that an array of this size has, or none at all.
        "@Submodule final Linear one = new Linear(-2, 0);",
        "@Submodule final Linear one = new Linear((int) 2.5, (int) 3L);",
        "@Submodule final Linear one = new Linear(1 / 0, 'a');",
        // A class of its own.
        "@Submodule final Linear one = new Linear(2, 3) { };",
        // One that never ends.
        "@Submodule final Linear one; Net() { int n = 0; while (true) { if (n < 0) { break; } }"
            + " one = new Linear(2, 3); }"
      })
  void anythingElseIsNotKnown(String members) {
    assertTree(
        "class Net { " + members + " }\nclass Other { static void change(Net net) { } }\n",
        "one.w out × in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n | int n = 3;", // Callers may set it.
        "n | int n; void set(int n) { this.n = n; }",
        "n | int n; Net() { n = 3; } static void set(Net other) { other.n++; }",
        "3 | int n; Net() { n = 3; } int sum(int m) { int n = 0; for (int i = 0; i < m; i++) n += i;"
            + " return n; }",
        "3 | final int n; Net() { n = 3; }",
        "n | final int n; Net(int m) { n = 2 * m; }",
        "n | final int n; Net() { long m = 1; n = (int) m; }",
        "n | final int n; Net() { double m = 1; m = 2; n = (int) m; }",
        "n | final int n; Net() { var m = 1L; m = 2; n = (int) m; }",
        "5 | final int n; Net() { int m = 1; m += 4; n = m++; }",
        "2 | final int n; Net() { int[] m = {1, 2}; n = m[1]; }",
        "n | final int n; Net() { long[] m = {1, 2}; n = (int) m[1]; }",
        "n | final int n; Net() { int[] m = {1, 2}; java.util.Arrays.fill(m, 7); n = m[1]; }",
        "7 | final int n; Net() { int sum = 0; for (int i : new int[] {3, 4}) sum += i; n = sum; }",
        "4 | final int n; Net() { int i = 0; while (true) { if (++i > 3) break; } n = i; }",
        "6 | final int n; { n = true && 3 < 4 ? -(~5) : 1 / 0; }",
        "n | final int n; Net(int m) { int i = 3; switch (m) { case 1: i = 4; break; } n = i; }",
        "3 | final int n; Net(int m) { int i = 4; switch (m) { case 1: i = 4; break; } n = 3; }",
        "n | final int n; Net(boolean is) { int i = 3; if (is) { i = 4; } n = i; }",
        "n | final int n; Net(int m) { int i = 3; while (i < m) { i++; } n = i; }",
        "n | int n; Net() { n = 3; reset(); } private void reset() { helper(this); }"
            + " static void helper(Net net) { }"
      })
  void numbersOfTheModel(String expected, String members) {
    assertTree(
        "class Net { " + members + " @Shape(dims = \"n\") @OnesInit float[] w; }\n",
        "w " + expected);
  }

  @Test
  void listsAndArraysThatChange() {
    assertTree(
        """
        class Net {
          @Submodule final Linear[] set = {new Linear(1, 2)};
          @Submodule final java.util.List<Linear> added = new java.util.ArrayList<>();
          @Submodule final java.util.List<Linear> given = new java.util.ArrayList<>();
          @Submodule final Linear[] counted;
          Net() {
            added.add(new Linear(1, 2));
            given.add(new Linear(1, 2));
            Other.change(given);
            counted = new Linear[] {new Linear(1, 2), new Linear(3, 4)};
            Other.change(counted);
          }
          void grow() { added.add(null); set[0] = new Linear(3, 4); }
        }
        class Other { static void change(Object one) { } }
        """,
        "set.*.w out × in",
        "added.*.w out × in",
        "given.*.w out × in",
        "counted.0.w out × in",
        "counted.1.w out × in");
  }

  @Test
  void classFilesHaveNoSource() {
    Outcome library =
        Javac.javac()
            .run(
                "public class Far { final int n; public Far(int n) "
                    + "{ this.n = n; } @Shape(dims = \"n\") @OnesInit public float[] w; }")
            .requireSuccess();
    assertEquals(
        List.of("far.w n", "near.w 3 × 2"),
        tree(
            Cards.of(
                Javac.plainJavac().on(library),
                "class Net { @Submodule final Far far = new Far(3);"
                    + " @Submodule final Linear near = new Linear(2, 3); }\n"
                    + PARTS)));
  }

  @Test
  void anotherCompilerShowsNoTrees() {
    String net = "class Net { @Submodule final Linear one = new Linear(2, 3); }\n";
    assertEquals(
        List.of("one.w out × in"), tree(Cards.of(Javac.plainJavac().byEclipse(), net + PARTS)));
  }

  /** What a card shows of each parameter is what an object has, bit for bit. */
  @ParameterizedTest
  @ValueSource(strings = {"FANWISE", "TORCH"})
  void drawsAreThoseOfTheObject(String engine) {
    String source =
        "@RandomStream(RandomEngine."
            + engine
            + ")\nclass Net {\n"
            + "@Shape({3, 5}) @XavierInit float[] first;\n"
            + "@Submodule final Block[] blocks = {new Block(8), new Block(16)};\n"
            + "@Submodule final Linear last = new Linear(9, 7);\n"
            + "@Shape({2, 2}) @XavierInit float[] end;\n"
            + PARTS.replace("class ", "static class ")
            + "}\n";
    Model net = Model.of(Javac.compile(source), "p.Net");
    net.initialize(0);
    Card live = LiveModel.of("Net", net::visit);
    Card card = Cards.of(source);
    assertEquals(0, card.unsized());
    assertEquals(bits(live), bits(card));
  }

  private static List<String> bits(Card card) {
    return card.parameters().stream()
        .map(one -> one.name() + " " + one.measured().count() + " " + one.measured().bits())
        .toList();
  }

  @Test
  void twoBuildsHaveTheSameBytes() {
    String source =
        "class Net { @Submodule final Block[] blocks = {new Block(8), new Block(16)}; }\n" + PARTS;
    Outcome one = Javac.javac().byJavac().options("-Afanwise.report=true").run(source);
    Outcome two = Javac.javac().byJavac().options("-Afanwise.report=true").run(source);
    assertTrue(one.resources().get("META-INF/fanwise/p.Net.json").contains("blocks.1.down.w"));
    assertEquals(one.resources(), two.resources());
  }
}
