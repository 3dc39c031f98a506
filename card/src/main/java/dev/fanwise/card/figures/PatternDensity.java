package dev.fanwise.card.figures;

import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.ChronoPattern;
import dev.fanwise.runtime.DeltaOrthogonalPattern;
import dev.fanwise.runtime.HadamardPattern;
import dev.fanwise.runtime.OrthogonalPattern;
import dev.fanwise.runtime.Pattern;
import dev.fanwise.runtime.SparsePattern;
import dev.fanwise.runtime.TapPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The densities of what the runtime's patterns write, over all elements of a tensor. */
final class PatternDensity {
  private PatternDensity() {}

  static Density of(Pattern pattern, long elements) {
    if (pattern instanceof TapPattern taps) {
      return taps(taps, elements);
    }
    if (pattern instanceof HadamardPattern hadamard) {
      return hadamard(hadamard);
    }
    if (pattern instanceof ChronoPattern chrono) {
      return chrono(chrono, elements);
    }
    if (pattern instanceof SparsePattern sparse) {
      return sparse(sparse);
    }
    if (pattern instanceof OrthogonalPattern matrix) {
      long longer = Math.max(matrix.height(), matrix.width());
      return sphere(List.of(), 1, longer, matrix.gain);
    }
    if (pattern instanceof DeltaOrthogonalPattern delta) {
      double share = share(delta.channels);
      return sphere(besideZero(share), share, delta.channels.out, delta.gain);
    }
    // Not known in closed form.
    return Density.only(List.of());
  }

  private static Density taps(TapPattern taps, long elements) {
    double share = (double) taps.taps * taps.groups * taps.parts / elements;
    return Density.only(besideZero(share, new Atom(taps.value, share)));
  }

  private static Density hadamard(HadamardPattern hadamard) {
    // Row 0 and column 0 of Sylvester's matrix are ones, so pluses are not exactly one half of it.
    Channels channels = hadamard.channels;
    long minus = 0;
    for (long i = 0; i < channels.out; i++) {
      for (long j = 0; j < channels.in; j++) {
        minus += Long.bitCount(i & j) & 1;
      }
    }
    double all = share(channels);
    double negative = all * (minus / ((double) channels.out * channels.in));
    double scale = hadamard.scale;
    return Density.only(
        besideZero(all, new Atom(-scale, negative), new Atom(scale, all - negative)));
  }

  /** How much of a tensor a matrix takes that is repeated for each group and part. */
  private static double share(Channels channels) {
    return (double) channels.out
        * channels.in
        * channels.groups
        * channels.parts
        / channels.elements;
  }

  private static Density chrono(ChronoPattern chrono, long elements) {
    double gate = (double) chrono.units / elements;
    double width = chrono.maxTime - 2;
    double most = StrictMath.log(chrono.maxTime - 1);
    // ln(U(1, T - 1)) has density e^x / (T - 2); the input gates mirror it.
    DoubleUnaryOperator both = x -> StrictMath.exp(Math.abs(x)) / width / 2;
    return Density.bounded(besideZero(2 * gate), -most, most, both);
  }

  private static Density sparse(SparsePattern sparse) {
    double zeros = (double) sparse.zeros / sparse.rows;
    List<Atom> atoms = besideZero(1 - zeros);
    return zeros == 1 ? Density.only(atoms) : Density.normal(atoms, 0, sparse.entryStd);
  }

  /**
   * One coordinate of a random unit vector of n dimensions, times a gain: such are the entries of
   * matrices with orthonormal rows or columns.
   */
  private static Density sphere(List<Atom> zeros, double share, long n, double gain) {
    if (n == 1) {
      List<Atom> atoms = new ArrayList<>(zeros);
      atoms.add(new Atom(-gain, share / 2));
      atoms.add(new Atom(gain, share / 2));
      atoms.sort(Comparator.comparingDouble(Atom::value));
      return Density.only(atoms);
    }
    double power = (n - 3) / 2.0;
    double most = Math.min(gain, 4.5 * gain / Math.sqrt(n));
    double height = normalisation(n) / gain;
    return Density.bounded(
        zeros, -most, most, x -> height * StrictMath.pow(1 - x / gain * (x / gain), power));
  }

  /** Gamma(n/2) / (sqrt(pi) Gamma((n-1)/2)), by the recursion over n in steps of two. */
  private static double normalisation(long n) {
    double value = n % 2 == 0 ? 1 / Math.PI : 0.5;
    for (long k = n % 2 == 0 ? 2 : 3; k < n; k += 2) {
      value *= (double) k / (k - 1);
    }
    return value;
  }

  /** Zero for all elements but a share, and what else many elements have. */
  private static List<Atom> besideZero(double share, Atom... others) {
    List<Atom> atoms = new ArrayList<>();
    for (Atom other : others) {
      if (other.share() > 0) {
        atoms.add(other);
      }
    }
    if (share < 1) {
      atoms.add(new Atom(0, 1 - share));
    }
    atoms.sort(Comparator.comparingDouble(Atom::value));
    return atoms;
  }
}
