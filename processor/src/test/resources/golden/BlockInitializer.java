package golden;

import dev.fanwise.Connection;
import dev.fanwise.FanwiseGenerated;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ModelPath;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Shards;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Block}.
 *
 * <p>The same seed gives the same bits on every JVM, processor and number of threads. A
 * parameter's bits depend on the seed, on its field's name and on nothing else of the model.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape or two weights share memory.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
public final class BlockInitializer {
  private BlockInitializer() {}

  /** Fills every weight of a model; fields that are null are given arrays. */
  public static <ModelT extends Block<?>> ModelT initialize(ModelT model, long seed) {
    check(model, "Block");
    try {
      draw(model, seed);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Block", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static <ModelT extends Block<?>> ModelT initialize(ModelT model, long seed,
      ForkJoinPool pool) {
    check(model, "Block");
    Shards.fill(pool, "Block", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code kernel}, shape [3, 3, 8, 32]: {@code @KaimingInit}, truncated normal.
   *
   * <pre>
   * fan_in 72, fan_out 72, gain of GELU = 1.5335304412
   * std = gain / sqrt(fan_in) = 1.5335304412 / sqrt(72) = 0.18072829568808635
   * sigma = std / 0.8796256610342398 = 0.20546046311972183, cut at 2 sigma
   * </pre>
   */
  public static void fillKernel(double[][][][] kernel, long seed) {
    Checks.nested("Block", "kernel", kernel, 3, 3, 8, 32);
    rowsOfKernel(kernel, 0, 3, seed);
  }

  private static void rowsOfKernel(double[][][][] kernel, int from, int to, long seed) {
    long key = Keys.fold(seed, 0x6923dd1bc0460082L); // the stream of "kernel"
    for (int i0 = from; i0 < to; i0++) {
      for (int i1 = 0; i1 < 3; i1++) {
        for (int i2 = 0; i2 < 8; i2++) {
          Fill.truncatedNormal(kernel[i0][i1][i2], 0, 32, key, ((i0 * 3L + i1) * 8 + i2) * 32, 0.0,
              0.20546046311972183, -2.0, 2.0);
        }
      }
    }
  }

  /** Fills elements {@code from} to {@code from + count} of {@code kernel}. */
  public static void fillKernel(double[] into, int offset, long from, int count, long seed) {
    Checks.shard("Block", "kernel", into.length, offset, from, count, 2304);
    long key = Keys.fold(seed, 0x6923dd1bc0460082L); // the stream of "kernel"
    Fill.truncatedNormal(into, offset, count, key, from, 0.0, 0.20546046311972183, -2.0, 2.0);
  }

  /**
   * Fills {@code projection}, shape [64, 288]: {@code @XavierInit}, truncated normal.
   *
   * <pre>
   * fan_in 288, fan_out 64, gain 0.5 * gain of TANH = 0.8333333333333334
   * std = gain * sqrt(2 / (fan_in + fan_out))
   *     = 0.8333333333333334 * sqrt(2 / 352) = 0.06281486345370076
   * sigma = std / 0.8796256610342398 = 0.07141090379269377, cut at 2 sigma
   * </pre>
   */
  public static void fillProjection(float[] projection, long seed) {
    Checks.flat("Block", "projection", projection, 18_432, "[64, 288]");
    fillProjection(projection, 0, 0, 18_432, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code projection}. */
  public static void fillProjection(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Block", "projection", into.length, offset, from, count, 18_432);
    long key = Keys.fold(seed, 0x1b250ea199bec73dL); // the stream of "projection"
    Fill.truncatedNormal(into, offset, count, key, from, 0.0, 0.07141090379269377, -2.0, 2.0);
  }

  /**
   * Fills {@code bias}, shape [64]: {@code @BiasInit}, uniform.
   *
   * <pre>
   * fan_in 288 of projection
   * bound = 1 / sqrt(fan_in) = 1 / sqrt(288) = 0.05892556509887897
   * </pre>
   */
  public static void fillBias(double[] bias, long seed) {
    Checks.flat("Block", "bias", bias, 64, "[64]");
    fillBias(bias, 0, 0, 64, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code bias}. */
  public static void fillBias(double[] into, int offset, long from, int count, long seed) {
    Checks.shard("Block", "bias", into.length, offset, from, count, 64);
    long key = Keys.fold(seed, 0xfa4824e83746480eL); // the stream of "bias"
    Fill.uniform(into, offset, count, key, from, -0.05892556509887897, 0.05892556509887897);
  }

  /** Fills {@code scale}, shape [4, 4]: {@code @ConstantInit}, all 0.1. */
  public static void fillScale(float[][] scale, long seed) {
    Checks.nested("Block", "scale", scale, 4, 4);
    rowsOfScale(scale, 0, 4, seed);
  }

  private static void rowsOfScale(float[][] scale, int from, int to, long seed) {
    for (int i0 = from; i0 < to; i0++) {
      Arrays.fill(scale[i0], 0.1f);
    }
  }

  /** Fills elements {@code from} to {@code from + count} of {@code scale}. */
  public static void fillScale(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Block", "scale", into.length, offset, from, count, 16);
    Arrays.fill(into, offset, offset + count, 0.1f);
  }

  /** What the model is made of, in the order of its fields. */
  public static List<ParameterInfo> parameters() {
    return Collections.unmodifiableList(
        Arrays.asList(
            ParameterInfo.of("kernel", 3, 3, 8, 32).dataType(DataType.F64)
                .layout(Layout.IO, Connection.FORWARD, 4).scheme("KaimingInit").fans(72, 72)
                .truncatedNormal(0.0, 0.18072829568808635, -0.41092092623944365,
                0.41092092623944365),
            ParameterInfo.of("projection", 64, 288).scheme("XavierInit").fans(288, 64)
                .truncatedNormal(0.0, 0.06281486345370076, -0.14282180758538754,
                0.14282180758538754),
            ParameterInfo.of("bias", 64).dataType(DataType.F64).scheme("BiasInit")
                .uniform(0.03402069087198859, -0.05892556509887897, 0.05892556509887897),
            ParameterInfo.of("scale", 4, 4).scheme("ConstantInit").fans(4, 4)
                .constant(0.10000000149011612)));
  }

  /** As {@code parameters()}. */
  public static List<ParameterInfo> parameters(Block<?> model) {
    return parameters();
  }

  /** The number of weights. */
  public static long parameterCount() {
    return 20_816L;
  }

  /** As {@code parameterCount()}. */
  public static long parameterCount(Block<?> model) {
    return parameterCount();
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Block<?> model, ParameterVisitor visitor) {
    Checks.model("Block", model);
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    List<ParameterInfo> parameters = parameters();
    visitor.visit(parameters.get(0), model.kernel);
    visitor.visit(parameters.get(1), model.projection);
    visitor.visit(parameters.get(2), model.bias);
    visitor.visit(parameters.get(3), model.scale);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static <ModelT extends Block<?>> ModelT allocate(ModelT model) {
    check(model, "Block");
    Allocation.of("Block", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(long seed) {
    LazyParameters lazy = new LazyParameters(parameters());
    lazy.doubles((into, offset, from, count) -> fillKernel(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillProjection(into, offset, from, count, seed));
    lazy.doubles((into, offset, from, count) -> fillBias(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillScale(into, offset, from, count, seed));
    return lazy.list();
  }

  /** As {@code lazyParameters(seed)}. */
  public static List<LazyParameter> lazyParameters(Block<?> model, long seed) {
    return lazyParameters(seed);
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Block<?> model, CharSequence path) {
    ModelPath here = ModelPath.of(path, model);
    Checks.ifPresent(here, "kernel", model.kernel, 3, 3, 8, 32);
    Checks.ifPresent(here, "projection", model.projection, 18_432, "[64, 288]");
    Checks.present(here, "bias", model.bias);
    Checks.ifPresent(here, "bias", model.bias, 64, "[64]");
    Checks.ifPresent(here, "scale", model.scale, 4, 4);
  }

  /** Fills the weights of a checked model; for models that hold this one. */
  public static void draw(Block<?> model, long seed) {
    allocateFields(model);
    rowsOfKernel(model.kernel, 0, 3, seed);
    fillProjection(model.projection, seed);
    fillBias(model.bias, seed);
    rowsOfScale(model.scale, 0, 4, seed);
  }

  private static void allocateFields(Block<?> model) {
    model.kernel = model.kernel != null ? model.kernel : new double[3][3][8][32];
    model.projection = model.projection != null ? model.projection : new float[18_432];
    model.scale = model.scale != null ? model.scale : new float[4][4];
  }
}
