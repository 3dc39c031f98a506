package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Shards;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Filling an array that is there already, in a warm JVM: Fanwise beside what an expert would write
 * with Commons RNG (xoroshiro128++ and its ziggurat), what the JDK offers, and the limit that
 * memory sets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class FillBenchmark {
  private static final double STD = 0.04;
  private static final double BOUND = 0.07;

  @Param({"1000", "65536", "17000000"})
  int size;

  private float[] floats;
  private double[] doubles;
  private long seed;
  private final Random random = new Random(1);
  private final SplittableRandom splittable = new SplittableRandom(1);
  private final UniformRandomProvider rng = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
  private final ZigguratSampler.NormalizedGaussian ziggurat =
      ZigguratSampler.NormalizedGaussian.of(rng);
  private final ForkJoinPool pool = new ForkJoinPool(2);

  private EarlierFill earlierUniform;
  private EarlierFill earlierNormal;

  @Setup(Level.Trial)
  public void allocate() {
    if (EarlierFill.isAsked()) {
      earlierUniform = new EarlierFill("uniform");
      earlierNormal = new EarlierFill("normal");
    }
    floats = new float[size];
    doubles = new double[size];
  }

  @TearDown(Level.Trial)
  public void shutDown() {
    pool.shutdown();
  }

  @Benchmark
  public float[] limit() {
    Arrays.fill(floats, seed++);
    return floats;
  }

  @Benchmark
  public float[] uniformFanwise() {
    Fill.uniform(floats, 0, size, seed++, 0, -BOUND, BOUND);
    return floats;
  }

  @Benchmark
  public float[] uniformEarlier() throws Throwable {
    earlierUniform.into(floats, seed++, -BOUND, BOUND);
    return floats;
  }

  @Benchmark
  public float[] normalEarlier() throws Throwable {
    earlierNormal.into(floats, seed++, 0, STD);
    return floats;
  }

  @Benchmark
  public float[] uniformFanwiseTwoThreads() {
    long key = seed++;
    share(
        (into, offset, from, count) -> Fill.uniform(into, offset, count, key, from, -BOUND, BOUND));
    return floats;
  }

  /** As generated classes hand a parameter to a pool. */
  private void share(LazyParameters.Floats draw) {
    ParameterInfo info = ParameterInfo.of("weights", size).constant(0);
    LazyParameters lazy = new LazyParameters(List.of(info));
    lazy.floats(draw);
    Shards.fill(pool, "Model", lazy.list(), visitor -> visitor.visit(info, floats));
  }

  @Benchmark
  public float[] uniformCommonsRng() {
    float scale = (float) (2 * BOUND);
    float low = (float) -BOUND;
    for (int i = 0; i < size; i++) {
      floats[i] = rng.nextFloat() * scale + low;
    }
    return floats;
  }

  @Benchmark
  public float[] uniformSplittableRandom() {
    float scale = (float) (2 * BOUND);
    float low = (float) -BOUND;
    for (int i = 0; i < size; i++) {
      floats[i] = (float) splittable.nextDouble() * scale + low;
    }
    return floats;
  }

  @Benchmark
  public float[] uniformRandom() {
    float scale = (float) (2 * BOUND);
    float low = (float) -BOUND;
    for (int i = 0; i < size; i++) {
      floats[i] = random.nextFloat() * scale + low;
    }
    return floats;
  }

  @Benchmark
  public float[] normalFanwise() {
    Fill.normal(floats, 0, size, seed++, 0, 0, STD);
    return floats;
  }

  @Benchmark
  public float[] normalFanwiseTwoThreads() {
    long key = seed++;
    share((into, offset, from, count) -> Fill.normal(into, offset, count, key, from, 0, STD));
    return floats;
  }

  @Benchmark
  public float[] normalCommonsRng() {
    for (int i = 0; i < size; i++) {
      floats[i] = (float) (ziggurat.sample() * STD);
    }
    return floats;
  }

  @Benchmark
  public float[] normalRandom() {
    for (int i = 0; i < size; i++) {
      floats[i] = (float) (random.nextGaussian() * STD);
    }
    return floats;
  }

  @Benchmark
  public float[] truncatedFanwise() {
    Fill.truncatedNormal(floats, 0, size, seed++, 0, 0, STD, -2, 2);
    return floats;
  }

  @Benchmark
  public float[] truncatedCommonsRng() {
    for (int i = 0; i < size; i++) {
      double z;
      do {
        z = ziggurat.sample();
      } while (Math.abs(z) > 2);
      floats[i] = (float) (z * STD);
    }
    return floats;
  }

  @Benchmark
  public double[] uniformFanwiseDouble() {
    Fill.uniform(doubles, 0, size, seed++, 0, -BOUND, BOUND);
    return doubles;
  }

  @Benchmark
  public double[] normalFanwiseDouble() {
    Fill.normal(doubles, 0, size, seed++, 0, 0, STD);
    return doubles;
  }

  @Benchmark
  public double[] truncatedFanwiseDouble() {
    Fill.truncatedNormal(doubles, 0, size, seed++, 0, 0, STD, -2, 2);
    return doubles;
  }
}
