package dev.fanwise.runtime;

/**
 * The random numbers of PyTorch 2.13 on CPUs with AVX2, bit for bit, as floats and 16-bit numbers:
 * what follows {@code torch.manual_seed(seed)}.
 *
 * <p>One generator serves a whole model. It is sequential: each draw depends on how many came
 * before, so tensors must be filled whole, in PyTorch's order, by one thread at a time. Elements
 * are drawn in the order of a contiguous tensor's memory, row by row.
 *
 * <p>A 16-bit number is drawn as PyTorch 2.13 does, which is not everywhere the float that would be
 * drawn in its place, rounded. Doubles are offered for the uniform law alone: PyTorch's double
 * normals go through the system's mathematical library, and differ between machines.
 *
 * <p>Words come from the Mersenne Twister (Matsumoto and Nishimura 1998); normals are those of Box
 * and Muller ("A Note on the Generation of Random Normal Deviates", 1958).
 *
 * <p>All arguments are checked before the first draw. Constant fills draw nothing, as in PyTorch.
 */
public final class TorchGenerator {
  /** From this many rows on, PyTorch shuffles with two words at a time. */
  private static final int LEAST_LARGE_PERMUTATION = (int) ((1L << 32) / 20);

  private final MersenneTwister twister;
  private final int[] words = new int[TorchNormal.ELEMENTS];
  private final float[] values = new float[TorchNormal.ELEMENTS];
  private final TorchUniform uniforms = new TorchUniform();
  private final TorchNormal normals = new TorchNormal();

  /** Normals of tensors below 16 elements come in pairs: the second of the last, if not used. */
  private double cachedNormal;

  private boolean hasCachedNormal;

  private TorchGenerator(MersenneTwister twister) {
    this.twister = twister;
  }

  /**
   * A generator as {@code torch.manual_seed} leaves it.
   *
   * @param seed any; PyTorch's generator knows no more than its lower 32 bits
   */
  public static TorchGenerator seeded(long seed) {
    return new TorchGenerator(new MersenneTwister((int) seed));
  }

  /** What the next draws come from. */
  static final class State {
    private final MersenneTwister twister;
    private final double cachedNormal;
    private final boolean hasCachedNormal;

    private State(TorchGenerator of) {
      twister = of.twister.copy();
      cachedNormal = of.cachedNormal;
      hasCachedNormal = of.hasCachedNormal;
    }

    /** A generator that goes on from here. */
    TorchGenerator generator() {
      TorchGenerator generator = new TorchGenerator(twister.copy());
      generator.cachedNormal = cachedNormal;
      generator.hasCachedNormal = hasCachedNormal;
      return generator;
    }
  }

  /** The state, as it is now. */
  State state() {
    return new State(this);
  }

  /**
   * Fills with the uniform law: {@code tensor.uniform_(low, high)}.
   *
   * @param into where to write; also doubles
   * @param count how many elements the tensor has
   * @param low the lower bound, finite
   * @param high the upper bound, finite and not below {@code low}; not drawn
   * @throws IllegalArgumentException if {@code count} is negative, or the bounds or their distance
   *     are not as said or too large for the type
   */
  public void uniform(Sink into, long count, double low, double high) {
    ParityChecks.count(count);
    ParityChecks.bounds(into.type(), low, high);
    if (into.type() == DataType.F64) {
      TorchUniform.fillDoubles(twister, into, count, low, high);
    } else {
      uniforms.fill(twister, into, count, low, high);
    }
  }

  /**
   * Fills with the normal law: {@code tensor.normal_(mean, std)}.
   *
   * @param into where to write; not doubles
   * @param count how many elements the tensor has: below 16 they are drawn in another way
   * @param mean the mean, finite
   * @param std the standard deviation, finite and not negative
   * @throws IllegalArgumentException if {@code count} is negative, the numbers are not as said, or
   *     {@code into} takes doubles
   */
  public void normal(Sink into, long count, double mean, double std) {
    ParityChecks.count(count);
    ParityChecks.notDoubles(into.type());
    LawChecks.FLOATS.moments(mean, std);
    fillNormal(into, count, mean, std);
  }

  /**
   * Fills with a normal law cut at two bounds: {@code torch.nn.init.trunc_normal_(tensor, mean,
   * std, lower, upper)} as PyTorch has it since 2.12, by drawing the whole tensor again until every
   * element has once been inside.
   *
   * @param into where to write; not doubles
   * @param count how many elements the tensor has
   * @param mean the mean before the cut, finite
   * @param std the standard deviation before the cut, finite and positive
   * @param lower the lower bound itself: not in standard deviations
   * @param upper the upper bound, likewise; between them must lie more than 0.3 of the law
   * @throws IllegalArgumentException if {@code count} is negative, the numbers are not as said, or
   *     {@code into} takes doubles
   */
  public void truncatedNormal(
      Sink into, long count, double mean, double std, double lower, double upper) {
    ParityChecks.count(count);
    ParityChecks.notDoubles(into.type());
    TorchTruncated.check(mean, std, lower, upper);
    TorchTruncated inside = new TorchTruncated(into, count, lower, upper);
    do {
      fillNormal(inside, count, mean, std);
    } while (!inside.isComplete());
  }

  /**
   * Fills a matrix, row by row, with normals and with zeros in each column: {@code
   * torch.nn.init.sparse_(tensor, sparsity, std)}.
   *
   * @param into where to write; not doubles
   * @param rows the number of outputs
   * @param columns the number of inputs
   * @param zeros how many entries of each column are zero: ⌈sparsity · rows⌉
   * @param std the standard deviation of the others
   * @throws IllegalArgumentException if a size is negative, {@code zeros} is not from 0 to {@code
   *     rows}, {@code std} is negative or not finite, or {@code into} takes doubles
   */
  public void sparse(Sink into, int rows, int columns, int zeros, double std) {
    ParityChecks.sparse(rows, columns, zeros);
    normal(into, (long) rows * columns, 0, std);
    for (int column = 0; column < columns; column++) {
      int[] order = permutation(rows);
      for (int i = 0; i < zeros; i++) {
        into.set((long) order[i] * columns + column, 0);
      }
    }
  }

  /**
   * The numbers from 0 to n − 1 in random order: {@code torch.randperm(n)}.
   *
   * @param n how many, below 214,748,364
   * @throws IllegalArgumentException if {@code n} is not as said
   */
  public int[] permutation(int n) {
    if (n < 0 || n >= LEAST_LARGE_PERMUTATION) {
      throw new IllegalArgumentException(
          "a permutation must have 0 to " + (LEAST_LARGE_PERMUTATION - 1) + " numbers, not " + n);
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = 0; i < n - 1; i++) {
      int other = i + (int) ((twister.next() & 0xFFFFFFFFL) % (n - i));
      int chosen = order[other];
      order[other] = order[i];
      order[i] = chosen;
    }
    return order;
  }

  private void fillNormal(Sink into, long count, double mean, double std) {
    if (count < TorchNormal.BLOCK) {
      for (int i = 0; i < count; i++) {
        into.set(i, Fused.fma(nextNormal(), std, mean));
      }
      return;
    }
    int rest = (int) (count % TorchNormal.BLOCK);
    // The last 16 elements of a tensor that is not made of whole blocks are drawn once more.
    long end = rest == 0 ? count : count - TorchNormal.BLOCK;
    for (long done = 0; done < count - rest; ) {
      int run = (int) Math.min(TorchNormal.ELEMENTS, count - rest - done);
      draw(run, mean, std);
      into.write(values, 0, (int) Math.min(run, end - done), done);
      done += run;
    }
    if (rest > 0) {
      if (into.type() == DataType.F32) {
        twister.skip(rest); // PyTorch draws all of a float tensor's words before the last ones
      }
      draw(TorchNormal.BLOCK, mean, std);
      into.write(values, 0, TorchNormal.BLOCK, end);
    }
  }

  private void draw(int count, double mean, double std) {
    twister.next(words, count);
    normals.convert(words, count, (float) mean, (float) std, values);
  }

  private double nextNormal() {
    if (hasCachedNormal) {
      hasCachedNormal = false;
      return cachedNormal;
    }
    double angle = 2 * Math.PI * TorchUniform.fraction(twister);
    double radius = Math.sqrt(-2 * StrictMath.log1p(-TorchUniform.fraction(twister)));
    cachedNormal = radius * StrictMath.sin(angle);
    hasCachedNormal = true;
    return radius * StrictMath.cos(angle);
  }
}
