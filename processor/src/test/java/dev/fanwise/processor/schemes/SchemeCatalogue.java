package dev.fanwise.processor.schemes;

import static dev.fanwise.Distribution.NORMAL;
import static dev.fanwise.Distribution.TRUNCATED_NORMAL;
import static dev.fanwise.Distribution.UNIFORM;

import dev.fanwise.Connection;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.ResidualRule;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The catalogue as tests draw from it: a new scheme is entered here once, with its numbers by hand
 * and a naive form of what it draws.
 */
public final class SchemeCatalogue {
  /** What a scheme draws, written as plainly as can be: all elements, from the words of a key. */
  public interface Naive {
    double[] of(LongUnaryOperator words);
  }

  /** Mean, standard deviation and bounds, worked out by hand. */
  public record Numbers(double mean, double std, double low, double high) {}

  /**
   * An annotation and its run-time form.
   *
   * @param shape the members of {@code @Shape}
   * @param fans of the tensor, or of the weights whose bias it is: {@code weights}, shape [16, 12]
   */
  public record Entry(
      String annotation, String shape, Fans fans, Scheme scheme, Facts facts, int... dimensions) {
    static Entry of(String annotation, String shape, Fans fans, Scheme scheme, int... dimensions) {
      return new Entry(
          annotation, shape, fans, scheme, new Facts(false, false, null, null), dimensions);
    }

    private Entry with(Facts known) {
      return new Entry(annotation, shape, fans, scheme, known, dimensions);
    }

    /** The annotation is right for every shape of two dimensions. */
    Entry ofAnyMatrix() {
      return with(new Facts(true, facts.fixedNorm, facts.numbers, facts.naive));
    }

    /** Its elements are drawn, but the sum of their squares is not left to chance. */
    Entry ofFixedNorm() {
      return with(new Facts(facts.anyMatrix, true, facts.numbers, facts.naive));
    }

    /** Its numbers, worked out by hand: {@code numbers.txt} has those of other entries. */
    Entry byHand(double mean, double std, double low, double high) {
      Numbers numbers = new Numbers(mean, std, low, high);
      return with(new Facts(facts.anyMatrix, facts.fixedNorm, numbers, facts.naive));
    }

    /** What it draws, if no test of its own compares it. */
    Entry drawnAs(Naive naive) {
      return with(new Facts(facts.anyMatrix, facts.fixedNorm, facts.numbers, naive));
    }

    public boolean takesAnyMatrix() {
      return facts.anyMatrix;
    }

    public boolean hasFixedNorm() {
      return facts.fixedNorm;
    }

    Numbers numbers() {
      return facts.numbers;
    }

    Naive naive() {
      return facts.naive;
    }

    @Override
    public String toString() {
      return annotation + " " + shape;
    }
  }

  /** What else is known of an entry; null is what is not said. */
  record Facts(boolean anyMatrix, boolean fixedNorm, Numbers numbers, Naive naive) {}

  private SchemeCatalogue() {}

  /** Rows of numbers between −1 and 1, divided by their norms and multiplied by a length. */
  private static double[] unitsOfLength(
      double length, int rows, int columns, LongUnaryOperator words) {
    double[] all = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      double norm = 0;
      for (int e = row * columns; e < (row + 1) * columns; e++) {
        all[e] = ((words.applyAsLong(e) >> 11 | 1) * 0x1p-52);
        norm = Math.hypot(norm, all[e]);
      }
      for (int e = row * columns; e < (row + 1) * columns; e++) {
        all[e] *= length / norm;
      }
    }
    return all;
  }

  private static Entry forward(String annotation, Scheme scheme, int... shape) {
    return Entry.of(
        annotation,
        text(shape),
        shape.length < 2 ? null : Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
        scheme,
        shape);
  }

  private static String text(int... shape) {
    return IntStream.of(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  public static List<Entry> entries() {
    int[] kernel = {3, 3, 4, 16};
    Fans grouped = Fans.of(kernel, Layout.IO, Connection.FORWARD, 2, new int[0], 2);
    int[] up = {8, 3, 4, 4};
    Fans transposed = Fans.of(up, Layout.OI, Connection.TRANSPOSED, 2, new int[] {2, 2}, 1);
    return List.of(
        forward("@XavierInit", Schemes.xavier(), 16, 12),
        forward(
            "@XavierInit(gain = 2, nonlinearity = Nonlinearity.GELU, distribution ="
                + " Distribution.NORMAL)",
            Schemes.xavier(2, Nonlinearity.GELU, NORMAL),
            16,
            12),
        Entry.of(
            "@XavierInit(distribution = Distribution.TRUNCATED_NORMAL)",
            "value = {8, 3, 4, 4}, connection = Connection.TRANSPOSED, groups = 2, stride = {2, 2}",
            transposed,
            Schemes.xavier(1, Nonlinearity.LINEAR, TRUNCATED_NORMAL),
            up),
        forward("@KaimingInit", Schemes.kaiming(), 16, 12),
        forward(
            "@KaimingInit(mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.RELU)",
            Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU),
            16,
            12,
            3),
        Entry.of(
            "@KaimingInit(a = 0.2, distribution = Distribution.UNIFORM)",
            "value = {3, 3, 4, 16}, layout = Layout.IO, groups = 2, parts = 2",
            grouped,
            Schemes.kaiming(FanMode.FAN_IN, 0.2, UNIFORM),
            kernel),
        forward("@LecunInit", Schemes.lecun(), 16, 12),
        forward("@VarianceScalingInit", Schemes.varianceScaling(), 16, 12),
        forward(
            "@VarianceScalingInit(scale = 3, mode = FanMode.FAN_GEO_AVG, distribution ="
                + " Distribution.UNIFORM)",
            Schemes.varianceScaling(3, FanMode.FAN_GEO_AVG, UNIFORM),
            16,
            12),
        forward(
            "@VarianceScalingInit(mode = FanMode.FAN_AVG)",
            Schemes.varianceScaling(1, FanMode.FAN_AVG, TRUNCATED_NORMAL),
            16,
            12),
        forward("@MupInit(baseShape = {8, 4})", Schemes.mup(8, 4), 16, 12),
        forward(
            "@MupInit(baseShape = {16, 4}, gain = 2)",
            Schemes.mup(new int[] {16, 4}, 2, NORMAL),
            16,
            12),
        forward("@SirenInit", Schemes.siren(), 16, 12),
        forward("@SirenInit(omega0 = 10, first = true)", Schemes.siren(10, true), 16, 12),
        Entry.of(
            "@BiasInit(of = \"weights\")",
            "16",
            Fans.of(new int[] {16, 12}, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
            Schemes.bias(),
            16),
        // of weights [16, 12]: 2.4/√12, 1.2/√3 = 0.4·√3
        Entry.of(
                "@BiasInit(of = \"weights\", factor = 2.4)",
                "16",
                Fans.of(new int[] {16, 12}, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
                Schemes.bias(2.4),
                16)
            .byHand(0, 0.4, -0.69282032302755092, 0.69282032302755092),
        // fan_in 25: ±0.096
        forward("@LenetInit", Schemes.lenet(), 6, 1, 5, 5)
            .byHand(0, 0.055425625842204074, -0.096, 0.096),
        forward("@LenetInit(factor = 6)", Schemes.lenet(6), 16, 12)
            .ofAnyMatrix()
            .byHand(0, 0.28867513459481288, -0.5, 0.5),
        // of weights [16, 12]: 2.4/12
        Entry.of(
                "@LenetInit(of = \"weights\")",
                "16",
                Fans.of(new int[] {16, 12}, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
                Schemes.lenetBias(2.4),
                16)
            .byHand(0, 0.11547005383792515, -0.2, 0.2),
        forward("@UniformInit", Schemes.uniform(), 50),
        forward("@UniformInit(low = -2, high = 1)", Schemes.uniform(-2, 1), 50),
        forward("@NormalInit", Schemes.normal(), 50),
        forward("@NormalInit(mean = 1, std = 0)", Schemes.normal(1, 0), 50),
        forward("@NormalInit(mean = 1, std = 0.1)", Schemes.normal(1, 0.1), 50),
        forward("@TruncatedNormalInit", Schemes.truncatedNormal(), 50),
        forward(
            "@TruncatedNormalInit(mean = 1, std = 0.5, lower = -1, upper = 3, correctStd = true)",
            Schemes.truncatedNormal(1, 0.5, -1, 3, true),
            50),
        forward("@ZerosInit", Schemes.zeros(), 50),
        forward("@OnesInit", Schemes.ones(), 50),
        forward("@ConstantInit(0.1)", Schemes.constant(0.1), 50),
        forward("@IdentityInit(gain = 2)", Schemes.identity(2), 5, 7)
            // 5 twos in 35 places: 2/7, and 2·√(1/7·6/7)
            .byHand(0.28571428571428571, 0.69985421222376519, 0, 2)
            .drawnAs(
                words -> IntStream.range(0, 35).mapToDouble(e -> e % 8 == 0 ? 2 : 0).toArray()),
        forward("@DiracInit", Schemes.dirac(1), 5, 7, 3),
        forward("@ZerOInit", Schemes.zerO(), 12, 7),
        forward("@ZerOInit", Schemes.zerO(), 7, 12),
        forward("@OrthogonalInit(gain = 1.5)", Schemes.orthogonal(1.5), 12, 7).ofFixedNorm(),
        Entry.of(
            "@OrthogonalInit",
            "value = {3, 3, 4, 16}, layout = Layout.IO, groups = 2, parts = 2",
            grouped,
            Schemes.orthogonal(1),
            kernel),
        forward("@DeltaOrthogonalInit", Schemes.deltaOrthogonal(1), 12, 7, 3).ofFixedNorm(),
        forward("@SparseInit(sparsity = 0.3)", Schemes.sparse(0.3, 0.01), 12, 7),
        // 9 units of 2 inputs: β = 0.7·√9 = 2.1, the elements' std 2.1/√2
        forward("@NguyenWidrowInit", Schemes.nguyenWidrow(), 9, 2)
            .ofAnyMatrix()
            .ofFixedNorm()
            .byHand(0, 1.4849242404917498, -2.1, 2.1)
            .drawnAs(words -> unitsOfLength(2.1, 9, 2, words)),
        // of weights [16, 12]: 0.7·16^(1/12), which is 0.7·∛2
        Entry.of(
                "@NguyenWidrowInit(of = \"weights\")",
                "16",
                Fans.of(new int[] {16, 12}, Layout.OI, Connection.FORWARD, 1, new int[0], 1),
                Schemes.nguyenWidrowBias(),
                16)
            .byHand(0, 0.50919103012013669, -0.88194473492641113, 0.88194473492641113),
        forward("@ForgetGateInit", Schemes.forgetGate(), 40),
        forward("@ChronoInit(maxTime = 50)", Schemes.chrono(50), 40),
        forward(
            "@KaimingInit @ResidualScaled(rule = ResidualRule.GPT2, layers = 12)",
            Schemes.kaiming().residualScaled(ResidualRule.GPT2, 12),
            16,
            12),
        forward(
            "@UniformInit(low = 1, high = 3) @ResidualScaled(rule = ResidualRule.FIXUP, layers = 9,"
                + " branchLayers = 3)",
            Schemes.uniform(1, 3).residualScaled(ResidualRule.FIXUP, 9, 3),
            50),
        forward(
            "@TruncatedNormalInit(std = 2) @ResidualScaled(rule = ResidualRule.T_FIXUP, layers = 6)",
            Schemes.truncatedNormal(0, 2, -2, 2, false).residualScaled(ResidualRule.T_FIXUP, 6),
            50));
  }
}
