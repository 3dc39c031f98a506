package dev.fanwise.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submodules of random types: where javac takes the declaration, the generated code compiles
 * without a warning, by Eclipse's compiler too, and finds the weights.
 */
class RandomDeclarationsTest {
  private static final int MODELS = 40;

  /** How many times as many models as in every build. */
  private static final int TIMES = Integer.getInteger("fanwise.random.times", 1);

  static LongStream seeds() {
    return LongStream.range(0, TIMES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compileAndFindTheirWeights(long seed) {
    List<String> sources = new ArrayList<>(RandomDeclarations.LIBRARY);
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (int i = 0; i < MODELS; i++) {
      Random random = new Random(seed * MODELS + i);
      expected.putAll(RandomDeclarations.add(i, random, sources));
    }
    String[] all = sources.toArray(String[]::new);
    assertFound(expected, Javac.javac().byJavac().release(17).run(all).requireSuccess());
    assertFound(expected, Javac.javac().byEclipse().release(17).run(all).requireSuccess());
  }

  private static void assertFound(Map<String, List<String>> expected, Outcome outcome) {
    ClassLoader loader = outcome.load();
    ForkJoinPool pool = new ForkJoinPool(2);
    expected.forEach(
        (name, parameters) -> {
          Model model = Model.of(loader, "p." + name);
          model.initialize(1);
          assertEquals(parameters, names(model), name);
          Model.of(loader, "p." + name).initialize(1, pool);
        });
    pool.shutdown();
  }

  private static List<String> names(Model model) {
    List<String> names = new ArrayList<>();
    model.visit(
        (info, weights) -> {
          names.add(info.name());
          assertEquals(info.elements(), ((float[]) weights).length);
        });
    assertEquals(names, model.parametersOfModel().stream().map(ParameterInfo::name).toList());
    return names;
  }
}
