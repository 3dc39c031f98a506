package golden;

import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Shards;
import java.lang.CharSequence;
import java.lang.OutOfMemoryError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Mlp}.
 *
 * <p>The same seed gives the same bits on every JVM, processor and number of threads. A parameter's
 * bits depend on the seed, on its field's name and on nothing else of the model.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class MlpInitializer {
  private MlpInitializer() {
  }

  /**
   * Fills every weight of a model. Fields that are null are given arrays; all others are checked
   * before anything is written.
   *
   * @param model the model
   * @param seed the seed: any number
   * @return the model
   * @throws IllegalArgumentException if an array does not fit its shape
   */
  public static Mlp initialize(Mlp model, long seed) {
    check(model, "Mlp");
    try {
      draw(model, seed);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /**
   * As {@code initialize(model, seed)}, with the same bits, on the threads of a pool.
   *
   * @param model the model
   * @param seed the seed: any number
   * @param pool whose threads share the work; this method waits for them
   * @return the model
   * @throws IllegalArgumentException if an array does not fit its shape
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted: what
   *     the weights are is not defined then
   */
  public static Mlp initialize(Mlp model, long seed, ForkJoinPool pool) {
    check(model, "Mlp");
    Shards shards = new Shards(pool);
    try {
      share(model, seed, shards);
      shards.fill();
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /**
   * Checks what {@code initialize} checks; for models that hold this one.
   *
   * @param model the model
   * @param path what messages call it
   * @throws IllegalArgumentException if an array does not fit its shape
   */
  public static void check(Mlp model, CharSequence path) {
    Checks.model(path, model);
    if (model.hidden != null) {
      Checks.flat(path, "hidden", model.hidden, 200_704, "[256, 784]");
    }
    if (model.hiddenBias != null) {
      Checks.flat(path, "hiddenBias", model.hiddenBias, 256, "[256]");
    }
    if (model.out != null) {
      Checks.flat(path, "out", model.out, 2560, "[10, 256]");
    }
  }

  /**
   * Fills the weights of a checked model; for models that hold this one.
   *
   * @param model the model
   * @param seed the seed: any number
   */
  public static void draw(Mlp model, long seed) {
    allocateFields(model);
    fillHidden(model.hidden, seed);
    fillHiddenBias(model.hiddenBias, seed);
    fillOut(model.out, seed);
  }

  private static void allocateFields(Mlp model) {
    if (model.hidden == null) {
      model.hidden = new float[200_704];
    }
    if (model.hiddenBias == null) {
      model.hiddenBias = new float[256];
    }
    if (model.out == null) {
      model.out = new float[2560];
    }
  }

  /**
   * Adds a checked model's weights to what a pool fills; for models that hold this one.
   *
   * @param model the model
   * @param seed the seed
   * @param shards where the weights are added
   */
  public static void share(Mlp model, long seed, Shards shards) {
    allocateFields(model);
    shards.add(200_704, (from, count) -> fillHidden(model.hidden, from, from, count, seed));
    shards.add(256, (from, count) -> fillHiddenBias(model.hiddenBias, from, from, count, seed));
    shards.add(2560, (from, count) -> fillOut(model.out, from, from, count, seed));
  }

  /**
   * Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}.
   */
  public static List<LazyParameter> lazyParameters(long seed) {
    LazyParameters lazy = new LazyParameters(parameters());
    list(seed, lazy);
    return lazy.list();
  }

  /**
   * As {@code lazyParameters(seed)}.
   */
  public static List<LazyParameter> lazyParameters(Mlp model, long seed) {
    return lazyParameters(seed);
  }

  /**
   * Adds what {@code lazyParameters} lists; for models that hold this one.
   */
  public static void list(Mlp model, long seed, LazyParameters lazy) {
    list(seed, lazy);
  }

  private static void list(long seed, LazyParameters lazy) {
    lazy.floats((into, offset, from, count) -> fillHidden(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillHiddenBias(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillOut(into, offset, from, count, seed));
  }

  /**
   * Gives arrays to fields that are null, as {@code initialize} does.
   */
  public static Mlp allocate(Mlp model) {
    check(model, "Mlp");
    try {
      allocateFields(model);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
    }
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
   *
   * @param hidden the array to fill
   * @param seed the model's seed
   * @throws IllegalArgumentException if the array does not fit the shape
   */
  public static void fillHidden(float[] hidden, long seed) {
    Checks.flat("Mlp", "hidden", hidden, 200_704, "[256, 784]");
    long key = Keys.fold(seed, 0xe564b4081d7a9ea4L); // the stream of "hidden"
    Fill.uniform(hidden, 0, 200_704, key, 0, -0.07595545f, 0.07595545f);
  }

  /**
   * Fills part of {@code hidden}.
   *
   * <p>The elements {@code from} to {@code from + count}, in row-major order, have the bits that
   * they have in the whole.
   *
   * @param into the array to write to
   * @param offset the first place to write
   * @param from the first element
   * @param count how many elements
   * @param seed the model's seed
   * @throws IllegalArgumentException if there are no such elements, or they do not fit
   */
  public static void fillHidden(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Mlp", "hidden", into.length, offset, from, count, 200_704);
    long key = Keys.fold(seed, 0xe564b4081d7a9ea4L); // the stream of "hidden"
    Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
  }

  /**
   * Fills {@code hiddenBias}, shape [256]: {@code @ZerosInit}, all 0.
   *
   * @param hiddenBias the array to fill
   * @param seed not used: nothing is drawn
   * @throws IllegalArgumentException if the array does not fit the shape
   */
  public static void fillHiddenBias(float[] hiddenBias, long seed) {
    Checks.flat("Mlp", "hiddenBias", hiddenBias, 256, "[256]");
    Arrays.fill(hiddenBias, 0f);
  }

  /**
   * Fills part of {@code hiddenBias}.
   *
   * <p>The elements {@code from} to {@code from + count}, in row-major order, have the bits that
   * they have in the whole.
   *
   * @param into the array to write to
   * @param offset the first place to write
   * @param from the first element
   * @param count how many elements
   * @param seed not used: nothing is drawn
   * @throws IllegalArgumentException if there are no such elements, or they do not fit
   */
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
   *
   * @param out the array to fill
   * @param seed the model's seed
   * @throws IllegalArgumentException if the array does not fit the shape
   */
  public static void fillOut(float[] out, long seed) {
    Checks.flat("Mlp", "out", out, 2560, "[10, 256]");
    long key = Keys.fold(seed, 0x762069bc07a6e1b5L); // the stream of "out"
    Fill.normal(out, 0, 2560, key, 0, 0f, 0.44719124f);
  }

  /**
   * Fills part of {@code out}.
   *
   * <p>The elements {@code from} to {@code from + count}, in row-major order, have the bits that
   * they have in the whole.
   *
   * @param into the array to write to
   * @param offset the first place to write
   * @param from the first element
   * @param count how many elements
   * @param seed the model's seed
   * @throws IllegalArgumentException if there are no such elements, or they do not fit
   */
  public static void fillOut(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Mlp", "out", into.length, offset, from, count, 2560);
    long key = Keys.fold(seed, 0x762069bc07a6e1b5L); // the stream of "out"
    Fill.normal(into, offset, count, key, from, 0f, 0.44719124f);
  }

  /**
   * What the model is made of, in the order of its fields.
   *
   * @return an unmodifiable list
   */
  public static List<ParameterInfo> parameters() {
    List<ParameterInfo> parameters = new ArrayList<>(3);
    parameters.add(
        ParameterInfo.of("hidden", 256, 784)
            .scheme("XavierInit")
            .fans(784, 256)
            .uniform(0.04385290096535146, -0.07595545253127499, 0.07595545253127499));
    parameters.add(
        ParameterInfo.of("hiddenBias", 256)
            .scheme("ZerosInit")
            .constant(0.0));
    parameters.add(
        ParameterInfo.of("out", 10, 256)
            .scheme("KaimingInit")
            .fans(256, 10)
            .normal(0.0, 0.44719123649709414));
    return Collections.unmodifiableList(parameters);
  }

  /**
   * What a model is made of, in the order of its fields.
   *
   * @param model the model
   * @return an unmodifiable list
   */
  public static List<ParameterInfo> parameters(Mlp model) {
    return parameters();
  }

  /**
   * The number of weights.
   *
   * @return the number of elements of all parameters
   */
  public static long parameterCount() {
    return 203_520L;
  }

  /**
   * The number of weights of a model.
   *
   * @param model the model
   * @return the number of elements of all parameters
   */
  public static long parameterCount(Mlp model) {
    return parameterCount();
  }

  /**
   * Hands out each parameter and the array that holds it, in the order of
   * {@code parameters(model)}.
   *
   * @param model the model
   * @param visitor receives them
   */
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
}
