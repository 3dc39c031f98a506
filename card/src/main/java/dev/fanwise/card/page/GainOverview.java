package dev.fanwise.card.page;

import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.ParameterCard;
import java.util.List;

/** One picture of very many layers: each a point, the ideal a line, and names at what is off it. */
final class GainOverview {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 240;
  private static final int LEFT = 44;
  private static final int LABELS = 8;

  private GainOverview() {}

  static void write(List<ParameterCard> layers, Scale ratios, Articles articles, Markup html) {
    html.open(
        "svg",
        "class",
        "overview",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "role",
        "group",
        "aria-label",
        label(layers.size()));
    for (double tick : ratios.powersOfTwo()) {
      String y = y(ratios, tick);
      String kind = tick == 1 ? "ideal" : "grid";
      html.open("line", "class", kind, "x1", "" + LEFT, "x2", "" + WIDTH, "y1", y, "y2", y);
      html.close();
      String label = tick < 1 ? "1/" + Figures.brief(1 / tick) : Figures.brief(tick);
      html.element("text", label, "x", "" + (LEFT - 8), "y", y, "dy", "4", "class", "tick");
    }
    int labels = 0;
    for (int i = 0; i < layers.size(); i++) {
      ParameterCard one = layers.get(i);
      String kind = GainChart.kind(one.verdict());
      double x = LEFT + 12 + (WIDTH - LEFT - 24.0) * i / (layers.size() - 1);
      String y = y(ratios, one.verdict().ratio());
      html.open("circle", "class", kind.isEmpty() ? null : kind, "cx", Plot.tenths(x), "cy", y);
      html.close();
      if (kind.equals("odd") && labels++ < LABELS) {
        boolean isRight = x > WIDTH * 0.7;
        String at = Plot.tenths(isRight ? x - 10 : x + 10);
        html.open("a", "href", articles.link(one.number()));
        html.element(
            "text",
            one.name() + " " + Figures.ratio(one.verdict().ratio()) + " ×",
            "class",
            isRight ? "odd end" : "odd",
            "x",
            at,
            "y",
            y,
            "dy",
            "5");
        html.close();
      }
    }
    html.close();
  }

  private static String label(int layers) {
    return "std over ideal std of "
        + layers
        + " layers, from the first on the left to the last on the right";
  }

  private static String y(Scale ratios, double ratio) {
    return Plot.tenths(12 + (HEIGHT - 24) * (1 - ratios.at(ratio) / 100));
  }
}
