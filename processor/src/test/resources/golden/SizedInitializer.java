package golden;

import dev.fanwise.FanMode;
import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ModelPath;
import dev.fanwise.runtime.OrthogonalPattern;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Pattern;
import dev.fanwise.runtime.Shards;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.SymbolicShape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Sized}.
 *
 * <p>The same seed gives the same bits on every JVM, processor and number of threads. A
 * parameter's bits depend on the seed, on its field's name and on nothing else of the model.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape, a dimension is below 1, or two weights share memory.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class SizedInitializer {
  private SizedInitializer() {}

  /** Fills every weight of a model; fields that are null are given arrays. */
  public static Sized initialize(Sized model, long seed) {
    check(model, "Sized");
    try {
      draw(model, seed);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Sized", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static Sized initialize(Sized model, long seed, ForkJoinPool pool) {
    check(model, "Sized");
    Shards.fill(pool, "Sized", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code kernel}, shape [out, in, 3, 3]: {@code @KaimingInit}, normal.
   *
   * <pre>
   * fan_in and fan_out of [out, in, 3, 3], gain sqrt(2) = 1.4142135623730951
   * std = gain / sqrt(fan_out)
   * </pre>
   */
  public static void fillKernel(float[] kernel, int out, int in, long seed) {
    shapeOfKernel("Sized", out, in).check(kernel);
    fillKernel(kernel, 0, 0, kernel.length, out, in, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code kernel}. */
  public static void fillKernel(float[] into, int offset, long from, int count, int out, int in,
      long seed) {
    SymbolicShape shape = shapeOfKernel("Sized", out, in);
    shape.checkShard(into.length, offset, from, count);
    long key = Keys.fold(seed, 0x6923dd1bc0460082L); // the stream of "kernel"
    double std = stdOfKernel(shape);
    Fill.normal(into, offset, count, key, from, 0f, (float) std);
  }

  private static double stdOfKernel(SymbolicShape shape) {
    return Formulas.kaiming(1.4142135623730951, FanMode.FAN_OUT, shape.fans());
  }

  private static SymbolicShape shapeOfKernel(CharSequence model, int out, int in) {
    return SymbolicShape.of(model, "kernel", "out, in, 3, 3", out, in, 3, 3);
  }

  /**
   * Fills {@code bias}, shape [out]: {@code @BiasInit}, uniform.
   *
   * <pre>
   * fan_in of kernel
   * bound = 1 / sqrt(fan_in)
   * </pre>
   */
  public static void fillBias(FloatBuffer bias, int out, int in, long seed) {
    shapeOfBias("Sized", out).check(bias);
    fillBias(bias, 0, 0, bias.capacity(), out, in, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code bias}. */
  public static void fillBias(FloatBuffer into, int offset, long from, int count, int out, int in,
      long seed) {
    SymbolicShape shape = shapeOfBias("Sized", out);
    shape.checkShard(into.capacity(), offset, from, count);
    long key = Keys.fold(seed, 0xfa4824e83746480eL); // the stream of "bias"
    double bound = boundOfBias(shapeOfKernel("Sized", out, in));
    Fill.uniform(into, offset, count, key, from, (float) -bound, (float) bound);
  }

  private static double boundOfBias(SymbolicShape shape) {
    return Formulas.bias(1.0, shape.fans());
  }

  private static SymbolicShape shapeOfBias(CharSequence model, int out) {
    return SymbolicShape.of(model, "bias", "out", out);
  }

  /**
   * Fills {@code mixer}, shape [out, in]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in and fan_out of [out, in], gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out))
   * bound = sqrt(3) * std
   * </pre>
   */
  public static void fillMixer(double[][] mixer, int out, int in, long seed) {
    shapeOfMixer("Sized", out, in).check(mixer);
    rowsOfMixer(mixer, 0, out, out, in, seed);
  }

  private static void rowsOfMixer(double[][] mixer, int from, int to, int out, int in, long seed) {
    long key = Keys.fold(seed, 0x7ce74b56300b47f0L); // the stream of "mixer"
    SymbolicShape shape = shapeOfMixer("Sized", out, in);
    double std = stdOfMixer(shape);
    double bound = Formulas.bound(std);
    for (int i0 = from; i0 < to; i0++) {
      Fill.uniform(mixer[i0], 0, in, key, i0 * (long) in, -bound, bound);
    }
  }

  /** Fills elements {@code from} to {@code from + count} of {@code mixer}. */
  public static void fillMixer(double[] into, int offset, long from, int count, int out, int in,
      long seed) {
    SymbolicShape shape = shapeOfMixer("Sized", out, in);
    shape.checkShard(into.length, offset, from, count);
    long key = Keys.fold(seed, 0x7ce74b56300b47f0L); // the stream of "mixer"
    double std = stdOfMixer(shape);
    double bound = Formulas.bound(std);
    Fill.uniform(into, offset, count, key, from, -bound, bound);
  }

  private static double stdOfMixer(SymbolicShape shape) {
    return Formulas.xavier(1.0, shape.fans());
  }

  private static SymbolicShape shapeOfMixer(CharSequence model, int out, int in) {
    return SymbolicShape.of(model, "mixer", "out, in", out, in);
  }

  /**
   * Fills {@code rotation}, shape [in, in]: {@code @OrthogonalInit}.
   *
   * <pre>
   * orthonormal rows or columns, whichever are fewer
   * </pre>
   *
   * <p>Its elements depend on each other, so there is no method that fills a part of it.
   */
  public static void fillRotation(float[] rotation, int in, long seed) {
    SymbolicShape shape = shapeOfRotation("Sized", in);
    shape.check(rotation);
    long key = Keys.fold(seed, 0x224610f102890bc0L); // the stream of "rotation"
    Pattern pattern = OrthogonalPattern.of(shape, /* gain */ 1.0);
    pattern.fill(Sink.of(rotation, 0), 0, shape.elements(), key);
  }

  private static SymbolicShape shapeOfRotation(CharSequence model, int in) {
    return SymbolicShape.of(model, "rotation", "in, in", in, in);
  }

  /** What a model is made of, in the order of its fields. */
  public static List<ParameterInfo> parameters(Sized model) {
    List<ParameterInfo> parameters = new ArrayList<>();
    visitParameters(model, ParameterVisitor.listing(parameters));
    return Collections.unmodifiableList(parameters);
  }

  /** The number of a model's weights. */
  public static long parameterCount(Sized model) {
    return ParameterInfo.count(parameters(model));
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Sized model, ParameterVisitor visitor) {
    Checks.model("Sized", model);
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    visitor.visit(infoOfKernel(model.out, model.in), model.kernel);
    visitor.visit(infoOfBias(model.out, model.in), model.bias);
    visitor.visit(infoOfMixer(model.out, model.in), model.mixer);
    visitor.visit(infoOfRotation(model.in), model.rotation);
  }

  private static ParameterInfo infoOfKernel(int out, int in) {
    SymbolicShape shape = shapeOfKernel("Sized", out, in);
    double std = stdOfKernel(shape);
    return shape.parameter().scheme("KaimingInit").fans(shape.fans()).normal(0.0, std);
  }

  private static ParameterInfo infoOfBias(int out, int in) {
    SymbolicShape shape = shapeOfBias("Sized", out);
    double bound = boundOfBias(shapeOfKernel("Sized", out, in));
    double std = Formulas.stdOfBound(bound);
    return shape.parameter().scheme("BiasInit").uniform(std, -bound, bound);
  }

  private static ParameterInfo infoOfMixer(int out, int in) {
    SymbolicShape shape = shapeOfMixer("Sized", out, in);
    double std = stdOfMixer(shape);
    double bound = Formulas.bound(std);
    return shape.parameter().dataType(DataType.F64).scheme("XavierInit").fans(shape.fans())
        .uniform(std, -bound, bound);
  }

  private static ParameterInfo infoOfRotation(int in) {
    SymbolicShape shape = shapeOfRotation("Sized", in);
    Pattern pattern = OrthogonalPattern.of(shape, /* gain */ 1.0);
    return shape.parameter().scheme("OrthogonalInit").fans(shape.fans()).structured(pattern);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static Sized allocate(Sized model) {
    check(model, "Sized");
    Allocation.of("Sized", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(Sized model, long seed) {
    check(model, ModelPath.ofVisit("Sized", model));
    LazyParameters lazy = new LazyParameters(parameters(model));
    lazy.floats((into, offset, from, count) -> fillKernel(into, offset, from, count, model.out,
        model.in, seed));
    lazy.floatBuffers((into, offset, from, count) -> fillBias(into, offset, from, count, model.out,
        model.in, seed));
    lazy.doubles((into, offset, from, count) -> fillMixer(into, offset, from, count, model.out,
        model.in, seed));
    lazy.whole(() -> new float[shapeOfRotation("Sized", model.in).flatElements()], weights ->
        fillRotation(weights, model.in, seed));
    return lazy.list();
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Sized model, CharSequence path) {
    ModelPath here = ModelPath.of(path, model);
    shapeOfKernel(here, model.out, model.in).checkIfPresent(model.kernel)
        .requireDrawable(infoOfKernel(model.out, model.in));
    shapeOfBias(here, model.out).checkIfPresent(model.bias)
        .requireDrawable(infoOfBias(model.out, model.in));
    shapeOfMixer(here, model.out, model.in).checkIfPresent(model.mixer)
        .requireDrawable(infoOfMixer(model.out, model.in));
    shapeOfRotation(here, model.in).checkIfPresent(model.rotation);
    OrthogonalPattern.of(shapeOfRotation(here, model.in), /* gain */ 1.0);
    shapeOfRotation(here, model.in)
        .requireDrawable(infoOfRotation(model.in));
  }

  /** Fills the weights of a checked model; for models that hold this one. */
  public static void draw(Sized model, long seed) {
    allocateFields(model);
    fillKernel(model.kernel, model.out, model.in, seed);
    fillBias(model.bias, model.out, model.in, seed);
    rowsOfMixer(model.mixer, 0, model.out, model.out, model.in, seed);
    fillRotation(model.rotation, model.in, seed);
  }

  private static void allocateFields(Sized model) {
    model.kernel = model.kernel != null ? model.kernel : new float[shapeOfKernel("Sized", model.out,
        model.in).flatElements()];
    model.bias = model.bias != null ? model.bias : FloatBuffer.allocate(shapeOfBias("Sized",
        model.out).flatElements());
    model.mixer = model.mixer != null ? model.mixer : new double[model.out][model.in];
    model.rotation = model.rotation != null ? model.rotation : new float[shapeOfRotation("Sized",
        model.in).flatElements()];
  }
}
