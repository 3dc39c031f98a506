package dev.fanwise.processor.schemes;

import static dev.fanwise.Distribution.NORMAL;
import static dev.fanwise.Distribution.TRUNCATED_NORMAL;
import static dev.fanwise.Distribution.UNIFORM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.EveryWay;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.NaiveLaw;
import dev.fanwise.processor.harness.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Schemes that draw each element for itself: the bits of every element in every kind of field,
 * against formulas, fans and a stream that were written a second time.
 */
class ElementLawsTest {
  private static final long SEED = -8;

  /** A scheme, and what it draws from for a layer. */
  record Scheme(String annotation, Function<Layer, NaiveLaw> law) {}

  private static Scheme scheme(String annotation, Function<Layer, NaiveLaw> law) {
    return new Scheme(annotation, law);
  }

  private static List<Scheme> byFan() {
    return List.of(
        scheme("@XavierInit", w -> NaiveLaw.of(UNIFORM, Math.sqrt(2 / (w.fanIn() + w.fanOut())))),
        scheme(
            "@XavierInit(gain = 0.7, nonlinearity = Nonlinearity.GELU, distribution = Distribution.NORMAL)",
            w -> NaiveLaw.of(NORMAL, 0.7 * 1.5335304412 * Math.sqrt(2 / (w.fanIn() + w.fanOut())))),
        scheme(
            "@XavierInit(distribution = Distribution.TRUNCATED_NORMAL)",
            w -> NaiveLaw.of(TRUNCATED_NORMAL, Math.sqrt(2 / (w.fanIn() + w.fanOut())))),
        scheme("@KaimingInit", w -> NaiveLaw.of(NORMAL, Math.sqrt(2) / Math.sqrt(w.fanIn()))),
        scheme(
            "@KaimingInit(mode = FanMode.FAN_OUT, a = 0.2, distribution = Distribution.UNIFORM)",
            w -> NaiveLaw.of(UNIFORM, Math.sqrt(2 / (1 + 0.2 * 0.2)) / Math.sqrt(w.fanOut()))),
        scheme(
            "@LecunInit(distribution = Distribution.TRUNCATED_NORMAL)",
            w -> NaiveLaw.of(TRUNCATED_NORMAL, Math.sqrt(1 / w.fanIn()))),
        scheme(
            "@VarianceScalingInit(scale = 0.1)",
            w -> NaiveLaw.of(TRUNCATED_NORMAL, Math.sqrt(0.1 / w.fanIn()))),
        scheme(
            "@VarianceScalingInit(mode = FanMode.FAN_OUT, distribution = Distribution.UNIFORM)",
            w -> NaiveLaw.of(UNIFORM, Math.sqrt(1 / w.fanOut()))),
        scheme(
            "@VarianceScalingInit(mode = FanMode.FAN_AVG, distribution = Distribution.NORMAL)",
            w -> NaiveLaw.of(NORMAL, Math.sqrt(1 / ((w.fanIn() + w.fanOut()) / 2)))),
        scheme(
            "@VarianceScalingInit(mode = FanMode.FAN_GEO_AVG)",
            w -> NaiveLaw.of(TRUNCATED_NORMAL, Math.sqrt(1 / Math.sqrt(w.fanIn() * w.fanOut())))),
        scheme("@SirenInit(first = true)", w -> NaiveLaw.uniform(-1 / w.fanIn(), 1 / w.fanIn())),
        scheme(
            "@SirenInit",
            w -> NaiveLaw.uniform(-Math.sqrt(6 / w.fanIn()) / 30, Math.sqrt(6 / w.fanIn()) / 30)),
        scheme(
            "@KaimingInit @ResidualScaled(layers = 6, rule = ResidualRule.GPT2)",
            w -> NaiveLaw.of(NORMAL, Math.sqrt(2) / Math.sqrt(w.fanIn()) * (1 / Math.sqrt(12)))));
  }

  private static List<Scheme> byNumbers() {
    return List.of(
        scheme("@UniformInit", w -> NaiveLaw.uniform(0, 1)),
        scheme("@UniformInit(low = -0.3, high = 0.7)", w -> NaiveLaw.uniform(-0.3, 0.7)),
        scheme("@UniformInit(low = 99.2, high = 100)", w -> NaiveLaw.uniform(99.2, 100)),
        scheme("@UniformInit(low = -1e-6, high = 1e-6)", w -> NaiveLaw.uniform(-1e-6, 1e-6)),
        scheme("@NormalInit(mean = -3, std = 0.1)", w -> NaiveLaw.normal(-3, 0.1)),
        scheme("@NormalInit(mean = 0.1, std = 0)", w -> NaiveLaw.constant(0.1)),
        scheme("@TruncatedNormalInit(std = 0.02)", w -> NaiveLaw.truncated(0, 0.02, -2, 2)),
        scheme(
            "@TruncatedNormalInit(mean = 5, std = 0.3, lower = -1, upper = 2.5)",
            w -> NaiveLaw.truncated(5, 0.3, -1, 2.5)),
        scheme(
            "@TruncatedNormalInit(lower = 3, upper = Double.POSITIVE_INFINITY)",
            w -> NaiveLaw.truncated(0, 1, 3, Double.POSITIVE_INFINITY)),
        scheme(
            "@UniformInit(low = 1, high = 3) @ResidualScaled(layers = 2, rule = ResidualRule.DEEPNORM)",
            w -> NaiveLaw.uniform(1.5, 2.5)),
        scheme("@ZerosInit", w -> NaiveLaw.constant(0)),
        scheme("@OnesInit", w -> NaiveLaw.constant(1)),
        scheme("@ConstantInit(-0.0)", w -> NaiveLaw.constant(-0.0)),
        scheme("@ConstantInit(0.1)", w -> NaiveLaw.constant(0.1)));
  }

  /** Every layer with three schemes, every scheme with some dozen layers. */
  @Test
  void everyLayoutAndConnection() {
    List<Layer> layers =
        Stream.of(Layers.dense(), Layers.convolutions()).flatMap(List::stream).toList();
    List<Scheme> schemes = byFan();
    Fields fields = new Fields();
    for (int i = 0; i < layers.size(); i++) {
      for (int k = 0; k < 3; k++) {
        fields.add(schemes.get((i + 5 * k) % schemes.size()), layers.get(i));
      }
    }
    fields.check();
  }

  /** Around the lengths of blocks and tiles of random words, and longer than a few of them. */
  @Test
  void everyLength() {
    int[] lengths = {1, 2, 17, 512, 513, 1024, 1025, 1537, 3001};
    Fields fields = new Fields();
    for (Scheme scheme : byNumbers()) {
      for (int length : lengths) {
        fields.add(scheme, Layer.of(length));
      }
    }
    fields.check();
  }

  @Tag("law")
  @Test
  void largeTensors() {
    Fields fields = new Fields();
    for (Scheme scheme : byNumbers()) {
      fields.add(scheme, Layer.of(2, 3, 5051));
    }
    for (Scheme scheme : byFan()) {
      fields.add(scheme, Layer.of(129, 211));
    }
    fields.check();
  }

  @Test
  void biasesHaveTheFanInOfTheirWeights() {
    EveryKind kinds = new EveryKind();
    Layer weights = Layer.of(3, 6, 5).transposed().groups(3).stride(List.of(2));
    kinds.add("w", weights.annotation() + " @ZerosInit", 3);
    kinds.add("b", "@Shape(18) @BiasInit(of = \"w\")", 1);
    kinds.compile();
    double bound = 1 / Math.sqrt(2.5);
    assertEquals(2.5, weights.fanIn());
    Fields.check(kinds, "b", NaiveLaw.uniform(-bound, bound), Layer.of(18));
  }

  /** The base has half as many channels on one axis, on both, or on none. */
  @Test
  void mupStartsFromTheBaseShape() {
    Fields fields = new Fields();
    for (int out : new int[] {8, 4}) {
      for (int in : new int[] {6, 3}) {
        boolean both = out == 4 && in == 3;
        double std = 1 / Math.sqrt(in);
        double narrower = both ? std * Math.sqrt(3.0 / 6) : std;
        String base = "@MupInit(baseShape = {%d, %d})".formatted(out, in);
        fields.add(scheme(base, w -> NaiveLaw.of(NORMAL, narrower)), Layer.of(8, 6));
        double stdOfKernel = 1 / Math.sqrt(in * 5);
        double narrowerKernel = both ? stdOfKernel * Math.sqrt(15.0 / 30) : stdOfKernel;
        base = "@MupInit(baseShape = {5, %d, %d})".formatted(in, out);
        fields.add(scheme(base, w -> NaiveLaw.of(NORMAL, narrowerKernel)), Layer.of(5, 6, 8).io());
      }
    }
    fields.check();
  }

  /** Fields w0, w1 … of every kind. */
  private static final class Fields {
    private final List<Scheme> schemes = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    void add(Scheme scheme, Layer layer) {
      schemes.add(scheme);
      layers.add(layer);
    }

    void check() {
      EveryKind kinds = new EveryKind();
      for (int i = 0; i < layers.size(); i++) {
        String annotations = layers.get(i).annotation() + " " + schemes.get(i).annotation();
        kinds.add(Layers.name(i), annotations, layers.get(i).rank());
      }
      kinds.compile();
      for (int i = 0; i < layers.size(); i++) {
        Layer layer = layers.get(i);
        check(kinds, Layers.name(i), schemes.get(i).law().apply(layer), layer);
      }
    }

    static void check(EveryKind kinds, String name, NaiveLaw law, Layer layer) {
      long key = Reference.key(SEED, name);
      EveryWay.check(
          kinds, name, kind -> law.held(kind, key, layer.elements()), layer.dimensions(), SEED);
    }
  }
}
