package dev.fanwise.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Fanwise's TORCH stream beside libtorch, all bits: random programs of uniforms, normals and
 * permutations, each from one generator at a random seed. Prints how many numbers were compared and
 * fails where one differs.
 */
public final class TorchBits {
  private static final int PROGRAMS = 400;
  private static final int DRAWS = 10;

  private enum Draw {
    UNIFORM,
    UNIFORM_DOUBLES,
    NORMAL,
    PERMUTATION
  }

  private final Libtorch torch;
  private final SplittableRandom random;
  private TorchGenerator fanwise;
  private final Map<Draw, Long> compared = new EnumMap<>(Draw.class);
  private final Map<Draw, Long> different = new EnumMap<>(Draw.class);
  private int atHigh;

  private TorchBits(Libtorch torch, SplittableRandom random) {
    this.torch = torch;
    this.random = random;
  }

  public static void main(String[] args) {
    Engines.configure();
    try (Libtorch torch = new Libtorch()) {
      TorchBits bits = new TorchBits(torch, new SplittableRandom(1));
      for (int program = 0; program < PROGRAMS; program++) {
        bits.program();
      }
      bits.report();
    }
  }

  private void program() {
    int seed = random.nextInt();
    Libtorch.seed(seed);
    fanwise = TorchGenerator.seeded(seed);
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = Draw.values()[random.nextInt(Draw.values().length)];
      int count = count();
      switch (draw) {
        case UNIFORM -> uniform(count);
        case UNIFORM_DOUBLES -> doubles(count);
        case NORMAL -> normal(count);
        case PERMUTATION -> permutation(count);
      }
    }
  }

  /** Tensors below 16 elements, where PyTorch goes other ways, as often as larger ones. */
  private int count() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> random.nextInt(1, 16);
      case 2 -> random.nextInt(16, 100);
      default -> random.nextInt(100, 100_000);
    };
  }

  private void uniform(int count) {
    double low = random.nextDouble(-2, 1);
    double high = low + random.nextDouble(0, 2);
    float[] own = new float[count];
    fanwise.uniform(Sink.of(own, 0), count, low, high);
    try (NDArray x = torch.manager.zeros(new Shape(count))) {
      torch.run("torch.uniform_(x, " + low + ", " + high + ")", x);
      float[] theirs = x.toFloatArray();
      highToLow(theirs, (float) low, (float) high);
      compare(Draw.UNIFORM, theirs, own);
    }
  }

  /**
   * What is rounded up to the upper bound stays there in libtorch 2.7.1; since, it is the lower.
   */
  private void highToLow(float[] drawn, float low, float high) {
    for (int i = 0; i < drawn.length; i++) {
      if (drawn[i] == high) {
        drawn[i] = low;
        atHigh++;
      }
    }
  }

  private void doubles(int count) {
    double low = random.nextDouble(-2, 1);
    double high = low + random.nextDouble(0, 2);
    double[] own = new double[count];
    fanwise.uniform(Sink.of(own, 0), count, low, high);
    try (NDArray x = torch.manager.zeros(new Shape(count), DataType.FLOAT64)) {
      torch.run("torch.uniform_(x, " + low + ", " + high + ")", x);
      double[] theirs = x.toDoubleArray();
      long differing = 0;
      for (int i = 0; i < count; i++) {
        differing +=
            Double.doubleToRawLongBits(theirs[i]) == Double.doubleToRawLongBits(own[i]) ? 0 : 1;
      }
      count(Draw.UNIFORM_DOUBLES, count, differing);
    }
  }

  private void normal(int count) {
    double mean = random.nextBoolean() ? 0 : random.nextDouble(-1, 1);
    double std = random.nextDouble(0.001, 2);
    float[] own = new float[count];
    fanwise.normal(Sink.of(own, 0), count, mean, std);
    try (NDArray x = torch.manager.zeros(new Shape(count))) {
      torch.run("torch.normal_(x, " + mean + ", " + std + ")", x);
      compare(Draw.NORMAL, x.toFloatArray(), own);
    }
  }

  private void permutation(int count) {
    long[] own = Arrays.stream(fanwise.permutation(count)).asLongStream().toArray();
    try (Model model = Libtorch.compile("torch.randperm(" + count + ")", "unused");
        NDArray unused = torch.manager.zeros(new Shape(1)); // DJL takes the first one's manager
        NDArray order = torch.value(model, false, unused)) {
      count(Draw.PERMUTATION, count, Arrays.equals(order.toLongArray(), own) ? 0 : count);
    }
  }

  private void compare(Draw draw, float[] theirs, float[] own) {
    long differing = 0;
    for (int i = 0; i < own.length; i++) {
      differing += Float.floatToRawIntBits(theirs[i]) == Float.floatToRawIntBits(own[i]) ? 0 : 1;
    }
    count(draw, own.length, differing);
  }

  private void count(Draw draw, long elements, long differing) {
    compared.merge(draw, elements, Long::sum);
    different.merge(draw, differing, Long::sum);
  }

  private void report() {
    System.out.printf("%,d programs of %d draws%n", PROGRAMS, DRAWS);
    compared.forEach(
        (draw, count) ->
            System.out.printf(
                "%-16s %,12d numbers, %,d different%n", draw, count, different.get(draw)));
    System.out.printf(
        "uniforms at the upper bound, which newer versions put at the lower: %d%n", atHigh);
    if (different.values().stream().anyMatch(count -> count > 0)) {
      throw new IllegalStateException("libtorch and Fanwise differ");
    }
  }
}
