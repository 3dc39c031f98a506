package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Plausible;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.runtime.ParameterInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random models with every scheme, connection, layout and kind of field. */
class RandomCatalogueTest {
  /** Names that generated code has uses of its own for, and others. */
  private static final List<String> NAMES =
      List.of(
          "Taps",
          "Sink",
          "Sparse",
          "Hadamard",
          "Orthogonal",
          "GateBiases",
          "Fill",
          "Arrays",
          "java",
          "dev",
          "key",
          "into",
          "count",
          "i0",
          "weights",
          "b$",
          "größe",
          "aParameterOfARatherLongName");

  /** From here on means and standard deviations tell something. */
  private static final int MANY = 1000;

  private static List<CatalogueField> fields(Random random) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<CatalogueField> fields = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(8))) {
      FieldKind kind = FieldKind.values()[random.nextInt(FieldKind.values().length)];
      Layer layer = RandomLayers.of(random);
      fields.add(CatalogueSchemes.field(random, name, kind, layer, fields));
    }
    return fields;
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void haveTheSameElementsByEveryWay(@ForAll long choices, @ForAll long seed) {
    Random random = new Random(choices);
    List<CatalogueField> fields = fields(random);
    String source =
        fields.stream()
            .map(CatalogueField::declaration)
            .collect(joining("", "@SuppressWarnings(\"fanwise\")\nclass Net {\n", "}\n"));
    Outcome outcome = Javac.compile(source);
    assertIsTidy(outcome.source("p.NetInitializer"));
    Model model = Model.of(outcome, "p.Net");
    assertEquals(fields.stream().map(CatalogueField::name).toList(), model.names());
    model.initialize(seed);
    for (CatalogueField field : fields) {
      FieldKind kind = field.kind();
      double[] elements = kind.read(model.get(field.name()));
      assertAreTheNaiveOnes(field, elements, seed);
      Object tensor = kind.soiled(kind.tensor(field.layer().dimensions()));
      model.fill(field.name(), tensor, seed);
      assertArrayEquals(elements, kind.read(tensor), field::declaration);
      assertShards(model, field, elements, random, seed);
      assertInfo(model.parameter(field.name()), field, elements);
    }
  }

  private static void assertIsTidy(String source) {
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(source), source);
    Lines.assertTidy(source);
  }

  private static void assertAreTheNaiveOnes(CatalogueField field, double[] elements, long seed) {
    if (field.law() != null) {
      long key = Reference.key(seed, field.name());
      double[] drawn = field.law().held(field.kind(), key, elements.length);
      assertArrayEquals(drawn, elements, field::declaration);
    }
  }

  private static void assertShards(
      Model model, CatalogueField field, double[] elements, Random random, long seed) {
    long methods =
        Arrays.stream(model.initializer().getDeclaredMethods())
            .filter(method -> method.getName().equalsIgnoreCase("fill" + field.name()))
            .count();
    assertEquals(field.isWhole() ? 1 : 2, methods, field::declaration);
    for (int i = 0; i < 4 && !field.isWhole(); i++) {
      int from = random.nextInt(elements.length + 1);
      int count = random.nextInt(elements.length - from + 1);
      int offset = random.nextInt(4);
      int length = offset + count + random.nextInt(4);
      Object row = field.kind().soiled(field.kind().row(length));
      double[] expected = field.kind().read(row);
      System.arraycopy(elements, from, expected, offset, count);
      model.fill(field.name(), row, offset, from, count, seed);
      assertArrayEquals(expected, field.kind().read(row), field::declaration);
    }
  }

  private static void assertInfo(ParameterInfo info, CatalogueField field, double[] elements) {
    assertArrayEquals(field.layer().dimensions(), info.shape());
    assertEquals(field.schemeName(), info.scheme());
    assertEquals(field.hasFans() ? field.layer().fanIn() : -1, info.fanIn(), field::declaration);
    assertEquals(field.hasFans() ? field.layer().fanOut() : -1, info.fanOut(), field::declaration);
    boolean fixed = info.distribution() == null && !info.scheme().matches("ChronoInit|SparseInit");
    if (fixed || elements.length >= MANY) {
      Plausible.check(info, field.kind(), elements);
    }
  }
}
