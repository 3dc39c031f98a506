package dev.fanwise.dl4j;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.util.Objects;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A scheme as DL4J's {@code weightInit}: it is kept in a network's JSON and read back from it.
 *
 * <p>DL4J tells it two fans, which are its own, and a shape, and neither a name nor a layer. So:
 *
 * <ul>
 *   <li>The stream is that of {@link #name}, if one was given: give each parameter an object of its
 *       own then, and an LSTM another one for {@code weightInitRecurrent}. Without a name the key
 *       is {@code Keys.fold(seed, p)} with the parameter's place p among the network's flat
 *       parameters; one object will do for all layers, and a layer that is inserted changes those
 *       behind it.
 *   <li>The fans come from the shape: of dense layers, embeddings, recurrent layers (gate by gate)
 *       and convolutions {@code [out, in, kernel…]}. A transposed, depthwise or separable
 *       convolution is not told from a plain one.
 * </ul>
 *
 * <p>{@link FanwiseDl4j#initialize} knows both.
 */
public final class FanwiseWeightInit implements IWeightInit {
  private static final long serialVersionUID = 1;

  /** A law, with the fields that it needs; the names are in the JSON. */
  private enum Law {
    XAVIER,
    KAIMING,
    LECUN,
    VARIANCE_SCALING,
    ORTHOGONAL,
    NORMAL,
    UNIFORM,
    TRUNCATED_NORMAL
  }

  private Law law;
  private FanMode mode;
  private Nonlinearity nonlinearity;
  private Distribution distribution;

  /** A gain, a scale, a mean or a lower bound. */
  private double first;

  /** A standard deviation or an upper bound. */
  private double second;

  private long seed;
  private String name;

  /** For DL4J, which fills the fields from JSON. */
  public FanwiseWeightInit() {
    this(Law.KAIMING, 0);
  }

  private FanwiseWeightInit(Law law, long seed) {
    this.law = law;
    this.seed = seed;
    this.mode = FanMode.FAN_IN;
    this.nonlinearity = Nonlinearity.RELU;
    this.distribution = Distribution.NORMAL;
    this.first = 1;
  }

  /** {@code @XavierInit}. */
  public static FanwiseWeightInit xavier(long seed) {
    return xavier(seed, 1, Nonlinearity.LINEAR, Distribution.UNIFORM);
  }

  /** {@code @XavierInit(gain, nonlinearity, distribution)}. */
  public static FanwiseWeightInit xavier(
      long seed, double gain, Nonlinearity nonlinearity, Distribution distribution) {
    FanwiseWeightInit init = new FanwiseWeightInit(Law.XAVIER, seed);
    init.first = gain;
    init.nonlinearity = nonlinearity;
    init.distribution = distribution;
    return init.checked();
  }

  /** {@code @KaimingInit(mode, nonlinearity, distribution)}. */
  public static FanwiseWeightInit kaiming(
      long seed, FanMode mode, Nonlinearity nonlinearity, Distribution distribution) {
    FanwiseWeightInit init = new FanwiseWeightInit(Law.KAIMING, seed);
    init.mode = mode;
    init.nonlinearity = nonlinearity;
    init.distribution = distribution;
    return init.checked();
  }

  /** {@code @LecunInit(distribution)}. */
  public static FanwiseWeightInit lecun(long seed, Distribution distribution) {
    FanwiseWeightInit init = new FanwiseWeightInit(Law.LECUN, seed);
    init.distribution = distribution;
    return init.checked();
  }

  /** {@code @VarianceScalingInit(scale, mode, distribution)}. */
  public static FanwiseWeightInit varianceScaling(
      long seed, double scale, FanMode mode, Distribution distribution) {
    FanwiseWeightInit init = new FanwiseWeightInit(Law.VARIANCE_SCALING, seed);
    init.first = scale;
    init.mode = mode;
    init.distribution = distribution;
    return init.checked();
  }

  /** {@code @OrthogonalInit(gain)}. */
  public static FanwiseWeightInit orthogonal(long seed, double gain) {
    FanwiseWeightInit init = new FanwiseWeightInit(Law.ORTHOGONAL, seed);
    init.first = gain;
    return init.checked();
  }

  /** {@code @NormalInit(mean, std)}. */
  public static FanwiseWeightInit normal(long seed, double mean, double std) {
    return pair(Law.NORMAL, seed, mean, std);
  }

  /** {@code @UniformInit(low, high)}. */
  public static FanwiseWeightInit uniform(long seed, double low, double high) {
    return pair(Law.UNIFORM, seed, low, high);
  }

  /** {@code @TruncatedNormalInit(mean, std)}, cut at two standard deviations. */
  public static FanwiseWeightInit truncatedNormal(long seed, double mean, double std) {
    return pair(Law.TRUNCATED_NORMAL, seed, mean, std);
  }

  private static FanwiseWeightInit pair(Law law, long seed, double first, double second) {
    FanwiseWeightInit init = new FanwiseWeightInit(law, seed);
    init.first = first;
    init.second = second;
    return init.checked();
  }

  /** The same for one parameter, whose stream has a name. */
  public FanwiseWeightInit named(String stream) {
    FanwiseWeightInit init = new FanwiseWeightInit(law, seed);
    init.mode = mode;
    init.nonlinearity = nonlinearity;
    init.distribution = distribution;
    init.first = first;
    init.second = second;
    init.name = Objects.requireNonNull(stream, "stream");
    return init;
  }

  /** The name of the parameter's stream, or null. */
  public String name() {
    return name;
  }

  private FanwiseWeightInit checked() {
    scheme();
    return this;
  }

  private Scheme scheme() {
    switch (law) {
      case XAVIER:
        return Schemes.xavier(first, nonlinearity, distribution);
      case KAIMING:
        return Schemes.kaiming(mode, nonlinearity, distribution);
      case LECUN:
        return Schemes.lecun(distribution);
      case VARIANCE_SCALING:
        return Schemes.varianceScaling(first, mode, distribution);
      case ORTHOGONAL:
        return Schemes.orthogonal(first);
      case NORMAL:
        return Schemes.normal(first, second);
      case UNIFORM:
        return Schemes.uniform(first, second);
      default:
        return Schemes.truncatedNormal(first, second, -2, 2, false);
    }
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    INDArray view = paramView.reshape(order, shape);
    NetParameter parameter = new NetParameter(text(), "W", null, view, false);
    int[] memory = parameter.memoryShape();
    EngineParameter weights =
        EngineParameter.of(parameter.name, memory)
            .dataType(parameter.type())
            .layer(LayerKind.OTHER, "a layer that DL4J does not tell of")
            .kind(ParameterKind.WEIGHT)
            .geometry(geometry(fanIn, fanOut, memory, order))
            .build();
    Rules rules = Rules.all(scheme());
    Drawing drawing =
        name == null
            ? Drawings.of(weights, dev.fanwise.runtime.Keys.fold(seed, paramView.offset()), rules)
            : Drawings.of(weights, seed, rules);
    new Memory(view, parameter.type()).fill(drawing::into);
    return view;
  }

  private String text() {
    return name == null ? "weights" : name;
  }

  /** What DL4J's fans give away of the layer. */
  private static Geometry geometry(double fanIn, double fanOut, int[] memory, char order) {
    if (memory.length != 2 || order != 'f') {
      return Geometry.outIn(memory);
    }
    int out = memory[0];
    int in = memory[1];
    if (fanIn == 1 && in != 1) {
      return Geometry.inOut(out, in); // an embedding [entries, width]: the entries are outputs
    }
    // Of an LSTM fan_in is the units and fan_out the units and inputs, whichever matrix it is.
    boolean isLstm = out == 4 * fanIn && fanOut != out;
    return Geometry.of(memory, Layout.OI, Connection.FORWARD, 1, new int[0], isLstm ? 4 : 1);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof FanwiseWeightInit)) {
      return false;
    }
    FanwiseWeightInit that = (FanwiseWeightInit) other;
    return law == that.law
        && mode == that.mode
        && nonlinearity == that.nonlinearity
        && distribution == that.distribution
        && first == that.first
        && second == that.second
        && seed == that.seed
        && Objects.equals(name, that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(law, mode, nonlinearity, distribution, first, second, seed, name);
  }

  @Override
  public String toString() {
    return scheme() + ", seed " + seed + (name == null ? "" : ", stream " + name);
  }
}
