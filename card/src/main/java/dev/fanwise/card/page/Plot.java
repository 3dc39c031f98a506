package dev.fanwise.card.page;

import dev.fanwise.card.figures.Density;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Histogram;
import dev.fanwise.card.figures.ParameterCard;

/** The plot of one parameter: the density of its law over a histogram of its elements. */
final class Plot {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 80;
  private static final int POINTS = 150;

  /** How much wider than a bounded law its plot is, on each side, so that one sees it end. */
  private static final double MARGIN = 0.04;

  /** How much higher than the bars a density may be drawn; some have poles. */
  private static final double HIGHEST = 1.5;

  private final Density density;
  private final Histogram histogram;
  private final Histogram before;
  private final double low;
  private final double high;
  private final double margin;
  private final double top;

  private Plot(Density density, Histogram histogram, Histogram before) {
    this.density = density != null && density.isSpread() ? density : null;
    this.histogram = histogram;
    this.before = before;
    this.low = before == null ? histogram.low() : Math.min(histogram.low(), before.low());
    this.high = before == null ? histogram.high() : Math.max(histogram.high(), before.high());
    this.margin = this.density != null && density.isBounded() ? MARGIN : 0;
    double bars = highest(histogram);
    double curve = 0;
    for (int point = 0; point <= POINTS; point++) {
      curve = Math.max(curve, densityAt(point));
    }
    // A density without bars to compare it with stands for itself.
    double most = bars == 0 ? curve : Math.max(bars, Math.min(curve, HIGHEST * bars));
    this.top = 1.06 * (before == null ? most : Math.max(most, highest(before)));
  }

  private static double highest(Histogram histogram) {
    double most = 0;
    for (int bar = 0; bar < histogram.bars(); bar++) {
      most = Math.max(most, histogram.height(bar));
    }
    return most;
  }

  /**
   * Writes the plot of a parameter that has one.
   *
   * @param earlier the same parameter at another time, or null
   */
  static void write(ParameterCard one, ParameterCard earlier, Markup into) {
    Histogram before =
        earlier == null || earlier.measured() == null ? null : earlier.measured().histogram();
    Plot plot = new Plot(one.density(), one.measured().histogram(), before);
    into.open("figure");
    into.open(
        "svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        plot.label(one));
    into.open("path", "class", "bars", "d", plot.bars()).close();
    if (before != null) {
      into.open("path", "class", "before", "d", plot.steps(before)).close();
    }
    if (plot.density != null) {
      into.open("path", "class", "curve", "d", plot.curve()).close();
    }
    into.close();
    into.open("figcaption").element("span", Figures.brief(plot.low));
    into.element("span", Figures.brief(plot.low / 2 + plot.high / 2));
    into.element("span", Figures.brief(plot.high)).close().close();
  }

  private String label(ParameterCard one) {
    boolean isAll = one.measured().count() == one.elements();
    return "Histogram of "
        + (isAll ? "all " : "the first ")
        + Figures.count(one.measured().spread())
        + " elements"
        + (before == null ? "" : ", those of before as a line,")
        + (density == null ? "" : " over the density of the law")
        + ", from "
        + Figures.brief(low)
        + " to "
        + Figures.brief(high);
  }

  private String bars() {
    StringBuilder path = new StringBuilder("M" + x(histogram.low()) + " " + HEIGHT);
    steps(histogram, path);
    return path.append('V').append(HEIGHT).append('Z').toString();
  }

  private String steps(Histogram of) {
    StringBuilder path = new StringBuilder("M" + x(of.low()) + " " + HEIGHT);
    steps(of, path);
    return path.append('V').append(HEIGHT).toString();
  }

  private void steps(Histogram of, StringBuilder path) {
    for (int bar = 0; bar < of.bars(); bar++) {
      double share = (bar + 1) / (double) of.bars();
      path.append('V').append(y(of.height(bar)));
      path.append('H').append(x(of.low() + (of.high() - of.low()) * share));
    }
  }

  private String curve() {
    double height = densityAt(0);
    String level = y(height);
    StringBuilder path = new StringBuilder("M0 ").append(level);
    String flatUntil = null;
    for (int point = 1; point <= POINTS; point++) {
      double next = densityAt(point);
      String x = tenths(point * WIDTH / (double) POINTS);
      String y = y(next);
      if (y.equals(level)) {
        flatUntil = x;
      } else {
        path.append(flatUntil == null ? "" : "H" + flatUntil);
        // A bound is a step, not a slope.
        boolean isStep = (height == 0) != (next == 0) && Math.max(height, next) > top / 10;
        path.append(isStep ? "H" + x + "V" : "L" + x + " ").append(y);
        flatUntil = null;
      }
      height = next;
      level = y;
    }
    return path.append(flatUntil == null ? "" : "H" + flatUntil).toString();
  }

  private double densityAt(int point) {
    if (density == null) {
      return 0;
    }
    double share = (1 + 2 * margin) * point / POINTS - margin;
    return density.pdf().applyAsDouble(low + (high - low) * share);
  }

  /** Where a number is. */
  private String x(double number) {
    double share = (number - low) / (high - low);
    return tenths(WIDTH * (share + margin) / (1 + 2 * margin));
  }

  private String y(double height) {
    double share = top > 0 ? Math.min(height / top, 1) : 0;
    return tenths(HEIGHT * (1 - share));
  }

  /** A coordinate, to a tenth. */
  static String tenths(double coordinate) {
    // Pages have thousands; a format takes ten times as long.
    long tenths = Math.round(Math.abs(coordinate) * 10);
    String sign = coordinate < 0 && tenths != 0 ? "-" : "";
    String whole = sign + tenths / 10;
    return tenths % 10 == 0 ? whole : whole + "." + tenths % 10;
  }
}
