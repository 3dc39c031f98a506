package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;

/** Rules that several schemes share. */
final class Needs {
  private Needs() {}

  /** fan_in and fan_out. */
  static void fans(Scheme scheme, Geometry geometry, Complaints to) {
    rank(2, Integer.MAX_VALUE, scheme, geometry, to, Problem.FANS_RANK);
  }

  /** Inputs and outputs. */
  static void channels(Scheme scheme, Geometry geometry, Complaints to) {
    rank(2, Integer.MAX_VALUE, scheme, geometry, to, Problem.CHANNELS_RANK);
  }

  /** A matrix. */
  static void matrix(Scheme scheme, Geometry geometry, Complaints to) {
    rank(2, 2, scheme, geometry, to, Problem.MATRIX_RANK);
  }

  /** The kernel of a convolution over one to three dimensions. */
  static void convolution(Scheme scheme, Geometry geometry, Complaints to) {
    rank(3, 5, scheme, geometry, to, Problem.CONVOLUTION_RANK);
  }

  /** A shape of {@code least} to {@code most} dimensions. */
  private static void rank(
      int least, int most, Scheme scheme, Geometry geometry, Complaints to, Problem problem) {
    if (geometry.rank() < least || geometry.rank() > most) {
      to.add(null, problem, scheme.annotation(), to.field(), geometry.shape());
    }
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
