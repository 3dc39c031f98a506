package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;

/** Rules that several schemes share. */
final class Needs {
  private Needs() {}

  /** A shape of {@code least} to {@code most} dimensions. */
  static void rank(
      int least, int most, Scheme scheme, Geometry geometry, Complaints to, Problem problem) {
    if (geometry.rank() < least || geometry.rank() > most) {
      to.add(null, problem, scheme.annotation(), to.field(), geometry.shape());
    }
  }

  /** fan_in and fan_out. */
  static void fans(Scheme scheme, Geometry geometry, Complaints to, Problem problem) {
    rank(2, Integer.MAX_VALUE, scheme, geometry, to, problem);
  }

  /** A factor on a standard deviation. */
  static void gain(double gain, Complaints to) {
    if (!isPositive(gain)) {
      to.add("gain", Problem.GAIN, Numbers.text(gain), to.field());
    }
  }

  /** A positive number. */
  static void positive(String member, double number, Complaints to, Problem problem) {
    if (!isPositive(number)) {
      to.add(member, problem, member, Numbers.text(number), to.field());
    }
  }

  /** Any finite number. */
  static void finite(String member, double number, Complaints to, Problem problem) {
    if (!Double.isFinite(number)) {
      to.add(member, problem, Numbers.text(number), to.field());
    }
  }

  private static boolean isPositive(double number) {
    return number > 0 && Double.isFinite(number);
  }
}
