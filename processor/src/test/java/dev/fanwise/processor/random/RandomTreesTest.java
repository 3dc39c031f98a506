package dev.fanwise.processor.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lazies;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random models made of models, against keys and elements that were computed a second time. */
class RandomTreesTest {
  private static final int RECORDS = 17;

  private record Visited(ParameterInfo info, Object weights) {}

  private static Outcome compiled(TreeClass top) {
    List<String> sources = new ArrayList<>(List.of(TreeSource.maps()));
    RandomTrees.classesOf(top).values().forEach(type -> sources.add(TreeSource.of(type)));
    Outcome outcome =
        Javac.javac().release(RECORDS).run(sources.toArray(String[]::new)).requireSuccess();
    outcome.sources().values().forEach(Lines::assertTidy);
    return outcome;
  }

  private static List<Visited> visited(Model model) {
    List<Visited> all = new ArrayList<>();
    model.visit((info, weights) -> all.add(new Visited(info, weights)));
    return all;
  }

  private static double[] elements(TreeClass.Parameter parameter) {
    CatalogueField field = parameter.field();
    int elements = field.layer().elements();
    return field.law().held(field.kind(), parameter.key(), elements);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void haveTheKeysNamesAndElementsOfTheContract(@ForAll long choices, @ForAll long seed) {
    TreeClass top = RandomTrees.of(new Random(choices));
    List<TreeClass.Parameter> expected = new ArrayList<>();
    top.walk("", seed, expected::add);
    Outcome outcome = compiled(top);
    Model model = Model.of(outcome, "p.Top");
    assertSame(model.object(), model.initialize(seed));
    assertHolds(expected, visited(model));
    assertEquals(
        expected.stream().map(TreeClass.Parameter::name).toList(),
        model.parametersOfModel().stream().map(ParameterInfo::name).toList());
    assertEquals(
        expected.stream().mapToLong(one -> one.field().layer().elements()).sum(), model.count());
    List<Visited> first = visited(model);
    List<Visited> second = visited(model);
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i).weights(), second.get(i).weights(), "a copy");
    }
    Model inPool = Model.of(outcome, "p.Top");
    ForkJoinPool pool = new ForkJoinPool(3);
    assertSame(inPool.object(), inPool.initialize(seed, pool));
    pool.shutdown();
    assertHolds(expected, visited(inPool));
    Lazies.assertSame(model, Model.of(outcome, "p.Top"), seed);
  }

  private static void assertHolds(List<TreeClass.Parameter> expected, List<Visited> visited) {
    assertEquals(
        expected.stream().map(TreeClass.Parameter::name).toList(),
        visited.stream().map(one -> one.info().name()).toList());
    for (int i = 0; i < expected.size(); i++) {
      TreeClass.Parameter parameter = expected.get(i);
      CatalogueField field = parameter.field();
      ParameterInfo info = visited.get(i).info();
      assertArrayEquals(field.layer().dimensions(), info.shape(), parameter.name());
      assertEquals(field.schemeName(), info.scheme(), parameter.name());
      assertArrayEquals(
          elements(parameter), field.kind().read(visited.get(i).weights()), parameter.name());
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void keepTheirBitsWhenOtherMembersComeGoAndMove(@ForAll long choices, @ForAll long seed) {
    Random random = new Random(choices);
    TreeClass top = RandomTrees.of(random);
    TreeClass changed = RandomTrees.changed(top, random);
    Map<String, double[]> before = elementsByName(top, seed);
    Map<String, double[]> after = elementsByName(changed, seed);
    assertTrue(after.containsKey(RandomTrees.ANCHOR) && before.containsKey(RandomTrees.ANCHOR));
    before.keySet().retainAll(after.keySet());
    before.forEach((name, elements) -> assertArrayEquals(elements, after.get(name), name));
  }

  private static Map<String, double[]> elementsByName(TreeClass top, long seed) {
    Map<String, TreeClass.Parameter> parameters = new LinkedHashMap<>();
    top.walk("", seed, parameter -> parameters.put(parameter.name(), parameter));
    Model model = Model.of(compiled(top), "p.Top");
    model.initialize(seed);
    Map<String, double[]> elements = new LinkedHashMap<>();
    for (Visited one : visited(model)) {
      TreeClass.Parameter parameter = parameters.get(one.info().name());
      elements.put(one.info().name(), parameter.field().kind().read(one.weights()));
    }
    return elements;
  }
}
