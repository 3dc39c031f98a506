package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Distribution;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lazies;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Tensors;
import dev.fanwise.runtime.ParameterInfo;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random models against formulas and a stream that were written a second time. */
class RandomModelsTest {
  @Provide
  Arbitrary<List<RandomField>> models() {
    return RandomModels.models();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void haveTheElementsThatTheContractSays(
      @ForAll("models") List<RandomField> fields, @ForAll long seed) {
    String source =
        fields.stream()
            .map(RandomField::declaration)
            .collect(joining("", "@SuppressWarnings(\"fanwise\")\nclass Net {\n", "}\n"));
    Outcome outcome = Javac.compile(source);
    Lines.assertTidy(outcome.source("p.NetInitializer"));
    Model model = Model.of(outcome, "p.Net");
    assertEquals(fields.stream().map(RandomField::name).toList(), model.names());
    model.initialize(seed);
    Lazies.assertSame(model, Model.of(outcome, "p.Net"), seed);
    Random random = new Random(seed);
    for (RandomField field : fields) {
      double[] expected = Expected.elements(field, seed);
      assertArrayEquals(expected, Tensors.flat(model.get(field.name())), field::toString);
      Object single = Tensors.like(model.get(field.name()));
      model.fill(field.name(), single, seed);
      assertArrayEquals(expected, Tensors.flat(single), field::toString);
      for (int i = 0; i < 5; i++) {
        assertShard(model, field, expected, random, seed);
      }
      assertInfo(field, model.parameter(field.name()));
    }
  }

  private static void assertShard(
      Model model, RandomField field, double[] expected, Random random, long seed) {
    int from = random.nextInt(expected.length + 1);
    int count = random.nextInt(expected.length - from + 1);
    int offset = random.nextInt(4);
    Object into = Tensors.flatLike(model.get(field.name()), offset + count + random.nextInt(4));
    double[] wanted = Tensors.flat(into);
    System.arraycopy(expected, from, wanted, offset, count);
    model.fill(field.name(), into, offset, from, count, seed);
    assertArrayEquals(wanted, Tensors.flat(into), () -> field + " from " + from + ", " + count);
  }

  private static void assertInfo(RandomField field, ParameterInfo info) {
    assertArrayEquals(field.shape().stream().mapToInt(Integer::intValue).toArray(), info.shape());
    assertEquals(field.hasFans() ? field.fanIn() : -1, info.fanIn(), field::toString);
    assertEquals(field.hasFans() ? field.fanOut() : -1, info.fanOut(), field::toString);
    RandomScheme scheme = field.scheme();
    if (scheme instanceof RandomScheme.Xavier xavier) {
      assertEquals(xavier.distribution(), info.distribution());
      assertStd(xavier.std(field), info);
    } else if (scheme instanceof RandomScheme.Kaiming kaiming) {
      assertEquals(kaiming.distribution(), info.distribution());
      assertStd(kaiming.std(field), info);
    } else if (scheme instanceof RandomScheme.Bias bias) {
      assertEquals(bias.bound(), info.high());
      assertEquals(-bias.bound(), info.low());
    }
  }

  private static void assertStd(double std, ParameterInfo info) {
    if (info.distribution() == Distribution.TRUNCATED_NORMAL) {
      // It is computed back from the law before the cut.
      assertEquals(std, info.std(), 1e-12 * std, info::toString);
    } else {
      assertEquals(std, info.std(), info::toString);
    }
  }
}
