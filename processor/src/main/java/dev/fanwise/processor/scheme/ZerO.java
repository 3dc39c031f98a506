package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code @ZerOInit}: the identity, or the Hadamard transform where there are more outputs than
 * inputs.
 *
 * <p>Zhao et al. (TMLR 2022), algorithm 1, with the scale of the authors' code, 2^(−m/2).
 */
public record ZerO() implements Scheme {
  static ZerO read(Arguments none) {
    return new ZerO();
  }

  @Override
  public String annotation() {
    return "ZerOInit";
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.rank(2, Integer.MAX_VALUE, this, geometry, complaints, Problem.ZERO_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Channels channels = geometry.channels();
    if (channels.out <= channels.in) {
      return TapLaw.of(geometry, channels, channels.out, 1, "output i = input i");
    }
    int power = Integer.SIZE - Integer.numberOfLeadingZeros(channels.out - 1);
    // 2^(−m/2): a power of two, times 1/√2 where m is odd.
    double scale = Math.scalb(power % 2 == 0 ? 1 : Math.sqrt(0.5), -(power / 2));
    double share =
        (double) channels.out
            * channels.in
            * channels.groups
            * channels.parts
            / geometry.elements();
    double mean = mean(channels, power, scale) * share;
    double std = Math.sqrt(scale * scale * share - mean * mean);
    return new Resolution(
        new Law.Structured(
            "Hadamard",
            "fill",
            false,
            true,
            arguments(channels, scale),
            new Law.Moments(mean, std, -scale, scale)),
        List.of(
            "m = " + power + ", since 2^" + power + " >= " + channels.out + " outputs",
            "entry (i, j) = +-2^(-m/2) = +-" + Numbers.text(scale) + ", minus where i and j",
            "have an odd number of binary ones in common"));
  }

  private static List<Law.Argument> arguments(Channels channels, double scale) {
    List<Law.Argument> arguments = new ArrayList<>(Blocks.matrix(channels));
    arguments.addAll(Blocks.arguments(channels));
    arguments.add(new Law.Argument("scale", scale));
    return arguments;
  }

  /**
   * The mean of the entries that are used: columns other than 0 do not cancel where rows are cut.
   */
  private static double mean(Channels channels, int power, double scale) {
    long sum = 0;
    for (int j = 0; j < channels.in; j++) {
      sum += columnSum(channels.out, j, power);
    }
    return scale * sum / ((double) channels.out * channels.in);
  }

  /**
   * The sum of (−1)^popcount(i &amp; j) over i below n: halves of equal length cancel or double.
   */
  private static long columnSum(int n, int j, int power) {
    long sum = 0;
    int sign = 1;
    for (int bit = power; bit >= 0; bit--) {
      if ((n >>> bit & 1) != 0) {
        boolean cancels = (j & ((1 << bit) - 1)) != 0;
        sum += cancels ? 0 : (long) sign << bit;
        if ((j >>> bit & 1) != 0) {
          sign = -sign;
        }
      }
    }
    return sum;
  }
}
