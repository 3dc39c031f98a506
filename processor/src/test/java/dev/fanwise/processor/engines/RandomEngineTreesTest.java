package dev.fanwise.processor.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lazies;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random trees of models, some of whose classes choose the stream for themselves: the bits of the
 * runtime called by hand, depth first in the order of the fields.
 */
class RandomEngineTreesTest {
  private final List<EngineClass> classes = new ArrayList<>();

  @Property(shrinking = ShrinkingMode.OFF)
  void torch(@ForAll long choices, @ForAll long seed) {
    check(RandomEngine.TORCH, new Random(choices), seed);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void jax(@ForAll long choices, @ForAll long seed) {
    check(RandomEngine.JAX, new Random(choices), seed);
  }

  private void check(RandomEngine engine, Random random, long seed) {
    EngineClass net = tree(engine, random);
    Outcome outcome =
        Javac.compile(classes.stream().map(EngineClass::source).toArray(String[]::new));
    outcome.sources().values().forEach(Lines::assertTidy);
    Model model = Model.of(outcome, "p.Net");
    model.initialize(seed);
    assertDrawn(net, model.object(), new Hand(engine, seed));

    Lazies.assertSame(model, Model.of(outcome, "p.Net"), seed);

    Model shared = Model.of(outcome, "p.Net");
    shared.initialize(seed, ForkJoinPool.commonPool());
    assertDrawn(net, shared.object(), new Hand(engine, seed));
  }

  private EngineClass tree(RandomEngine engine, Random random) {
    classes.clear();
    List<EngineClass> leaves = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      boolean inherits = !leaves.isEmpty() && random.nextInt(3) == 0;
      RandomEngine own = random.nextInt(3) == 0 ? engine : null;
      EngineClass base = inherits ? leaves.get(random.nextInt(leaves.size())) : null;
      leaves.add(
          add(new EngineClass("Leaf" + i, own, base, members(engine, random, "l" + i, List.of()))));
    }
    List<EngineClass> all = new ArrayList<>(leaves);
    for (int i = 0; i < 2; i++) {
      RandomEngine own = random.nextInt(3) == 0 ? engine : null;
      all.add(
          add(new EngineClass("Middle" + i, own, null, members(engine, random, "m" + i, leaves))));
    }
    return add(new EngineClass("Net", engine, null, members(engine, random, "n", all)));
  }

  private EngineClass add(EngineClass one) {
    classes.add(one);
    return one;
  }

  /** Weights and submodules in any order, at least one of each kind there is. */
  private static List<EngineMember> members(
      RandomEngine engine, Random random, String prefix, List<EngineClass> below) {
    List<EngineMember> members = new ArrayList<>();
    List<EngineField> fields = new ArrayList<>();
    int number = 1 + random.nextInt(3);
    for (int i = 0; i < number; i++) {
      EngineField field = EngineFields.field(random, engine, prefix + "w" + i, fields);
      fields.add(field);
      members.add(field);
    }
    number = below.isEmpty() ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < number; i++) {
      EngineClass.Holder holder = EngineClass.Holder.values()[random.nextInt(4)];
      EngineClass type = below.get(random.nextInt(below.size()));
      int count = holder == EngineClass.Holder.FIELD ? 1 : 2;
      members.add(
          random.nextInt(members.size() + 1),
          new EngineClass.Child(prefix + "c" + i, holder, type, count));
    }
    return members;
  }

  private static void assertDrawn(EngineClass type, Object object, Hand hand) {
    if (type.base() != null) {
      assertDrawn(type.base(), object, hand);
    }
    for (EngineMember member : type.members()) {
      Object value = Objects.get(object, member.name());
      if (member instanceof EngineField field) {
        assertArrayEquals(hand.next(field), field.kind().read(value), field::declaration);
        continue;
      }
      EngineClass.Child child = (EngineClass.Child) member;
      List<Object> below = new ArrayList<>();
      if (value instanceof Object[] array) {
        below.addAll(Arrays.asList(array));
      } else if (value instanceof Collection<?> list) {
        below.addAll(list);
      } else if (value instanceof Map<?, ?> map) {
        below.addAll(map.values());
      } else {
        below.add(value);
      }
      assertEquals(child.count(), below.size());
      below.forEach(one -> assertDrawn(child.type(), one, hand));
    }
  }
}
