package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * What was drawn of a parameter, beside what its law says.
 *
 * @param count how many elements were drawn, the first ones of the tensor
 * @param mean their mean
 * @param std their standard deviation
 * @param least the least of them
 * @param greatest the greatest
 * @param atoms the values that many have by the law, with their share of these elements
 * @param spread how many are none of those
 * @param histogram how the others are spread, or null if there are none by the law
 */
public record Drawn(
    int count,
    double mean,
    double std,
    double least,
    double greatest,
    List<Share> atoms,
    int spread,
    Histogram histogram) {
  /** A value that many have: its share by the law, and how many there are. */
  public record Share(double value, double share, int count) {}

  public Drawn {
    atoms = List.copyOf(atoms);
  }

  /** Counts elements up. */
  static Drawn of(double[] values, Density density) {
    Histogram histogram = density.isSpread() ? new Histogram(density.low(), density.high()) : null;
    int[] counts = new int[density.atoms().size()];
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double value : values) {
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      int atom = indexOf(value, density.atoms());
      if (atom >= 0) {
        counts[atom]++;
      } else if (histogram != null) {
        histogram.add(value);
      }
    }
    List<Share> atoms = new ArrayList<>();
    int spread = values.length;
    for (int i = 0; i < counts.length; i++) {
      Atom atom = density.atoms().get(i);
      atoms.add(new Share(atom.value(), atom.share(), counts[i]));
      spread -= counts[i];
    }
    double mean = sum / values.length;
    return new Drawn(
        values.length, mean, std(values, mean), least, greatest, atoms, spread, histogram);
  }

  private static int indexOf(double value, List<Atom> atoms) {
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i).value() == value) {
        return i;
      }
    }
    return -1;
  }

  private static double std(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
