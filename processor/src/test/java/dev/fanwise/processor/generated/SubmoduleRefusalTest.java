package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that are missing, or there twice: nothing is written then. */
class SubmoduleRefusalTest {
  private static final String BLOCK =
      "class Block { @Shape(2) @OnesInit float[] ones; @Submodule Leaf[] leaves = {new Leaf()};"
          + " @Submodule java.util.List<Block> inner = new java.util.ArrayList<>(); }";

  private static final String LEAF =
      "class Leaf { @Shape(2) @OnesInit final float[] ones = new float[2]; }";

  private static final String TWICE =
      ": it would be initialised twice, or hold itself; leave @Submodule out of one of the two"
          + " fields";

  private static final String MISSING = " is null: create it before the model is initialised";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "Block m|null|Net.m|MISSING",
        "Block[] m|null|Net.m|MISSING",
        "List<Block> m|null|Net.m|MISSING",
        "Map<String, Block> m|null|Net.m|MISSING",
        "Block[] m|{new Block(), null}|Net.m[1]|MISSING",
        "Block[][] m|{{}, null}|Net.m[1]|MISSING",
        "Block[][] m|{{}, {new Block(), null}}|Net.m[1][1]|MISSING",
        "List<Block> m|Arrays.asList(new Block(), new Block(), null)|Net.m[2]|MISSING",
        "List<List<Block>> m|Arrays.asList(List.of(), null)|Net.m[1]|MISSING",
        "Map<String, Block> m|Maps.of(\"a.b\", null)|Net.m[\"a.b\"]|MISSING",
        "Map<String, Block[]> m|Maps.of(\"a\", new Block[] {null})|Net.m[\"a\"][0]|MISSING",
        "Map<String, List<Map<String, Block>>> m|Maps.of(\"a\", Arrays.asList(Map.of(), null))|"
            + "Net.m[\"a\"][1]|MISSING",
        "Map<String, Block> m|Maps.of(null, new Block())|Net.m|"
            + "' has a null key, which gives no stream'",
        "Holder m|new Holder(null)|Net.m.block|MISSING",
        "Block m|Blocks.leafless()|Net.m.leaves[0]|MISSING",
        "Block m|Blocks.ring()|Net.m.inner[0]|' is the same object as Net.mTWICE'",
        "Block m|Blocks.longRing()|Net.m.inner[1].inner[0]|' is the same object as Net.mTWICE'",
        "Block[] m|Blocks.twice()|Net.m[1]|' is the same object as Net.m[0]TWICE'",
        "List<Block> m|Collections.nCopies(3, new Block())|Net.m[1]|"
            + "' is the same object as Net.m[0]TWICE'",
        "Map<String, Block> m|Blocks.shared()|Net.m[\"b\"].leaves[0]|"
            + "' is the same object as Net.m[\"a\"].leaves[0]TWICE'",
        "List<Net> m|new ArrayList<>(Arrays.asList(this))|Net.m[0]|"
            + "' is the same object as NetTWICE'",
      })
  void namesThePath(String field, String value, String path, String fault) {
    Model model =
        Model.of(
            Javac.compile(
                BLOCK,
                LEAF,
                """
                class Holder {
                  @Submodule Block block;
                  Holder(Block block) { this.block = block; }
                }
                """,
                """
                package p; import java.util.*;
                class Maps {
                  static <V> Map<String, V> of(String key, V value) {
                    Map<String, V> map = new HashMap<>();
                    map.put(key, value);
                    return map;
                  }
                }
                """,
                """
                package p; import java.util.*;
                class Blocks {
                  static Block leafless() { Block b = new Block(); b.leaves[0] = null; return b; }
                  static Block ring() { Block b = new Block(); b.inner.add(b); return b; }
                  static Block longRing() {
                    Block b = new Block();
                    b.inner.add(new Block());
                    b.inner.add(new Block());
                    b.inner.get(1).inner.add(b);
                    return b;
                  }
                  static Block[] twice() { Block b = new Block(); return new Block[] {b, b}; }
                  static Map<String, Block> shared() {
                    Block a = new Block();
                    Block b = new Block();
                    b.leaves = a.leaves;
                    Map<String, Block> map = new TreeMap<>();
                    map.put("a", a);
                    map.put("b", b);
                    return map;
                  }
                }
                """,
                "package p; import dev.fanwise.*; import java.util.*;\n"
                    + "class Net {\n"
                    + "  @Shape(3) @OnesInit final float[] before = new float[3];\n"
                    + "  @Shape(3) @OnesInit float[] absent;\n"
                    + "  @Submodule final Leaf leaf = new Leaf();\n"
                    + ("  @Submodule " + field + " = " + value + ";\n")
                    + "}\n"),
            "p.Net");
    String text = path + fault.replace("MISSING", MISSING).replace("TWICE", TWICE);
    ForkJoinPool pool = new ForkJoinPool(2);
    for (Runnable way :
        new Runnable[] {
          () -> model.initialize(1),
          () -> model.initialize(1, pool),
          model::parametersOfModel,
          model::count,
          () -> model.visit((info, weights) -> {})
        }) {
      assertEquals(text, assertThrows(IllegalArgumentException.class, way::run).getMessage());
      assertArrayEquals(new float[3], (float[]) model.get("before"));
      assertNull(model.get("absent"));
      assertArrayEquals(new float[2], (float[]) Model.around(model.get("leaf")).get("ones"));
    }
    pool.shutdown();
  }
}
