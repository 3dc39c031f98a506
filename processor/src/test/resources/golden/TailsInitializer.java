package golden;

import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Draw;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Shards;
import dev.fanwise.runtime.Words;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Tails}.
 *
 * <p>The same seed gives the same bits on every JVM, processor and number of threads. A
 * parameter's bits depend on the seed, on its field's name and on nothing else of the model.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class TailsInitializer {
  private TailsInitializer() {}

  /** Fills every weight of a model; fields that are null are given arrays. */
  public static Tails initialize(Tails model, long seed) {
    check(model, "Tails");
    try {
      draw(model, seed);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Tails", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static Tails initialize(Tails model, long seed, ForkJoinPool pool) {
    check(model, "Tails");
    Shards.fill(pool, "Tails", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code few}, shape [2, 2]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 2, fan_out 2, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 4) = 0.7071067811865476
   * bound = sqrt(3) * std = 1.2247448713915892
   * </pre>
   */
  public static void fillFew(float[] few, long seed) {
    Checks.flat("Tails", "few", few, 4, "[2, 2]");
    long key = Keys.fold(seed, 0xfa95e5080882f52bL); // the stream of "few"
    float step = 1.2247449f * 0x1p-23f;
    few[0] = Draw.uniform(Words.at(key, 0), step);
    few[1] = Draw.uniform(Words.at(key, 1), step);
    few[2] = Draw.uniform(Words.at(key, 2), step);
    few[3] = Draw.uniform(Words.at(key, 3), step);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code few}. */
  public static void fillFew(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Tails", "few", into.length, offset, from, count, 4);
    long key = Keys.fold(seed, 0xfa95e5080882f52bL); // the stream of "few"
    Fill.uniform(into, offset, count, key, from, -1.2247449f, 1.2247449f);
  }

  /**
   * Fills {@code partOfATile}, shape [3, 7]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 7, fan_out 3, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 10) = 0.4472135954999579
   * bound = sqrt(3) * std = 0.7745966692414833
   * </pre>
   */
  public static void fillPartOfATile(float[] partOfATile, long seed) {
    Checks.flat("Tails", "partOfATile", partOfATile, 21, "[3, 7]");
    long key = Keys.fold(seed, 0x828598a5d6d95ff3L); // the stream of "partOfATile"
    float step = 0.7745967f * 0x1p-23f;
    for (int i = 0; i < 20; i += 4) {
      partOfATile[i] = Draw.uniform(Words.at(key, i), step);
      partOfATile[i + 1] = Draw.uniform(Words.at(key, i + 1), step);
      partOfATile[i + 2] = Draw.uniform(Words.at(key, i + 2), step);
      partOfATile[i + 3] = Draw.uniform(Words.at(key, i + 3), step);
    }
    partOfATile[20] = Draw.uniform(Words.at(key, 20), step);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code partOfATile}. */
  public static void fillPartOfATile(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Tails", "partOfATile", into.length, offset, from, count, 21);
    long key = Keys.fold(seed, 0x828598a5d6d95ff3L); // the stream of "partOfATile"
    Fill.uniform(into, offset, count, key, from, -0.7745967f, 0.7745967f);
  }

  /**
   * Fills {@code bothWords}, shape [514, 1]: {@code @KaimingInit}, normal.
   *
   * <pre>
   * fan_in 1, fan_out 514, gain sqrt(2) = 1.4142135623730951
   * std = gain / sqrt(fan_in) = 1.4142135623730951 / sqrt(1) = 1.4142135623730951
   * </pre>
   */
  public static void fillBothWords(float[] bothWords, long seed) {
    Checks.flat("Tails", "bothWords", bothWords, 514, "[514, 1]");
    fillBothWords(bothWords, 0, 0, 514, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code bothWords}. */
  public static void fillBothWords(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Tails", "bothWords", into.length, offset, from, count, 514);
    long key = Keys.fold(seed, 0x95860adffeb569a3L); // the stream of "bothWords"
    Fill.normal(into, offset, count, key, from, 0f, 1.4142135f);
  }

  /**
   * Fills {@code tilesAndMore}, shape [3, 686]: {@code @XavierInit}, normal.
   *
   * <pre>
   * fan_in 686, fan_out 3, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 689) = 0.05387724584403653
   * </pre>
   */
  public static void fillTilesAndMore(float[] tilesAndMore, long seed) {
    Checks.flat("Tails", "tilesAndMore", tilesAndMore, 2058, "[3, 686]");
    fillTilesAndMore(tilesAndMore, 0, 0, 2058, seed);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code tilesAndMore}. */
  public static void fillTilesAndMore(float[] into, int offset, long from, int count, long seed) {
    Checks.shard("Tails", "tilesAndMore", into.length, offset, from, count, 2058);
    long key = Keys.fold(seed, 0x925f8345dfbc2e55L); // the stream of "tilesAndMore"
    Fill.normal(into, offset, count, key, from, 0f, 0.053877246f);
  }

  /**
   * Fills {@code doubles}, shape [3, 7]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 7, fan_out 3, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 10) = 0.4472135954999579
   * bound = sqrt(3) * std = 0.7745966692414833
   * </pre>
   */
  public static void fillDoubles(double[] doubles, long seed) {
    Checks.flat("Tails", "doubles", doubles, 21, "[3, 7]");
    long key = Keys.fold(seed, 0x117079a22e1ed790L); // the stream of "doubles"
    double step = 0.7745966692414833 * 0x1p-52;
    for (int i = 0; i < 20; i += 4) {
      doubles[i] = Draw.uniform(Words.longAt(key, i), step);
      doubles[i + 1] = Draw.uniform(Words.longAt(key, i + 1), step);
      doubles[i + 2] = Draw.uniform(Words.longAt(key, i + 2), step);
      doubles[i + 3] = Draw.uniform(Words.longAt(key, i + 3), step);
    }
    doubles[20] = Draw.uniform(Words.longAt(key, 20), step);
  }

  /** Fills elements {@code from} to {@code from + count} of {@code doubles}. */
  public static void fillDoubles(double[] into, int offset, long from, int count, long seed) {
    Checks.shard("Tails", "doubles", into.length, offset, from, count, 21);
    long key = Keys.fold(seed, 0x117079a22e1ed790L); // the stream of "doubles"
    Fill.uniform(into, offset, count, key, from, -0.7745966692414833, 0.7745966692414833);
  }

  /** What the model is made of, in the order of its fields. */
  public static List<ParameterInfo> parameters() {
    return Collections.unmodifiableList(
        Arrays.asList(
            ParameterInfo.of("few", 2, 2).scheme("XavierInit").fans(2, 2)
                .uniform(0.7071067811865476, -1.2247448713915892, 1.2247448713915892),
            ParameterInfo.of("partOfATile", 3, 7).scheme("XavierInit").fans(7, 3)
                .uniform(0.4472135954999579, -0.7745966692414833, 0.7745966692414833),
            ParameterInfo.of("bothWords", 514, 1).scheme("KaimingInit").fans(1, 514)
                .normal(0.0, 1.4142135623730951),
            ParameterInfo.of("tilesAndMore", 3, 686).scheme("XavierInit").fans(686, 3)
                .normal(0.0, 0.05387724584403653),
            ParameterInfo.of("doubles", 3, 7).dataType(DataType.F64).scheme("XavierInit").fans(7, 3)
                .uniform(0.4472135954999579, -0.7745966692414833, 0.7745966692414833)));
  }

  /** As {@code parameters()}. */
  public static List<ParameterInfo> parameters(Tails model) {
    return parameters();
  }

  /** The number of weights. */
  public static long parameterCount() {
    return 2618L;
  }

  /** As {@code parameterCount()}. */
  public static long parameterCount(Tails model) {
    return parameterCount();
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Tails model, ParameterVisitor visitor) {
    Checks.model("Tails", model);
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    List<ParameterInfo> parameters = parameters();
    visitor.visit(parameters.get(0), model.few);
    visitor.visit(parameters.get(1), model.partOfATile);
    visitor.visit(parameters.get(2), model.bothWords);
    visitor.visit(parameters.get(3), model.tilesAndMore);
    visitor.visit(parameters.get(4), model.doubles);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static Tails allocate(Tails model) {
    check(model, "Tails");
    Allocation.of("Tails", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(long seed) {
    LazyParameters lazy = new LazyParameters(parameters());
    lazy.floats((into, offset, from, count) -> fillFew(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillPartOfATile(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillBothWords(into, offset, from, count, seed));
    lazy.floats((into, offset, from, count) -> fillTilesAndMore(into, offset, from, count, seed));
    lazy.doubles((into, offset, from, count) -> fillDoubles(into, offset, from, count, seed));
    return lazy.list();
  }

  /** As {@code lazyParameters(seed)}. */
  public static List<LazyParameter> lazyParameters(Tails model, long seed) {
    return lazyParameters(seed);
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Tails model, CharSequence path) {
    Checks.model(path, model);
    Checks.ifPresent(path, "few", model.few, 4, "[2, 2]");
    Checks.ifPresent(path, "partOfATile", model.partOfATile, 21, "[3, 7]");
    Checks.ifPresent(path, "bothWords", model.bothWords, 514, "[514, 1]");
    Checks.ifPresent(path, "tilesAndMore", model.tilesAndMore, 2058, "[3, 686]");
    Checks.ifPresent(path, "doubles", model.doubles, 21, "[3, 7]");
  }

  /** Fills the weights of a checked model; for models that hold this one. */
  public static void draw(Tails model, long seed) {
    allocateFields(model);
    fillFew(model.few, seed);
    fillPartOfATile(model.partOfATile, seed);
    fillBothWords(model.bothWords, seed);
    fillTilesAndMore(model.tilesAndMore, seed);
    fillDoubles(model.doubles, seed);
  }

  private static void allocateFields(Tails model) {
    model.few = model.few != null ? model.few : new float[4];
    model.partOfATile = model.partOfATile != null ? model.partOfATile : new float[21];
    model.bothWords = model.bothWords != null ? model.bothWords : new float[514];
    model.tilesAndMore = model.tilesAndMore != null ? model.tilesAndMore : new float[2058];
    model.doubles = model.doubles != null ? model.doubles : new double[21];
  }
}
