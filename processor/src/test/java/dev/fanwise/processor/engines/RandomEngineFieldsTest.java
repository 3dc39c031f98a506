package dev.fanwise.processor.engines;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.TorchGenerator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random models of weights alone: the bits of the runtime called by hand. */
class RandomEngineFieldsTest {
  /** Names that generated code has uses of its own for, and others. */
  private static final List<String> NAMES =
      List.of(
          "JaxFill",
          "JaxKeys",
          "JaxVariance",
          "TorchGenerator",
          "FanMode",
          "Sink",
          "generator",
          "key",
          "next",
          "number",
          "seed",
          "shape",
          "bound",
          "i0",
          "java",
          "größe",
          "aLongerParameter");

  private static List<EngineField> fields(Random random, RandomEngine engine) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<EngineField> fields = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(7))) {
      fields.add(EngineFields.field(random, engine, name, fields));
    }
    return fields;
  }

  private static Outcome compile(RandomEngine engine, List<EngineField> fields) {
    String head =
        "@SuppressWarnings(\"fanwise\") @RandomStream(RandomEngine." + engine + ") class Net {\n";
    Outcome outcome =
        Javac.compile(
            fields.stream().map(EngineField::declaration).collect(joining("", head, "}\n")));
    Lines.assertTidy(outcome.source("p.NetInitializer"));
    return outcome;
  }

  private static void assertDrawn(
      Model model, RandomEngine engine, List<EngineField> fields, long seed) {
    Hand hand = new Hand(engine, seed);
    for (EngineField field : fields) {
      double[] elements = field.kind().read(model.get(field.name()));
      assertArrayEquals(hand.next(field), elements, field::declaration);
    }
  }

  private static void assertInfos(Model model, List<EngineField> fields)
      throws ReflectiveOperationException {
    boolean isSymbolic = fields.stream().anyMatch(EngineField::isSymbolic);
    List<?> infos;
    if (isSymbolic) {
      Method method =
          model.initializer().getDeclaredMethod("parameters", model.object().getClass());
      method.setAccessible(true);
      infos = (List<?>) method.invoke(null, model.object());
    } else {
      infos = model.parameters();
    }
    assertEquals(fields.size(), infos.size());
    for (int i = 0; i < infos.size(); i++) {
      ParameterInfo info = (ParameterInfo) infos.get(i);
      EngineField field = fields.get(i);
      boolean hasFans = field.dimensions().size() >= 2;
      assertEquals(field.name(), info.name());
      assertEquals(hasFans ? field.fanIn() : -1, info.fanIn(), field::declaration);
      assertEquals(hasFans ? field.fanOut() : -1, info.fanOut(), field::declaration);
    }
  }

  private static List<Method> fills(Model model, EngineField field) {
    String name = field.name();
    String method = "fill" + name.substring(0, 1).toUpperCase() + name.substring(1);
    return Arrays.stream(model.initializer().getDeclaredMethods())
        .filter(one -> one.getName().equals(method) && Modifier.isPublic(one.getModifiers()))
        .toList();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void torch(@ForAll long choices, @ForAll long seed) throws ReflectiveOperationException {
    List<EngineField> fields = fields(new Random(choices), RandomEngine.TORCH);
    Outcome outcome = compile(RandomEngine.TORCH, fields);
    Model model = Model.of(outcome, "p.Net");
    assertInfos(model, fields);
    model.initialize(seed);
    assertDrawn(model, RandomEngine.TORCH, fields, seed);

    Model shared = Model.of(outcome, "p.Net");
    shared.initialize(seed, ForkJoinPool.commonPool());
    assertDrawn(shared, RandomEngine.TORCH, fields, seed);

    Hand hand = new Hand(RandomEngine.TORCH, seed);
    TorchGenerator generator = TorchGenerator.seeded(seed);
    for (EngineField field : fields) {
      List<Method> fills = fills(model, field);
      assertEquals(1, fills.size(), () -> "a part of it can be filled: " + fills);
      double[] expected = hand.next(field);
      if (field.isAlone()) {
        Object tensor = field.kind().soiled(field.kind().tensor(dimensions(field)));
        fills.get(0).setAccessible(true);
        fills.get(0).invoke(null, tensor, generator);
        assertArrayEquals(expected, field.kind().read(tensor), field::declaration);
      } else {
        field
            .law()
            .torch(generator, field.kind(), field.elements()); // Its numbers are passed over.
      }
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void jax(@ForAll long choices, @ForAll long seed) throws ReflectiveOperationException {
    Random random = new Random(choices);
    List<EngineField> fields = fields(random, RandomEngine.JAX);
    Outcome outcome = compile(RandomEngine.JAX, fields);
    Model model = Model.of(outcome, "p.Net");
    assertInfos(model, fields);
    model.initialize(seed);
    assertDrawn(model, RandomEngine.JAX, fields, seed);

    Model shared = Model.of(outcome, "p.Net");
    shared.initialize(seed, ForkJoinPool.commonPool());
    assertDrawn(shared, RandomEngine.JAX, fields, seed);

    for (EngineField field : fields) {
      assertEquals(2, fills(model, field).size(), field::declaration);
      if (field.isAlone()) {
        assertPart(model, field, random, seed);
      }
    }
  }

  private static void assertPart(Model model, EngineField field, Random random, long seed) {
    FieldKind kind = field.kind();
    double[] elements = kind.read(model.get(field.name()));
    Object tensor = kind.soiled(kind.tensor(dimensions(field)));
    model.fill(field.name(), tensor, seed);
    assertArrayEquals(elements, kind.read(tensor), field::declaration);

    int from = random.nextInt(elements.length);
    int count = random.nextInt(elements.length - from + 1);
    Object row = kind.soiled(kind.row(count + 3));
    double[] expected = kind.read(row);
    System.arraycopy(elements, from, expected, 1, count);
    model.fill(field.name(), row, 1, from, count, seed);
    assertArrayEquals(expected, kind.read(row), field::declaration);
  }

  private static int[] dimensions(EngineField field) {
    return field.dimensions().stream().mapToInt(Integer::intValue).toArray();
  }
}
