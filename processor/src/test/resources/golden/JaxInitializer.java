package golden;

import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.IndexedLists;
import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.JaxKeys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ModelPath;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Shards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Jax}.
 *
 * <p>The bits are those of JAX 0.10: parameter number n, in the order of the fields, draws with
 * {@code fold_in(PRNGKey(seed), n)}. So they depend on that order.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape, two weights share memory, or a submodule is null.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class JaxInitializer {
  private JaxInitializer() {}

  /** Fills every weight of a model and its submodules; fields that are null are given arrays. */
  public static Jax initialize(Jax model, long seed) {
    check(model, "Jax");
    try {
      draw(model, seed, 0);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Jax", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static Jax initialize(Jax model, long seed, ForkJoinPool pool) {
    check(model, "Jax");
    Shards.fill(pool, "Jax", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code hidden}, shape [64, 28]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 28, fan_out 64
   * as JAX's variance_scaling(1, fan_avg), computed in floats
   * bound = sqrt(3 * scale / n) = 0.2553769648075104
   * </pre>
   */
  public static void fillHidden(float[] hidden, long seed) {
    drawHidden(hidden, JaxKeys.fold(JaxKeys.of(seed), 0));
  }

  private static void drawHidden(float[] hidden, long key) {
    Checks.flat("Jax", "hidden", hidden, 1792, "[64, 28]");
    drawHidden(hidden, 0, 0, 1792, key);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code hidden}. */
  public static void fillHidden(float[] into, int offset, long from, int count, long seed) {
    drawHidden(into, offset, from, count, JaxKeys.fold(JaxKeys.of(seed), 0));
  }

  private static void drawHidden(float[] into, int offset, long from, int count, long key) {
    Checks.shard("Jax", "hidden", into.length, offset, from, count, 1792);
    JaxFill.uniform(into, offset, count, key, from, -0.25537696f, 0.25537696f);
  }

  /** Fills {@code hiddenBias}, shape [64]: {@code @ZerosInit}, all 0. */
  public static void fillHiddenBias(float[] hiddenBias, long seed) {
    drawHiddenBias(hiddenBias, JaxKeys.fold(JaxKeys.of(seed), 1));
  }

  private static void drawHiddenBias(float[] hiddenBias, long key) {
    Checks.flat("Jax", "hiddenBias", hiddenBias, 64, "[64]");
    drawHiddenBias(hiddenBias, 0, 0, 64, key);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code hiddenBias}. */
  public static void fillHiddenBias(float[] into, int offset, long from, int count, long seed) {
    drawHiddenBias(into, offset, from, count, JaxKeys.fold(JaxKeys.of(seed), 1));
  }

  private static void drawHiddenBias(float[] into, int offset, long from, int count, long key) {
    Checks.shard("Jax", "hiddenBias", into.length, offset, from, count, 64);
    Arrays.fill(into, offset, offset + count, 0f);
  }

  private static void rowsOfJax_HeadWeight(float[][] weight, int from, int to, long key) {
    for (int i0 = from; i0 < to; i0++) {
      JaxFill.truncatedNormal(weight[i0], 0, 64, key, i0 * 64L, 0.0, 0.14210590720176697, -2.0,
          2.0);
    }
  }

  private static void drawJax_HeadWeight(float[] into, int offset, long from, int count, long key) {
    Checks.shard("Jax.Head", "weight", into.length, offset, from, count, 640);
    JaxFill.truncatedNormal(into, offset, count, key, from, 0.0, 0.14210590720176697, -2.0, 2.0);
  }

  private static void drawJax_HeadBias(float[] bias, long key) {
    Checks.flat("Jax.Head", "bias", bias, 10, "[10]");
    drawJax_HeadBias(bias, 0, 0, 10, key);
  }

  private static void drawJax_HeadBias(float[] into, int offset, long from, int count, long key) {
    Checks.shard("Jax.Head", "bias", into.length, offset, from, count, 10);
    Arrays.fill(into, offset, offset + count, 0f);
  }

  /**
   * What a model is made of, in the order of its fields; names begin with the way to submodules.
   */
  public static List<ParameterInfo> parameters(Jax model) {
    List<ParameterInfo> parameters = new ArrayList<>();
    visitParameters(model, ParameterVisitor.listing(parameters));
    return Collections.unmodifiableList(parameters);
  }

  /** The number of a model's weights. */
  public static long parameterCount(Jax model) {
    return ParameterInfo.count(parameters(model));
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Jax model, ParameterVisitor visitor) {
    check(model, ModelPath.ofVisit("Jax", model));
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    visitor.visit(infoOfHidden(), model.hidden);
    visitor.visit(infoOfHiddenBias(), model.hiddenBias);
    ParameterVisitor headsVisitor = visitor.within("heads");
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      Jax_HeadInitializer.visitParameters(headsList.get(i), headsVisitor.within(i));
    }
  }

  private static ParameterInfo infoOfHidden() {
    return ParameterInfo.of("hidden", 64, 28).scheme("XavierInit").fans(28, 64)
        .uniform(0.14744195937644572, -0.2553769648075104, 0.2553769648075104);
  }

  private static ParameterInfo infoOfHiddenBias() {
    return ParameterInfo.of("hiddenBias", 64).scheme("ZerosInit").constant(0.0);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static Jax allocate(Jax model) {
    check(model, "Jax");
    Allocation.of("Jax", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(Jax model, long seed) {
    check(model, ModelPath.ofVisit("Jax", model));
    LazyParameters lazy = new LazyParameters(parameters(model));
    list(model, seed, lazy);
    return lazy.list();
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Jax model, CharSequence path) {
    ModelPath here = ModelPath.of(path, model);
    Checks.ifPresent(here, "hidden", model.hidden, 1792, "[64, 28]");
    Checks.ifPresent(here, "hiddenBias", model.hiddenBias, 64, "[64]");
    ModelPath headsPath = here.field("heads").required(model.heads);
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      Jax_HeadInitializer.check(headsList.get(i), headsPath.element(i).to(headsList.get(i)));
    }
  }

  /**
   * Fills the weights of a checked model; for models that hold this one.
   *
   * @param number the number of the first parameter
   * @return the number of the parameter after the last
   */
  public static int draw(Jax model, long seed, int number) {
    allocateFields(model);
    long key = JaxKeys.of(seed);
    int next = number;
    drawHidden(model.hidden, JaxKeys.fold(key, next++));
    drawHiddenBias(model.hiddenBias, JaxKeys.fold(key, next++));
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      next = drawJax_Head(headsList.get(i), seed, next);
    }
    return next;
  }

  private static void allocateFields(Jax model) {
    model.hidden = model.hidden != null ? model.hidden : new float[1792];
    model.hiddenBias = model.hiddenBias != null ? model.hiddenBias : new float[64];
  }

  private static int drawJax_Head(Jax.Head model, long seed, int number) {
    allocateFieldsJax_Head(model);
    long key = JaxKeys.of(seed);
    int next = number;
    rowsOfJax_HeadWeight(model.weight, 0, 10, JaxKeys.fold(key, next++));
    drawJax_HeadBias(model.bias, JaxKeys.fold(key, next++));
    return next;
  }

  private static void allocateFieldsJax_Head(Jax.Head model) {
    model.weight = model.weight != null ? model.weight : new float[10][64];
    model.bias = model.bias != null ? model.bias : new float[10];
  }

  /** Adds what {@code lazyParameters} lists; for models that hold this one. */
  public static void list(Jax model, long seed, LazyParameters lazy) {
    lazy.jax(seed, (key, list) -> list.floats((into, offset, from, count) ->
        drawHidden(into, offset, from, count, key)));
    lazy.jax(seed, (key, list) -> list.floats((into, offset, from, count) ->
        drawHiddenBias(into, offset, from, count, key)));
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      listJax_Head(headsList.get(i), seed, lazy);
    }
  }

  private static void listJax_Head(Jax.Head unused, long seed, LazyParameters lazy) {
    lazy.jax(seed, (key, list) -> list.floats((into, offset, from, count) ->
        drawJax_HeadWeight(into, offset, from, count, key)));
    lazy.jax(seed, (key, list) -> list.floats((into, offset, from, count) ->
        drawJax_HeadBias(into, offset, from, count, key)));
  }
}
