package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.Lazies;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Symbolic shapes and counts have the bits and the numbers of the same ones as constants. */
class RandomSymbolicTest {
  private static final List<String> NAMES =
      List.of("w", "kernel", "x$", "key", "into", "i0", "shape", "Fill", "bias", "weights");

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
  void haveTheBitsOfConstants(@ForAll long choices, @ForAll long seed) {
    Random random = new Random(choices);
    List<CatalogueField> fields = fields(random);
    SymbolicClass symbolic =
        new SymbolicClass(random, fields.stream().map(CatalogueField::name).collect(toSet()));
    Map<String, Named> named = new LinkedHashMap<>();
    for (CatalogueField field : fields) {
      named.put(field.name(), Named.of(field, symbolic, random));
    }
    String weights = fields.stream().map(CatalogueField::declaration).collect(joining());
    String dims =
        fields.stream()
            .map(field -> named.get(field.name()).in(field.declaration()))
            .collect(joining());
    List<String> sources = new ArrayList<>(symbolic.sources("Net", dims));
    sources.add("@SuppressWarnings(\"fanwise\")\nclass Known {\n" + weights + "}\n");
    Outcome outcome = Javac.compile(sources.toArray(String[]::new));
    Lines.assertTidy(outcome.source("p.NetInitializer"));
    Model known = Model.of(outcome, "p.Known");
    known.initialize(seed);
    Model model = Model.of(outcome, "p.Net");
    assertEquals(model.object(), model.initialize(seed));
    Lazies.assertSame(model, Model.of(outcome, "p.Net"), seed);
    Model inPool = Model.of(outcome, "p.Net");
    ForkJoinPool pool = new ForkJoinPool(2);
    inPool.initialize(seed, pool);
    pool.shutdown();
    assertSameInfos(known.parameters(), model.parametersOfModel());
    assertSameInfos(known.parameters(), known.parametersOfModel());
    assertEquals(
        known.constantCount(), symbolic.isSymbolic() ? model.count() : model.constantCount());
    for (CatalogueField field : fields) {
      FieldKind kind = field.kind();
      double[] elements = kind.read(known.get(field.name()));
      assertArrayEquals(elements, kind.read(model.get(field.name())), field::declaration);
      assertArrayEquals(elements, kind.read(inPool.get(field.name())), field::declaration);
      List<Integer> values = symbolic.values(symbolsOf(field, named));
      Object tensor = kind.soiled(kind.tensor(field.layer().dimensions()));
      model.fill(field.name(), tensor, values, seed);
      assertArrayEquals(elements, kind.read(tensor), field::declaration);
      for (int i = 0; i < 3 && !field.isWhole(); i++) {
        assertShard(model, field, elements, values, random, seed);
      }
    }
  }

  /** The texts of a field's own annotations, and those of the weights that a bias belongs to. */
  private static List<String> symbolsOf(CatalogueField field, Map<String, Named> named) {
    Named own = named.get(field.name());
    if (!field.isOfOthers()) {
      return Stream.concat(own.ofShape(), own.layers.stream()).toList();
    }
    String of = field.scheme().split("\"")[1];
    return Stream.of(own.ofShape(), named.get(of).ofShape(), own.layers.stream())
        .flatMap(Function.identity())
        .toList();
  }

  /** What a field's annotations name: dimensions, maybe its groups, and layers if it is scaled. */
  private record Named(List<String> dims, Optional<String> groups, Optional<String> layers) {
    private static final Pattern LAYERS = Pattern.compile("layers = (\\d+)");

    static Named of(CatalogueField field, SymbolicClass symbolic, Random random) {
      boolean isConstant = random.nextInt(4) == 0;
      boolean mayHaveGroups = field.hasFans() && field.layer().connection() != Connection.DEPTHWISE;
      return new Named(
          field.layer().shape().stream()
              .map(value -> isConstant ? Integer.toString(value) : symbolic.entry(value))
              .toList(),
          mayHaveGroups && random.nextBoolean()
              ? Optional.of(symbolic.entry(field.layer().groups()))
              : Optional.empty(),
          LAYERS
              .matcher(field.scheme())
              .results()
              .map(found -> symbolic.entry(Integer.parseInt(found.group(1))))
              .findFirst());
    }

    Stream<String> ofShape() {
      return Stream.concat(dims.stream(), groups.stream());
    }

    String in(String declaration) {
      String shape =
          dims.stream().collect(joining("\", \"", "dims = {\"", "\"}"))
              + groups.map(name -> ", groupsOf = \"" + name + "\"").orElse("");
      String constant =
          groups.isPresent() ? declaration.replaceFirst(", groups = \\d+", "") : declaration;
      int from = constant.indexOf("value = {");
      int to = constant.indexOf('}', from) + 1;
      String result = constant.substring(0, from) + shape + constant.substring(to);
      return layers.isPresent()
          ? LAYERS
              .matcher(result)
              .replaceFirst(Matcher.quoteReplacement("layersOf = \"" + layers.get() + "\""))
          : result;
    }
  }

  private static void assertShard(
      Model model,
      CatalogueField field,
      double[] elements,
      List<Integer> values,
      Random random,
      long seed) {
    int from = random.nextInt(elements.length + 1);
    int count = random.nextInt(elements.length - from + 1);
    int offset = random.nextInt(4);
    int length = offset + count + random.nextInt(4);
    Object row = field.kind().soiled(field.kind().row(length));
    double[] expected = field.kind().read(row);
    System.arraycopy(elements, from, expected, offset, count);
    model.fill(field.name(), row, offset, from, count, values, seed);
    assertArrayEquals(expected, field.kind().read(row), field::declaration);
  }

  private static void assertSameInfos(List<ParameterInfo> expected, List<ParameterInfo> actual) {
    assertEquals(
        expected.stream().map(RandomSymbolicTest::everything).toList(),
        actual.stream().map(RandomSymbolicTest::everything).toList());
  }

  private static List<Object> everything(ParameterInfo info) {
    return Arrays.asList(
        info.name(),
        Arrays.toString(info.shape()),
        info.elements(),
        info.dataType(),
        info.scheme(),
        info.distribution(),
        info.fanIn(),
        info.fanOut(),
        info.mean(),
        info.std(),
        info.low(),
        info.high());
  }
}
