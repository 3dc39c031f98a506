package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The densities of what the runtime's kernels write, over all elements of a tensor. */
final class StructuredDensity {
  private final Arguments arguments;

  private StructuredDensity(Law.Structured law) {
    this.arguments = new Arguments(law);
  }

  static Density of(Law.Structured law, long elements) {
    StructuredDensity density = new StructuredDensity(law);
    return switch (law.kernel() + "." + law.method()) {
      case "Taps.fill" -> density.taps(elements);
      case "Hadamard.fill" -> density.hadamard(elements);
      case "GateBiases.chrono" -> density.chrono(elements);
      case "Sparse.fill" -> density.sparse();
      case "Orthogonal.fill" -> density.orthogonal();
      case "Orthogonal.delta" -> density.delta(elements);
      default -> throw new IllegalArgumentException("unknown kernel " + law.kernel());
    };
  }

  private Density taps(long elements) {
    double share = (double) repeated(arguments.whole("taps")) / elements;
    return Density.only(besideZero(share, new Atom(arguments.number("value"), share)));
  }

  private Density hadamard(long elements) {
    // Row 0 and column 0 of Sylvester's matrix are ones, so pluses are not exactly one half of it.
    long rows = arguments.whole("out");
    long columns = arguments.whole("in");
    long minus = 0;
    for (long i = 0; i < rows; i++) {
      for (long j = 0; j < columns; j++) {
        minus += Long.bitCount(i & j) & 1;
      }
    }
    double scale = arguments.number("scale");
    double all = (double) repeated(rows * columns) / elements;
    double negative = (double) repeated(minus) / elements;
    return Density.only(
        besideZero(all, new Atom(-scale, negative), new Atom(scale, all - negative)));
  }

  private Density chrono(long elements) {
    double gate = (double) arguments.whole("units") / elements;
    double width = arguments.number("maxTime") - 2;
    double most = StrictMath.log(arguments.number("maxTime") - 1);
    // ln(U(1, T - 1)) has density e^x / (T - 2); the input gates mirror it.
    DoubleUnaryOperator both = x -> StrictMath.exp(Math.abs(x)) / width / 2;
    return Density.bounded(besideZero(2 * gate), -most, most, both);
  }

  private Density sparse() {
    double zeros = (double) arguments.whole("zeros") / arguments.whole("rows");
    double std = arguments.number("std");
    List<Atom> atoms = besideZero(1 - zeros);
    return zeros == 1 ? Density.only(atoms) : Density.normal(atoms, 0, std);
  }

  private Density orthogonal() {
    long height = arguments.whole("out") / arguments.whole("parts");
    long width = arguments.whole("outer") * arguments.whole("inner");
    return sphere(List.of(), 1, Math.max(height, width), arguments.number("gain"));
  }

  private Density delta(long elements) {
    long out = arguments.whole("out");
    double share = (double) repeated(out * arguments.whole("in")) / elements;
    return sphere(besideZero(share), share, out, arguments.number("gain"));
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

  private long repeated(long elements) {
    return elements * arguments.whole("groups", 1) * arguments.whole("parts", 1);
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
