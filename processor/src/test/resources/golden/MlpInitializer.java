package golden;

import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
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
 * Initialises the weights of {@link Mlp}.
 *
 * <p>The same seed gives the same bits on every JVM, processor and number of threads. A
 * parameter's bits depend on the seed, on its field's name and on nothing else of the model.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class MlpInitializer {
  private MlpInitializer() {}

  /** Fills every weight of a model; fields that are null are given arrays. */
  public static Mlp initialize(Mlp model, long seed) {
    check(model, "Mlp");
    try {
      draw(model, seed);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static Mlp initialize(Mlp model, long seed, ForkJoinPool pool) {
    check(model, "Mlp");
    Shards.fill(pool, "Mlp", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code hidden}, shape [256, 784]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 784, fan_out 256, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 1040) = 0.04385290096535146
   * bound = sqrt(3) * std = 0.07595545253127499
   * </pre>
   */
  public static void fillHidden(float[] hidden, long seed) {
    Checks.flat("Mlp", "hidden", hidden, 200_704, "[256, 784]");
    fillHidden(hidden, 0, 0, 200_704, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code hidden}. */
  public static void fillHidden(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Mlp", "hidden", into.length, offset, from, count, 200_704);
    long key = Keys.fold(seed, 0xe564b4081d7a9ea4L); // the stream of "hidden"
    Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
  }

  /** Fills {@code hiddenBias}, shape [256]: {@code @ZerosInit}, all 0. */
  public static void fillHiddenBias(float[] hiddenBias, long seed) {
    Checks.flat("Mlp", "hiddenBias", hiddenBias, 256, "[256]");
    fillHiddenBias(hiddenBias, 0, 0, 256, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code hiddenBias}. */
  public static void fillHiddenBias(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Mlp", "hiddenBias", into.length, offset, from, count, 256);
    Arrays.fill(into, offset, offset + count, 0f);
  }

  /**
   * Fills {@code out}, shape [10, 256]: {@code @KaimingInit}, normal.
   *
   * <pre>
   * fan_in 256, fan_out 10, gain sqrt(2 / (1 + 0.01^2)) = 1.4141428569978354
   * std = gain / sqrt(fan_out) = 1.4141428569978354 / sqrt(10) = 0.44719123649709414
   * </pre>
   */
  public static void fillOut(float[] out, long seed) {
    Checks.flat("Mlp", "out", out, 2560, "[10, 256]");
    fillOut(out, 0, 0, 2560, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code out}. */
  public static void fillOut(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Mlp", "out", into.length, offset, from, count, 2560);
    long key = Keys.fold(seed, 0x762069bc07a6e1b5L); // the stream of "out"
    Fill.normal(into, offset, count, key, from, 0f, 0.44719124f);
  }

  /** What the model is made of, in the order of its fields. */
  public static List<ParameterInfo> parameters() {
    return Collections.unmodifiableList(
        Arrays.asList(
            ParameterInfo.of("hidden", 256, 784).scheme("XavierInit").fans(784, 256)
                .uniform(0.04385290096535146, -0.07595545253127499, 0.07595545253127499),
            ParameterInfo.of("hiddenBias", 256).scheme("ZerosInit").constant(0.0),
            ParameterInfo.of("out", 10, 256).scheme("KaimingInit").fans(256, 10)
                .normal(0.0, 0.44719123649709414)));
  }

  /** As {@code parameters()}. */
  public static List<ParameterInfo> parameters(Mlp model) {
    return parameters();
  }

  /** The number of weights. */
  public static long parameterCount() {
    return 203_520L;
  }

  /** As {@code parameterCount()}. */
  public static long parameterCount(Mlp model) {
    return parameterCount();
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Mlp model, ParameterVisitor visitor) {
    Checks.model("Mlp", model);
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    List<ParameterInfo> parameters = parameters();
    visitor.visit(parameters.get(0), model.hidden);
    visitor.visit(parameters.get(1), model.hiddenBias);
    visitor.visit(parameters.get(2), model.out);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static Mlp allocate(Mlp model) {
    check(model, "Mlp");
    Allocation.of("Mlp", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(long seed) {
    LazyParameters lazy = new LazyParameters(parameters());
    lazy.floats((into, offset, from, count) -> fillHidden(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillHiddenBias(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillOut(into, offset, from, count, seed));
    return lazy.list();
  }

  /** As {@code lazyParameters(seed)}. */
  public static List<LazyParameter> lazyParameters(Mlp model, long seed) {
    return lazyParameters(seed);
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Mlp model, CharSequence path) {
    Checks.model(path, model);
    Checks.ifPresent(path, "hidden", model.hidden, 200_704, "[256, 784]");
    Checks.ifPresent(path, "hiddenBias", model.hiddenBias, 256, "[256]");
    Checks.ifPresent(path, "out", model.out, 2560, "[10, 256]");
  }

  /** Fills the weights of a checked model; for models that hold this one. */
  public static void draw(Mlp model, long seed) {
    allocateFields(model);
    fillHidden(model.hidden, seed);
    fillHiddenBias(model.hiddenBias, seed);
    fillOut(model.out, seed);
  }

  private static void allocateFields(Mlp model) {
    model.hidden = model.hidden != null ? model.hidden : new float[200_704];
    model.hiddenBias = model.hiddenBias != null ? model.hiddenBias : new float[256];
    model.out = model.out != null ? model.out : new float[2560];
  }
}
