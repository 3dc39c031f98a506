package dev.fanwise.card.page;

import dev.fanwise.card.figures.Density;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Histogram;
import dev.fanwise.card.figures.ParameterCard;
import java.util.Locale;

/** The plot of one parameter: the density of its law over a histogram of its first elements. */
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
  private final double margin;
  private final double top;

  private Plot(Density density, Histogram histogram) {
    this.density = density;
    this.histogram = histogram;
    this.margin = density.isBounded() ? MARGIN : 0;
    double bars = 0;
    for (int bar = 0; bar < histogram.bars(); bar++) {
      bars = Math.max(bars, histogram.height(bar));
    }
    double curve = 0;
    for (int point = 0; point <= POINTS; point++) {
      curve = Math.max(curve, densityAt(point));
    }
    // A density without bars to compare it with stands for itself.
    this.top = 1.06 * (bars == 0 ? curve : Math.max(bars, Math.min(curve, HIGHEST * bars)));
  }

  /** Writes the plot of a parameter that has one. */
  static void write(ParameterCard one, Markup into) {
    Plot plot = new Plot(one.density(), one.drawn().histogram());
    String label =
        "Histogram of the first "
            + Figures.count(one.drawn().spread())
            + " elements over the density of the law, from "
            + Figures.brief(one.density().low())
            + " to "
            + Figures.brief(one.density().high());
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
        label);
    into.open("path", "class", "bars", "d", plot.bars()).close();
    into.open("path", "class", "curve", "d", plot.curve()).close();
    into.close();
  }

  private String bars() {
    StringBuilder path = new StringBuilder("M" + x(0) + " " + HEIGHT);
    for (int bar = 0; bar < histogram.bars(); bar++) {
      path.append('V').append(y(histogram.height(bar)));
      path.append('H').append(x((bar + 1) / (double) histogram.bars()));
    }
    return path.append('V').append(HEIGHT).append('Z').toString();
  }

  private String curve() {
    double before = densityAt(0);
    String level = y(before);
    StringBuilder path = new StringBuilder("M0 ").append(level);
    String flatUntil = null;
    for (int point = 1; point <= POINTS; point++) {
      double height = densityAt(point);
      String x = tenths(point * WIDTH / (double) POINTS);
      String y = y(height);
      if (y.equals(level)) {
        flatUntil = x;
      } else {
        path.append(flatUntil == null ? "" : "H" + flatUntil);
        // A bound is a step, not a slope.
        boolean isStep = (before == 0) != (height == 0) && Math.max(before, height) > top / 10;
        path.append(isStep ? "H" + x + "V" : "L" + x + " ").append(y);
        flatUntil = null;
      }
      before = height;
      level = y;
    }
    return path.append(flatUntil == null ? "" : "H" + flatUntil).toString();
  }

  private double densityAt(int point) {
    double share = (1 + 2 * margin) * point / POINTS - margin;
    return density.pdf().applyAsDouble(density.low() + (density.high() - density.low()) * share);
  }

  /** Where a part of the way from the lower bound to the upper one is. */
  private String x(double share) {
    return tenths(WIDTH * (share + margin) / (1 + 2 * margin));
  }

  private String y(double height) {
    double share = top > 0 ? Math.min(height / top, 1) : 0;
    return tenths(HEIGHT * (1 - share));
  }

  /** A coordinate, to a tenth. */
  static String tenths(double coordinate) {
    String text = String.format(Locale.ROOT, "%.1f", coordinate);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
