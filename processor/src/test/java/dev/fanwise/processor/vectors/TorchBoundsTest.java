package dev.fanwise.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Distribution;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Vectors;
import dev.fanwise.runtime.Draw;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PyTorch's own bounds and standard deviations, through javac and the processor, to the bit. */
class TorchBoundsTest {
  private static final long SEED = 99;

  private record Row(String name, Map<String, String> cells, double expected) {
    boolean isUniform() {
      return cells.get("distribution").equals("uniform");
    }

    int elements() {
      return Stream.of(cells.get("shape").split("x"))
          .mapToInt(Integer::parseInt)
          .reduce(1, Math::multiplyExact);
    }

    /** {@code @Shape({5, 10}) @XavierInit(gain = 1, distribution = …) float[] row0, row0d;}. */
    String fields() {
      String members =
          "distribution = Distribution." + cells.get("distribution").toUpperCase(Locale.ROOT);
      for (String option : cells.get("options").split(";")) {
        members +=
            ", "
                + option
                    .replace("mode=", "mode = FanMode.")
                    .replace("nonlinearity=", "nonlinearity = Nonlinearity.");
      }
      String shape = "@Shape({" + cells.get("shape").replace("x", ", ") + "})";
      String scheme = cells.get("scheme").equals("xavier") ? "@XavierInit" : "@KaimingInit";
      String annotations = shape + " " + scheme + "(" + members + ") ";
      return annotations + "float[] " + name + ";\n" + annotations + "double[] " + name + "d;\n";
    }
  }

  private static final List<Row> ROWS = new ArrayList<>();
  private static Model model;

  @BeforeAll
  static void compile() {
    StringBuilder fields = new StringBuilder();
    for (Map<String, String> cells : Vectors.rows("torch-bounds.csv")) {
      Row row =
          new Row("row" + ROWS.size(), cells, Double.parseDouble(cells.get("bound_or_std_hex")));
      ROWS.add(row);
      fields.append(row.fields());
    }
    model = Model.of(Javac.compile("class Torch {\n" + fields + "}\n"), "p.Torch");
  }

  @Test
  void thereAreAll() {
    assertEquals(290, ROWS.size());
    assertEquals(580, model.parameters().size());
  }

  @Test
  void boundsAndFansAreTorchs() {
    List<ParameterInfo> parameters = model.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Row row = ROWS.get(i / 2);
      ParameterInfo info = parameters.get(i);
      assertEquals(i % 2 == 0 ? row.name : row.name + "d", info.name());
      assertEquals(Double.parseDouble(row.cells.get("fan_in")), info.fanIn(), row::toString);
      assertEquals(Double.parseDouble(row.cells.get("fan_out")), info.fanOut(), row::toString);
      if (row.isUniform()) {
        assertEquals(Distribution.UNIFORM, info.distribution());
        assertEquals(row.expected, info.high(), row::toString);
        assertEquals(-row.expected, info.low(), row::toString);
      } else {
        assertEquals(Distribution.NORMAL, info.distribution());
        assertEquals(row.expected, info.std(), row::toString);
        assertEquals(Double.POSITIVE_INFINITY, info.high());
      }
    }
  }

  @Test
  void drawsHaveThemRoundedOnce() {
    for (Row row : ROWS) {
      int count = Math.min(5, row.elements());
      float[] floats = new float[count];
      model.fill(row.name, floats, 0, 0, count, SEED);
      double[] doubles = new double[count];
      model.fill(row.name + "d", doubles, 0, 0, count, SEED);
      long key = Reference.key(SEED, row.name);
      long doubleKey = Reference.key(SEED, row.name + "d");
      for (int e = 0; e < count; e++) {
        if (row.isUniform()) {
          assertEquals(Reference.uniformFloat(key, e, row.expected), floats[e], row::toString);
          assertEquals(
              Reference.uniformDouble(doubleKey, e, row.expected), doubles[e], row::toString);
        } else {
          assertEquals(
              Draw.normal(Reference.word(key, e), 0, (float) row.expected),
              floats[e],
              row::toString);
          assertEquals(
              Draw.normal(Reference.word64(doubleKey, e), 0, row.expected),
              doubles[e],
              row::toString);
        }
      }
    }
  }

  @Test
  void wholeArraysHaveThemToo() {
    for (Row row : ROWS) {
      int elements = row.elements();
      if (elements > 10_000) {
        continue;
      }
      float[] whole = new float[elements];
      model.fill(row.name, whole, SEED);
      float[] shard = new float[elements];
      model.fill(row.name, shard, 0, 0, elements, SEED);
      assertArrayEquals(shard, whole, row::toString);
    }
  }
}
