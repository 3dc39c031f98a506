package dev.fanwise.card.figures;

import dev.fanwise.card.model.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Elements of a parameter as they are, beside what its law says.
 *
 * @param count how many elements were looked at
 * @param mean the mean of the finite ones
 * @param std their standard deviation
 * @param least the least of them
 * @param greatest the greatest
 * @param zeros how many are 0
 * @param nonFinite how many are infinite or no number
 * @param bits a number that sums up all their bits in order: another one, if one of them is another
 * @param atoms the values that many have by the law, with their share of these elements
 * @param spread how many are finite and none of those
 * @param histogram how the others are spread, or null if there are none by the law
 * @param fit whether they are as the law says
 */
public record Measured(
    long count,
    double mean,
    double std,
    double least,
    double greatest,
    long zeros,
    long nonFinite,
    long bits,
    List<Share> atoms,
    long spread,
    Histogram histogram,
    Fit fit) {
  /** A value that many have: its share by the law, and how many there are. */
  public record Share(double value, double share, long count) {}

  /** Of Knuth's MMIX; any odd number would do. */
  private static final long MULTIPLIER = 6364136223846793005L;

  /** How far the histogram reaches of numbers of which no law is known, in their own deviations. */
  private static final double REACH = 6;

  /** More outside than this, and the histogram takes their own range rather than the law's. */
  private static final double MOST_OUTSIDE = 0.01;

  public Measured {
    atoms = List.copyOf(atoms);
  }

  /** Whether all are 0. */
  public boolean isZero() {
    return zeros == count;
  }

  /** The first pass: sums. */
  private static final class Sums implements Values.Chunk {
    long count;
    long finite;
    long zeros;
    long outside;
    long bits;
    double sum;
    double shift = Double.NaN;
    double squares;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    final double low;
    final double high;

    Sums(double low, double high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public void take(double[] buffer, int number) {
      for (int i = 0; i < number; i++) {
        double value = buffer[i];
        bits = bits * MULTIPLIER + Double.doubleToRawLongBits(value) + 1;
        if (value - value != 0) {
          continue; // Infinite, or no number.
        }
        if (Double.isNaN(shift)) {
          shift = value;
        }
        // About the first number, so that a small spread about a large mean is not lost.
        double from = value - shift;
        sum += from;
        squares += from * from;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        zeros += value == 0 ? 1 : 0;
        outside += value < low || value > high ? 1 : 0;
        finite++;
      }
      count += number;
    }

    double mean() {
      return finite == 0 ? Double.NaN : shift + sum / finite;
    }

    double std() {
      double mean = sum / finite;
      return finite == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares / finite - mean * mean));
    }
  }

  /**
   * Measures elements.
   *
   * @param values the elements
   * @param density what their law says, or null if it is not known
   * @param fit how to compare them with it
   */
  static Measured of(Values values, Density density, FitTest fit) {
    boolean isSpread = density != null && density.isSpread();
    Sums sums =
        new Sums(
            isSpread ? density.low() : Double.NEGATIVE_INFINITY,
            isSpread ? density.high() : Double.POSITIVE_INFINITY);
    values.read(sums);
    double std = sums.std();
    List<Atom> expected = density == null ? List.of() : density.atoms();
    Histogram histogram = null;
    if (sums.finite > 0 && (isSpread || !areAll(expected, sums))) {
      histogram = histogram(isSpread ? density : null, sums, std);
    }
    long[] counts = new long[expected.size()];
    count(values, expected, counts, histogram);
    List<Share> atoms = new ArrayList<>();
    long spread = sums.finite;
    for (int i = 0; i < counts.length; i++) {
      atoms.add(new Share(expected.get(i).value(), expected.get(i).share(), counts[i]));
      spread -= counts[i];
    }
    Measured measured =
        new Measured(
            sums.count,
            sums.mean(),
            std,
            sums.least,
            sums.greatest,
            sums.zeros,
            sums.count - sums.finite,
            sums.bits,
            atoms,
            spread,
            histogram,
            Fit.UNTESTED);
    Measured fitted = measured.with(fit.of(measured));
    if (histogram != null) {
      histogram.close();
    }
    return fitted;
  }

  /** Whether the least and the greatest are among the values that are expected. */
  private static boolean areAll(List<Atom> expected, Sums sums) {
    return indexOf(sums.least, expected) >= 0 && indexOf(sums.greatest, expected) >= 0;
  }

  private static Histogram histogram(Density density, Sums sums, double std) {
    double low = Math.max(sums.least, sums.mean() - REACH * std);
    double high = Math.min(sums.greatest, sums.mean() + REACH * std);
    if (density != null) {
      if (sums.outside <= MOST_OUTSIDE * sums.finite) {
        return new Histogram(density.low(), density.high(), sums.count);
      }
      low = Math.min(low, density.low());
      high = Math.max(high, density.high());
    }
    double width = high - low;
    return width > 0 && width < Double.POSITIVE_INFINITY
        ? new Histogram(low, high, sums.count)
        : null;
  }

  private static void count(
      Values values, List<Atom> expected, long[] counts, Histogram histogram) {
    if (expected.isEmpty() && histogram == null) {
      return;
    }
    values.read(
        (buffer, number) -> {
          for (int i = 0; i < number; i++) {
            int atom = indexOf(buffer[i], expected);
            if (atom >= 0) {
              counts[atom]++;
            } else if (histogram != null && buffer[i] - buffer[i] == 0) {
              histogram.add(buffer[i]);
            }
          }
        });
  }

  private static int indexOf(double value, List<Atom> atoms) {
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i).value() == value) {
        return i;
      }
    }
    return -1;
  }

  private Measured with(Fit other) {
    return new Measured(
        count, mean, std, least, greatest, zeros, nonFinite, bits, atoms, spread, histogram, other);
  }
}
