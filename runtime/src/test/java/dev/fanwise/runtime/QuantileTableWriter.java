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
    write(folder, "knots", "FloatQuantile", 80, 24, floatKnots());
    write(folder, "coefficients", "DoubleQuantile", 96, 32, doubleWords());
  }

  /**
   * The knots of a broken line through z at distances 1 to 2³¹ from the tail's end, 128 an octave,
   * in units of 2⁻²¹. They lie below z by two thirds of what a chord rises above the curve, so that
   * a step's mean is the curve's.
   */
  private static int[] floatKnots() {
    int[] knots = new int[31 * 128 + 1];
    for (int k = 0; k < knots.length; k++) {
      double a = distance(k);
      double below = k == 0 ? 0 : a - distance(k - 1);
      double above = k == knots.length - 1 ? 0 : distance(k + 1) - a;
      double z = tail(a / 0x1p32);
      // z'' = z / φ(z)², in units of a.
      double density = NORMAL.density(z) * 0x1p32;
      double chord = z / (density * density) * (below * below + above * above) / 2 / 8;
      knots[k] = (int) Math.rint((z - chord * 2 / 3) * 0x1p21);
    }
    return knots;
  }

  private static double distance(int knot) {
    return Math.scalb(1 + (knot & 127) / 128.0, knot >>> 7);
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

  private static void write(Path folder, String what, String user, int width, int size, int[] words)
      throws IOException {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (int word : words) {
      bits = (bits << size) | (word & ((1L << size) - 1));
      held += size;
      while (held >= 6) {
        held -= 6;
        text.append(letter((int) (bits >>> held) & 63));
      }
    }
    if (held > 0) {
      text.append(letter((int) (bits << (6 - held)) & 63));
    }
    String name = user + "Table";
    StringBuilder source = new StringBuilder();
    source.append("package dev.fanwise.runtime;\n\n");
    source.append("/**\n * The ").append(what).append(" of {@link ").append(user);
    source.append("}, packed: see {@link PackedWords}. Written by a program\n");
    source.append(" * beside the tests, QuantileTableWriter.\n */\n");
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
