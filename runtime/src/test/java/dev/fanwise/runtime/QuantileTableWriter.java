package dev.fanwise.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Fits the tables of {@link FloatQuantile} and {@link DoubleQuantile} and writes their sources.
 *
 * <p>The tables are part of the random stream, so they are shipped and never fitted where they are
 * used; this program is how they came to be. From the repository's root:
 *
 * <pre>{@code
 * mvn -pl runtime -am test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.fanwise.runtime.QuantileTableWriter
 * }</pre>
 */
public final class QuantileTableWriter {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int NODES = 64;

  private QuantileTableWriter() {}

  public static void main(String[] args) throws IOException {
    Path folder =
        Path.of(args.length == 0 ? "runtime" : args[0], "src/main/java/dev/fanwise/runtime");
    write(folder, "FloatQuantileTable", "FloatQuantile", 80, floatWords());
    write(folder, "DoubleQuantileTable", "DoubleQuantile", 96, doubleWords());
  }

  /**
   * Three floats a row: d0, d1, d2 of −z(a)/a in the order of the row's index, exponents modulo 32.
   */
  private static int[] floatWords() {
    int[] words = new int[1024 * 3];
    for (int row = 0; row < 1024; row++) {
      int exponent =
          ((row >>> 5) + 1) & 31; // of a; the biased exponent 127 ends in 31, so it wraps
      double low = Math.scalb(1 + (row & 31) / 32.0, exponent);
      double high = Math.scalb(1 + ((row & 31) + 1) / 32.0, exponent);
      if (exponent == 31) {
        continue; // a = 2³¹ is the median; zeros give it
      }
      double[] local = fit(low, high, 2, a -> -tail(a / 0x1p32) / a);
      double[] global = recentre(local, (low + high) / 2, (high - low) / 2);
      for (int k = 0; k <= 2; k++) {
        words[row * 3 + k] = Float.floatToRawIntBits((float) global[k]);
      }
    }
    return words;
  }

  /** Seven doubles a row: the coefficients of z over the row's own interval mapped to [−1, 1]. */
  private static int[] doubleWords() {
    int rows = 52 * 8;
    int[] words = new int[(rows + 1) * 7 * 2];
    for (int row = 0; row < rows; row++) {
      double low = Math.scalb(1 + (row & 7) / 8.0, row >>> 3);
      double high = Math.scalb(1 + ((row & 7) + 1) / 8.0, row >>> 3);
      double[] coefficients = fit(low, high, 6, a -> tail(a / 0x1p53));
      for (int k = 0; k <= 6; k++) {
        long bits = Double.doubleToRawLongBits(coefficients[k]);
        words[(row * 7 + k) * 2] = (int) (bits >>> 32);
        words[(row * 7 + k) * 2 + 1] = (int) bits;
      }
    }
    return words; // the last row, the median at a = 2⁵², stays zero
  }

  private static double tail(double probability) {
    return NORMAL.inverseSurvivalProbability(probability);
  }

  private interface Curve {
    double at(double a);
  }

  /** Least squares at Chebyshev nodes of [low, high], as powers of t in [−1, 1]. */
  private static double[] fit(double low, double high, int degree, Curve curve) {
    double[] chebyshev = new double[degree + 1];
    for (int node = 0; node < NODES; node++) {
      double angle = Math.PI * (node + 0.5) / NODES;
      double value = curve.at((low + high) / 2 + (high - low) / 2 * Math.cos(angle));
      for (int k = 0; k <= degree; k++) {
        chebyshev[k] += (k == 0 ? 1.0 : 2.0) / NODES * value * Math.cos(k * angle);
      }
    }
    // T_k = 2t·T_{k−1} − T_{k−2}, each as powers of t.
    double[] before = new double[degree + 2];
    double[] current = new double[degree + 2];
    double[] powers = new double[degree + 1];
    before[0] = 1;
    current[1] = 1;
    for (int k = 0; k <= degree; k++) {
      for (int i = 0; i <= k; i++) {
        powers[i] += chebyshev[k] * before[i];
      }
      double[] next = new double[degree + 2];
      for (int i = 0; i <= degree; i++) {
        next[i + 1] = 2 * current[i];
      }
      for (int i = 0; i <= degree + 1; i++) {
        next[i] -= before[i];
      }
      before = current;
      current = next;
    }
    return powers;
  }

  /** A quadratic in t = (a − centre) / radius as powers of a. */
  private static double[] recentre(double[] c, double centre, double radius) {
    double linear = c[1] / radius;
    double square = c[2] / (radius * radius);
    return new double[] {
      c[0] - linear * centre + square * centre * centre, linear - 2 * square * centre, square
    };
  }

  private static void write(Path folder, String name, String user, int width, int[] words)
      throws IOException {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (int word : words) {
      bits = (bits << 32) | (word & 0xFFFFFFFFL);
      held += 32;
      while (held >= 6) {
        held -= 6;
        text.append(letter((int) (bits >>> held) & 63));
      }
    }
    if (held > 0) {
      text.append(letter((int) (bits << (6 - held)) & 63));
    }
    StringBuilder source = new StringBuilder();
    source.append("package dev.fanwise.runtime;\n\n");
    source.append("/** The coefficients of {@link ").append(user).append("}, packed: see {@link ");
    source.append(
        "PackedWords}. Written by a program\n * beside the tests, QuantileTableWriter. */\n");
    source.append("final class ").append(name).append(" {\n");
    source.append("  private ").append(name).append("() {}\n\n");
    source.append("  static final int WORDS = ").append(words.length).append(";\n\n");
    source.append("  static final String PACKED =\n");
    for (int i = 0; i < text.length(); i += width) {
      String line = text.substring(i, Math.min(text.length(), i + width));
      source.append(i == 0 ? "      \"" : "          + \"");
      source.append(line.replace("\\", "\\\\")).append('"');
      source.append(i + width >= text.length() ? ";\n" : "\n");
    }
    source.append("}\n");
    Files.writeString(folder.resolve(name + ".java"), source);
  }

  /** A printable character whose lowest six bits are the given ones. */
  private static char letter(int sixBits) {
    return sixBits == 63 ? '?' : (char) (64 + sixBits);
  }
}
