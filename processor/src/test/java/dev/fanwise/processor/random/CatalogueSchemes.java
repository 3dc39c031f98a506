package dev.fanwise.processor.random;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.NaiveLaw;
import dev.fanwise.processor.schemes.SchemeCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Any scheme that a tensor can have, with random members. */
final class CatalogueSchemes {
  private final Random random;
  private final String name;
  private final FieldKind kind;
  private final Layer layer;
  private final List<CatalogueField> before;
  private final List<Supplier<CatalogueField>> choices = new ArrayList<>();

  private CatalogueSchemes(
      Random random, String name, FieldKind kind, Layer layer, List<CatalogueField> before) {
    this.random = random;
    this.name = name;
    this.kind = kind;
    this.layer = layer;
    this.before = before;
  }

  /**
   * A field.
   *
   * @param before the fields that a bias may belong to
   */
  static CatalogueField field(
      Random random, String name, FieldKind kind, Layer layer, List<CatalogueField> before) {
    CatalogueSchemes schemes = new CatalogueSchemes(random, name, kind, layer, before);
    schemes.addByNumbers();
    schemes.addGates();
    if (layer.rank() >= 2) {
      schemes.addByFan();
      schemes.addMatrices();
    }
    return schemes.choices.get(random.nextInt(schemes.choices.size())).get();
  }

  private CatalogueField with(String scheme, NaiveLaw law) {
    return new CatalogueField(name, kind, layer, scheme, law);
  }

  /** A number of any size that 16-bit numbers can hold as well, with many digits or few. */
  private double number() {
    double scale = Math.pow(10, random.nextInt(6) - 4);
    double number = (0.1 + random.nextDouble()) * scale;
    return random.nextBoolean() ? number : Math.rint(number * 1e5) / 1e5 + 1e-5;
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A rule of {@code @ResidualScaled} with its factor, or none with the factor 1. */
  private Scaling scaling() {
    int n = 1 + random.nextInt(100);
    return switch (random.nextInt(14)) {
      case 0 -> new Scaling(beside(n, "GPT2"), 1 / Math.sqrt(2.0 * n));
      case 1 -> new Scaling(beside(n, "DEEPNORM"), 1 / Math.sqrt(Math.sqrt(8.0 * n)));
      case 2 -> new Scaling(beside(n, "T_FIXUP"), 0.67 / Math.sqrt(Math.sqrt(n)));
      case 3 -> new Scaling(beside(n, "T_FIXUP_DECODER"), 1 / Math.sqrt(Math.sqrt(9.0 * n)));
      case 4 -> new Scaling(beside(n, "FIXUP, branchLayers = 3"), StrictMath.pow(n, -0.25));
      case 5 -> new Scaling(beside(n, "DEEPNORM_DECODER"), 1 / Math.sqrt(Math.sqrt(12.0 * n)));
      case 6 -> new Scaling(beside(n, "SUB_LN"), Math.sqrt(StrictMath.log(2.0 * n)));
      case 7 -> new Scaling(beside(n, "DEPTH_SCALED"), 1 / Math.sqrt(n));
      case 8 -> new Scaling(beside(n, "NEOX"), 2.0 / n);
      default -> new Scaling("", 1);
    };
  }

  private record Scaling(String text, double factor) {}

  private static String beside(int layers, String rule) {
    return " @ResidualScaled(layers = " + layers + ", rule = ResidualRule." + rule + ")";
  }

  private void addByNumbers() {
    double a = number();
    double b = number();
    choices.add(() -> with("@ZerosInit", NaiveLaw.constant(0)));
    choices.add(() -> with("@OnesInit", NaiveLaw.constant(1)));
    choices.add(() -> with("@ConstantInit(" + -a + ")", NaiveLaw.constant(-a)));
    choices.add(
        () -> {
          Scaling scaling = scaling();
          // 16-bit numbers must have some between the bounds, however narrow a factor makes them.
          double high = b + (kind.isHalf() ? Math.max(number(), b / 2) : number());
          double middle = b / 2 + high / 2;
          double half = (high / 2 - b / 2) * scaling.factor;
          return with(
              "@UniformInit(low = " + b + ", high = " + high + ")" + scaling.text,
              scaling.factor == 1
                  ? NaiveLaw.uniform(b, high)
                  : NaiveLaw.uniform(middle - half, middle + half));
        });
    choices.add(
        () -> {
          Scaling scaling = scaling();
          return with(
              "@NormalInit(mean = " + -a + ", std = " + b + ")" + scaling.text,
              NaiveLaw.normal(-a, b * scaling.factor));
        });
    choices.add(
        () -> {
          Scaling scaling = scaling();
          double mean = kind.isHalf() ? Math.min(a, b * scaling.factor) : a;
          double lower = random.nextInt(4) - 3.25;
          double upper = lower + 0.1 + random.nextDouble() * 3;
          return with(
              "@TruncatedNormalInit(mean = %s, std = %s, lower = %s, upper = %s)%s"
                  .formatted(mean, b, lower, upper, scaling.text),
              NaiveLaw.truncated(mean, b * scaling.factor, lower, upper));
        });
    before.stream()
        .filter(CatalogueField::hasFans)
        .forEach(
            weights -> {
              double bound = 1 / Math.sqrt(weights.layer().fanIn());
              // Of any length, whatever outputs the weights have.
              String of =
                  "@BiasInit(of = \""
                      + weights.name()
                      + "\") @SuppressWarnings(\"Fanwise:BiasLength\")";
              choices.add(() -> with(of, NaiveLaw.uniform(-bound, bound)));
              double in = weights.layer().fanIn();
              double length = 0.7 * StrictMath.pow(weights.layer().fanOut(), 1 / in);
              String units = of.replace("BiasInit", "NguyenWidrowInit");
              choices.add(() -> with(units, NaiveLaw.uniform(-length, length)));
              String lenet = of.replace("BiasInit(", "LenetInit(factor = 2, ");
              choices.add(() -> with(lenet, NaiveLaw.uniform(-2 / in, 2 / in)));
            });
  }

  private void addGates() {
    int gates = 2 + random.nextInt(3);
    if (layer.elements() % gates == 0) {
      int gate = random.nextInt(gates);
      String members = "gates = " + gates + ", forgetGate = " + gate;
      String input = ", inputGate = " + (gate + 1) % gates + ", maxTime = " + (2 + number());
      choices.add(() -> with("@ForgetGateInit(" + members + ", value = " + number() + ")", null));
      choices.add(() -> with("@ChronoInit(" + members + input + ")", null));
    }
  }

  private void addByFan() {
    double in = layer.fanIn();
    double out = layer.fanOut();
    double gain = number();
    Distribution distribution = one(Distribution.values());
    String drawn = "distribution = Distribution." + distribution;
    addSpread(
        "@XavierInit(gain = " + gain + ", " + drawn + ")",
        distribution,
        gain * Math.sqrt(2 / (in + out)));
    addSpread(
        "@KaimingInit(a = " + gain + ", mode = FanMode.FAN_OUT, " + drawn + ")",
        distribution,
        Math.sqrt(2 / (1 + gain * gain)) / Math.sqrt(out));
    addSpread("@LecunInit(" + drawn + ")", distribution, Math.sqrt(1 / in));
    FanMode mode = one(FanMode.values());
    double n =
        switch (mode) {
          case FAN_IN -> in;
          case FAN_OUT -> out;
          case FAN_AVG -> (in + out) / 2;
          case FAN_GEO_AVG -> Math.sqrt(in * out);
        };
    addSpread(
        "@VarianceScalingInit(scale = " + gain + ", mode = FanMode." + mode + ", " + drawn + ")",
        distribution,
        Math.sqrt(gain / n));
    String same = layer.shape().toString().replace('[', '{').replace(']', '}');
    addSpread(
        "@MupInit(baseShape = " + same + ", gain = " + gain + ", " + drawn + ")",
        distribution,
        gain / Math.sqrt(in));
    double omega = 0.1 + gain;
    double bound = Math.sqrt(6 / in) / omega;
    String siren = "@SirenInit(omega0 = " + omega + ")";
    choices.add(() -> with(siren, NaiveLaw.uniform(-bound, bound)));
  }

  private void addSpread(String scheme, Distribution distribution, double std) {
    choices.add(
        () -> {
          Scaling scaling = scaling();
          return with(scheme + scaling.text, law(distribution, std, scaling.factor));
        });
  }

  /** Factors come last, on the numbers that are drawn with. */
  private static NaiveLaw law(Distribution distribution, double std, double factor) {
    double bound = Math.sqrt(3) * std * factor;
    return switch (distribution) {
      case UNIFORM -> NaiveLaw.uniform(-bound, bound);
      case NORMAL -> NaiveLaw.normal(0, std * factor);
      case TRUNCATED_NORMAL -> NaiveLaw.truncated(0, std / 0.87962566103423978 * factor, -2, 2);
    };
  }

  private void addMatrices() {
    String gain = "(gain = " + number() + ")";
    choices.add(() -> with("@ZerOInit", null));
    choices.add(() -> with("@OrthogonalInit" + gain, null));
    if (layer.rank() == 2) {
      double sparsity = random.nextInt(10) / 10.0;
      choices.add(() -> with("@IdentityInit" + gain, null));
      choices.add(() -> with("@SparseInit(sparsity = " + sparsity + ")", null));
      SchemeCatalogue.entries().stream()
          .filter(SchemeCatalogue.Entry::takesAnyMatrix)
          .forEach(entry -> choices.add(() -> with(entry.annotation(), null)));
    } else {
      choices.add(() -> with("@DiracInit" + gain, null));
      if (layer.rows() >= layer.columns()) {
        choices.add(() -> with("@DeltaOrthogonalInit" + gain, null));
      }
    }
  }
}
