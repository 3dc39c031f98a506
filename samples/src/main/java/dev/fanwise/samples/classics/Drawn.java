package dev.fanwise.samples.classics;

import dev.fanwise.Distribution;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Locale;

/** What was drawn, beside what the generated class says of the law it was drawn from. */
final class Drawn {
  private Drawn() {}

  static void printHeading() {
    System.out.println(
        """
                        greatest |w|          mean                          std
                count   drawn   bound     drawn  theory               drawn  theory\
        """);
  }

  /** Prints a row; a ± is how far chance takes the mean or std of so many draws (one sigma). */
  static void print(ParameterInfo law, float[] drawn) {
    double mean = 0;
    double greatest = 0;
    for (float w : drawn) {
      mean += w / drawn.length;
      greatest = Math.max(greatest, Math.abs(w));
    }
    double std = Math.sqrt(Math.max(0, meanSquare(drawn) - mean * mean));
    double meanError = law.std() / Math.sqrt(drawn.length);
    // σ·√((κ − 1) / 4n), with a kurtosis κ of 9/5 for a uniform law and 3 for a normal one.
    double stdError = meanError * Math.sqrt(law.distribution() == Distribution.UNIFORM ? 0.2 : 0.5);
    System.out.printf(
        Locale.ROOT,
        "  %-12s %6d  %6.4f  %6s   %7.4f  %6.4f ± %6.4f     %6.4f  %6.4f ± %6.4f%n",
        law.name(),
        drawn.length,
        greatest,
        law.high() < Double.MAX_VALUE ? String.format(Locale.ROOT, "%6.4f", law.high()) : "none",
        mean,
        law.mean(),
        meanError,
        std,
        law.std(),
        stdError);
  }

  static double meanSquare(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value / values.length;
    }
    return squares;
  }
}
