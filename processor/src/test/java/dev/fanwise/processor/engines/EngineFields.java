package dev.fanwise.processor.engines;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.JaxVariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random fields, their laws worked out as PyTorch and JAX have them. */
final class EngineFields {
  private static final double STD_AT_TWO = 0.87962566103423978;

  private final Random random;
  private final RandomEngine engine;
  private final EngineField blank;
  private final List<EngineField> before;

  private EngineFields(
      Random random, RandomEngine engine, EngineField blank, List<EngineField> before) {
    this.random = random;
    this.engine = engine;
    this.blank = blank;
    this.before = before;
  }

  /**
   * A field.
   *
   * @param before the fields that a bias may belong to
   */
  static EngineField field(
      Random random, RandomEngine engine, String name, List<EngineField> before) {
    EngineField blank = EngineShapes.blank(random, engine, name);
    EngineFields fields = new EngineFields(random, engine, blank, before);
    List<Supplier<EngineField>> choices = fields.choices();
    return choices.get(random.nextInt(choices.size())).get();
  }

  private EngineField with(String scheme, EngineLaw law) {
    return new EngineField(
        blank.name(),
        blank.kind(),
        blank.dimensions(),
        blank.isIo(),
        blank.shape(),
        blank.symbols(),
        scheme,
        law);
  }

  /** A number of any size that 16-bit numbers can hold as well. */
  private double number() {
    return (0.1 + random.nextDouble()) * Math.pow(10, random.nextInt(4) - 3);
  }

  /** A spread about a number that leaves 16-bit numbers between its bounds, which have 8 bits. */
  private double extent(double about) {
    return Math.max(number(), about / 32);
  }

  private boolean isJax() {
    return engine == RandomEngine.JAX;
  }

  private List<Supplier<EngineField>> choices() {
    FieldKind kind = blank.kind();
    double a = number();
    List<Supplier<EngineField>> choices = new ArrayList<>();
    choices.add(() -> with("@ZerosInit", new EngineLaw.Fixed(0)));
    choices.add(() -> with("@ConstantInit(" + -a + ")", new EngineLaw.Fixed(-a)));
    if (isJax() && kind.isDouble()) {
      return choices;
    }
    addUniforms(choices, a);
    boolean isMatrix = blank.dimensions().size() >= 2;
    if (isMatrix) {
      choices.add(() -> spread(Distribution.UNIFORM));
      choices.add(() -> spread(Distribution.UNIFORM));
    }
    if (kind.isDouble() || isJax() && kind.isHalf()) {
      return choices;
    }
    addNormals(choices, a);
    if (isMatrix) {
      choices.add(() -> spread(Distribution.NORMAL));
      choices.add(() -> spread(Distribution.TRUNCATED_NORMAL));
    }
    if (!isJax() && blank.dimensions().size() == 2 && !blank.isSymbolic()) {
      choices.add(() -> sparse(a));
    }
    return choices;
  }

  private void addUniforms(List<Supplier<EngineField>> choices, double a) {
    String end = ", high = " + a + ")";
    choices.add(() -> with("@UniformInit(low = " + -a + end, new EngineLaw.Uniform(-a, a)));
    choices.add(() -> with("@UniformInit(high = " + a + ")", new EngineLaw.Uniform(0, a)));
    choices.add(
        () ->
            with(
                "@UniformInit(low = "
                    + -a
                    + end
                    + " @ResidualScaled(layers = 3, rule = ResidualRule.GPT2)",
                new EngineLaw.Uniform(-a * (1 / Math.sqrt(6)), a * (1 / Math.sqrt(6)))));
    if (!(isJax() && blank.kind().isHalf())) {
      double low = a - extent(a);
      choices.add(() -> with("@UniformInit(low = " + low + end, new EngineLaw.Uniform(low, a)));
    }
    before.stream()
        .filter(field -> field.dimensions().size() >= 2)
        .forEach(
            field -> {
              double bound = 1 / Math.sqrt(field.fanIn());
              // Of any length, whatever outputs the weights have.
              String of =
                  "@BiasInit(of = \""
                      + field.name()
                      + "\") @SuppressWarnings(\"Fanwise:BiasLength\")";
              choices.add(() -> with(of, new EngineLaw.Uniform(-bound, bound)));
            });
  }

  private void addNormals(List<Supplier<EngineField>> choices, double a) {
    double std = extent(a);
    String normal = "NormalInit(mean = " + a + ", std = " + std;
    choices.add(() -> with("@" + normal + ")", new EngineLaw.Normal(a, std)));
    choices.add(
        () ->
            with(
                "@" + normal + ") @ResidualScaled(layers = 3, rule = ResidualRule.GPT2)",
                new EngineLaw.Normal(a, std * (1 / Math.sqrt(6)))));
    choices.add(() -> with("@Truncated" + normal + ")", new EngineLaw.Truncated(a, std, -2, 2)));
    if (!isJax()) {
      choices.add(
          () ->
              with(
                  "@Truncated" + normal + ", lower = -0.75, upper = 1.5)",
                  new EngineLaw.Truncated(a, std, -0.75, 1.5)));
    }
  }

  private EngineField sparse(double sparsity) {
    double share = sparsity / 2;
    int rows = blank.dimensions().get(0);
    int zeros = (int) Math.ceil(share * rows);
    return with(
        "@SparseInit(sparsity = " + share + ", std = 0.3)",
        new EngineLaw.Sparse(rows, blank.dimensions().get(1), zeros, 0.3));
  }

  /** Any scheme whose numbers come from the fans. */
  private EngineField spread(Distribution distribution) {
    String drawn = "distribution = Distribution." + distribution;
    double in = blank.fanIn();
    double out = blank.fanOut();
    double x = number();
    double gain = Math.max(x, 0.01); // or 16-bit floats have nothing beside zero to draw
    FanMode mode = dev.fanwise.FanMode.values()[random.nextInt(4)];
    FanMode side = mode == FanMode.FAN_OUT ? FanMode.FAN_OUT : FanMode.FAN_IN;
    double sideFan = side == FanMode.FAN_OUT ? out : in;
    return switch (random.nextInt(4)) {
      case 0 ->
          spread(
              "@XavierInit(gain = " + gain + ", " + drawn + ")",
              new Scheme(gain * gain, FanMode.FAN_AVG, distribution, true),
              gain * Math.sqrt(2 / (in + out)));
      case 1 ->
          spread(
              "@KaimingInit(a = " + x + ", mode = dev.fanwise.FanMode." + side + ", " + drawn + ")",
              new Scheme(2 / (1 + x * x), side, distribution, true),
              Math.sqrt(2 / (1 + x * x)) / Math.sqrt(sideFan));
      case 2 ->
          spread(
              "@LecunInit(" + drawn + ")",
              new Scheme(1, FanMode.FAN_IN, distribution, true),
              Math.sqrt(1 / in));
      default ->
          spread(
              "@VarianceScalingInit(scale = "
                  + x
                  + ", mode = dev.fanwise.FanMode."
                  + mode
                  + ", "
                  + drawn
                  + ")",
              new Scheme(x, mode, distribution, false),
              Math.sqrt(
                  x
                      / switch (mode) {
                        case FAN_IN -> in;
                        case FAN_OUT -> out;
                        case FAN_AVG -> (in + out) / 2;
                        case FAN_GEO_AVG -> Math.sqrt(in * out);
                      }));
    };
  }

  /**
   * {@code variance_scaling}.
   *
   * @param isNamed whether JAX has a name for it, and with it truncated normals only
   */
  private record Scheme(double scale, FanMode mode, Distribution distribution, boolean isNamed) {}

  private EngineField spread(String text, Scheme scheme, double std) {
    return with(text, isJax() ? jax(scheme) : torch(scheme.distribution, std));
  }

  private static EngineLaw torch(Distribution distribution, double std) {
    return switch (distribution) {
      case UNIFORM -> new EngineLaw.Uniform(-Math.sqrt(3) * std, Math.sqrt(3) * std);
      case NORMAL -> new EngineLaw.Normal(0, std);
      case TRUNCATED_NORMAL -> new EngineLaw.Truncated(0, std / STD_AT_TWO, -2, 2);
    };
  }

  private EngineLaw jax(Scheme scheme) {
    int[] shape = blank.dimensions().stream().mapToInt(Integer::intValue).toArray();
    Layout layout = blank.isIo() ? Layout.IO : Layout.OI;
    Fans fans = Fans.of(shape, layout, Connection.FORWARD, 1, new int[0], 1);
    if (scheme.distribution == Distribution.UNIFORM) {
      float bound =
          blank.kind().isHalf()
              ? JaxVariance.bound(
                  scheme.scale, scheme.mode, fans, HalfPrecision.valueOf(blank.kind().name()))
              : JaxVariance.bound(scheme.scale, scheme.mode, fans);
      return new EngineLaw.Uniform(-bound, bound);
    }
    return scheme.distribution == Distribution.NORMAL && !scheme.isNamed
        ? new EngineLaw.Normal(0, JaxVariance.std(scheme.scale, scheme.mode, fans))
        : new EngineLaw.Truncated(
            0, JaxVariance.truncatedStd(scheme.scale, scheme.mode, fans), -2, 2);
  }
}
