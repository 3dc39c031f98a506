package dev.fanwise.processor.random;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.random.RandomScheme.Bias;
import dev.fanwise.processor.random.RandomScheme.Constant;
import dev.fanwise.processor.random.RandomScheme.Kaiming;
import dev.fanwise.processor.random.RandomScheme.Xavier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Models of one to six fields, of shapes around the lengths at which generated code changes. */
final class RandomModels {
  private RandomModels() {}

  static Arbitrary<List<RandomField>> models() {
    return names()
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .uniqueElements(RandomModels::asFillMethods)
        .flatMap(names -> fields(names, List.of()));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("seed", "key", "step", "std", "tile", "i", "i1", "block2", "into", "from"),
        Arbitraries.of("hidden", "weights", "größe", "b$", "$L", "𝛼", "Draw", "model", "count"),
        Arbitraries.strings().withCharRange('a', 'z').ofLength(1).map(letter -> "w_" + letter),
        Arbitraries.strings().alpha().ofMinLength(8).ofMaxLength(20));
  }

  private static String asFillMethods(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Fields with the given names, in order; a bias may refer to those before it. */
  private static Arbitrary<List<RandomField>> fields(List<String> names, List<RandomField> before) {
    if (before.size() == names.size()) {
      return Arbitraries.just(before);
    }
    return field(names.get(before.size()), before)
        .flatMap(
            field -> {
              List<RandomField> more = new ArrayList<>(before);
              more.add(field);
              return fields(names, more);
            });
  }

  private static Arbitrary<RandomField> field(String name, List<RandomField> before) {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(Layout.class),
            Arbitraries.integers().between(0, 5),
            shapes())
        .flatAs(
            (isFloat, nested, layout, divisor, shape) ->
                schemes(shape, before)
                    .map(
                        scheme ->
                            new RandomField(
                                name,
                                isFloat,
                                nested,
                                shape,
                                layout,
                                groups(shape, layout, divisor),
                                scheme)));
  }

  private static int groups(List<Integer> shape, Layout layout, int choice) {
    if (shape.size() < 2) {
      return 1;
    }
    int out = shape.get(layout == Layout.OI ? 0 : shape.size() - 1);
    List<Integer> divisors =
        IntStream.rangeClosed(1, out).filter(d -> out % d == 0).boxed().toList();
    return divisors.get(choice % divisors.size());
  }

  /** At most one dimension is long. */
  private static Arbitrary<List<Integer>> shapes() {
    Arbitrary<Integer> edges =
        Arbitraries.of(
            1, 2, 3, 15, 16, 17, 18, 31, 511, 512, 513, 514, 517, 1023, 1024, 1025, 1030, 1535,
            1536, 1537, 1543, 2047, 2048, 2049, 3000);
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            edges,
            small.list().ofSize(3),
            Arbitraries.integers().between(0, 3))
        .as(
            (rank, edge, others, place) -> {
              List<Integer> shape = new ArrayList<>(others.subList(0, rank - 1));
              shape.add(Math.min(place, rank - 1), edge);
              return List.copyOf(shape);
            });
  }

  private static Arbitrary<RandomScheme> schemes(List<Integer> shape, List<RandomField> before) {
    Arbitrary<RandomScheme> constants =
        Arbitraries.oneOf(
            Arbitraries.of(new Constant("@ZerosInit", 0), new Constant("@OnesInit", 1)),
            Arbitraries.doubles()
                .between(-1e30, 1e30)
                .map(value -> new Constant("@ConstantInit(" + value + ")", value)));
    List<Arbitrary<? extends RandomScheme>> schemes = new ArrayList<>(List.of(constants));
    List<RandomField> weights = before.stream().filter(RandomField::hasFans).toList();
    if (!weights.isEmpty()) {
      schemes.add(Arbitraries.of(weights).map(Bias::new));
    }
    if (shape.size() >= 2) {
      schemes.addAll(List.of(xaviers(), xaviers(), kaimings(), kaimings()));
    }
    return Arbitraries.oneOf(schemes);
  }

  private static Arbitrary<Xavier> xaviers() {
    return Combinators.combine(
            Arbitraries.doubles().between(1e-6, 1e6).ofScale(6).filter(gain -> gain > 0),
            Arbitraries.of(Nonlinearity.class),
            Arbitraries.of(Distribution.class))
        .as(Xavier::new);
  }

  private static Arbitrary<Kaiming> kaimings() {
    Arbitrary<Double> slopes = Arbitraries.doubles().between(-5, 5).ofScale(3);
    return Combinators.combine(
            Arbitraries.of(FanMode.FAN_IN, FanMode.FAN_OUT),
            slopes.injectNull(0.3),
            Arbitraries.of(Nonlinearity.class),
            Arbitraries.of(Distribution.class))
        .as(
            (mode, a, nonlinearity, distribution) ->
                a == null
                    ? new Kaiming(mode, Double.NaN, nonlinearity, distribution)
                    : new Kaiming(mode, a, Nonlinearity.LEAKY_RELU, distribution));
  }
}
