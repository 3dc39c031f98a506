package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Reference;
import dev.fanwise.card.figures.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard deviation of each layer beside the ideal one, a row for each layer: all ideal ones
 * stand on one line, and what is off it is coloured and numbered.
 */
final class GainChart {
  /** Above so many layers the rows begin with a picture of all of them. */
  static final int ROWS = 60;

  /** Above so many they are not all listed: the table of parameters has them. */
  private static final int MOST_ROWS = 300;

  private final Card card;
  private final Articles articles;
  private final List<ParameterCard> layers;
  private final Scale ratios;
  private final Scale stds;
  private final Markup html;

  private GainChart(Card card, Articles articles, Markup html) {
    this.card = card;
    this.articles = articles;
    this.layers = card.layers();
    this.html = html;
    this.ratios = Scale.ofRatios(layers.stream().map(one -> one.verdict().ratio()).toList());
    List<Double> all = new ArrayList<>();
    for (ParameterCard one : layers) {
      all.add(one.std());
      all.add(one.verdict().ideal());
    }
    this.stds = Scale.around(all);
  }

  static void write(Card card, Articles articles, Markup html) {
    html.open("section", "id", "std", "aria-labelledby", "std-title");
    html.element("h2", "Std by layer", "id", "std-title");
    if (card.layers().isEmpty()) {
      html.element(
          "p", "No parameter has a gain that is known before the model is.", "class", "note");
    } else {
      GainChart chart = new GainChart(card, articles, html);
      html.element("p", chart.introduction(), "class", "note");
      if (card.layers().size() > ROWS) {
        GainOverview.write(chart.layers, chart.ratios, articles, html);
        chart.writeSome();
      } else {
        chart.writeTable(chart.layers);
      }
    }
    html.close().newLine();
  }

  private String introduction() {
    Reference reference = card.reference();
    String gain = Figures.brief(reference.gain());
    String line =
        switch (reference.kind()) {
          case MAJORITY ->
              "The line is "
                  + reference.activation()
                  + "’s gain "
                  + gain
                  + ", which "
                  + reference.votes()
                  + " of "
                  + reference.voters()
                  + " layers have.";
          case OWN ->
              "No activation is that of most layers; the line is each layer’s own, and LINEAR’s"
                  + " gain 1 where it has none.";
          case COMMON ->
              "No activation is that of most layers; the line is gain "
                  + gain
                  + ", which "
                  + reference.votes()
                  + " of "
                  + reference.voters()
                  + " layers have.";
          case LINEAR ->
              "No scheme is for an activation, and gains differ; the line is LINEAR’s gain 1.";
        };
    boolean hasRoles = layers.stream().anyMatch(one -> one.verdict().isByRole());
    return line
        + (hasRoles
            ? " Layers of one role in several places, blocks.*.query say, are measured against"
                + " each other."
            : "")
        + " On it the variance of the signal keeps its size: std = gain / √n, n counted"
        + " as the scheme counts it."
        + (hasOutput() ? " A ring is an output layer, which has no activation." : "")
        + (hasUnknown() ? " Grey are those of which nothing says what they should be." : "");
  }

  private boolean hasUnknown() {
    return layers.stream().anyMatch(one -> one.verdict().kind() == Verdict.Kind.UNKNOWN);
  }

  private boolean hasOutput() {
    return layers.stream().anyMatch(one -> one.verdict().kind() == Verdict.Kind.OUTPUT);
  }

  private void writeTable(List<ParameterCard> rows) {
    html.open("table", "class", "gains");
    html.element("caption", "Standard deviations over the ideal ones", "class", "unseen");
    html.open("thead").open("tr");
    html.element("th", "Layer", "scope", "col");
    html.element("th", "Scheme for", "scope", "col", "class", "wide");
    html.element("th", "Gain", "scope", "col", "class", "number wide");
    html.open("th", "scope", "col", "class", "strip").element("span", "std / ideal");
    writeAxis(ratios, ratios.powersOfTwo());
    html.close();
    html.open("th", "scope", "col").element("span", "std / ideal", "class", "unseen").close();
    html.open("th", "scope", "col", "class", "strip wide").element("span", "std");
    writeAxis(stds, stds.decades());
    html.close();
    html.element("th", "std", "scope", "col", "class", "number roomy");
    html.element("th", "Ideal", "scope", "col", "class", "number wide");
    html.close().close().newLine().open("tbody");
    rows.forEach(this::writeRow);
    html.close().close();
  }

  /** Beside the picture of very many: all of them folded, or of still more what is odd. */
  private void writeSome() {
    if (layers.size() <= MOST_ROWS) {
      html.open("details").element("summary", "All " + layers.size() + " layers");
      writeTable(layers);
      html.close();
      return;
    }
    List<ParameterCard> odd =
        layers.stream().filter(one -> one.verdict().kind() == Verdict.Kind.ODD).toList();
    if (!odd.isEmpty()) {
      writeTable(odd.subList(0, Math.min(odd.size(), MOST_ROWS)));
    }
  }

  private void writeAxis(Scale scale, List<Double> ticks) {
    html.open("svg", "class", "axis", "aria-hidden", "true");
    for (double tick : ticks) {
      String label =
          tick < 1 && scale == ratios ? "1/" + Figures.brief(1 / tick) : Figures.brief(tick);
      html.element("text", label, "x", scale.percent(tick), "y", "11");
    }
    html.close();
  }

  private void writeRow(ParameterCard one) {
    Verdict verdict = one.verdict();
    String kind = kind(verdict);
    html.open("tr", "class", kind.isEmpty() ? null : kind, "data-p", "" + one.number());
    html.open("th", "scope", "row").open("a", "href", "#p" + one.number());
    html.name(one.name()).close().close();
    String activation = verdict.activation() == null ? "–" : verdict.activation();
    html.element("td", activation, "class", "wide");
    String gain = Double.isNaN(verdict.gain()) ? "–" : Figures.brief(verdict.gain());
    double factor = one.of().intent().factor();
    String scaled = factor == 1 ? gain : gain + " × " + Figures.brief(factor);
    html.element("td", scaled, "class", "number wide");
    writeRatio(verdict);
    html.open("td", "class", "number ratio").text(Figures.ratio(verdict.ratio()) + " ×");
    html.close();
    writeStd(one);
    html.element("td", Figures.brief(one.std()), "class", "number roomy");
    html.element("td", Figures.brief(verdict.ideal()), "class", "number wide");
    html.close().newLine();
  }

  /** What a row is coloured by. */
  static String kind(Verdict verdict) {
    return switch (verdict.kind()) {
      case ODD -> "odd";
      case OUTPUT -> "output";
      case UNKNOWN -> "unknown";
      default -> "";
    };
  }

  private void writeRatio(Verdict verdict) {
    double from = Math.min(ratios.at(verdict.ratio()), 50);
    double width = Math.abs(ratios.at(verdict.ratio()) - 50);
    html.open("td", "class", "strip").open("svg", "aria-hidden", "true");
    line("ideal", "50%", "50%");
    if (width > 0.5) {
      String left = Plot.tenths(from) + "%";
      String wide = Plot.tenths(width) + "%";
      html.open("rect", "x", left, "y", "9", "width", wide, "height", "6").close();
    }
    dot(ratios, verdict.ratio());
    html.close().close();
  }

  private void writeStd(ParameterCard one) {
    html.open("td", "class", "strip wide").open("svg", "aria-hidden", "true");
    String ideal = stds.percent(one.verdict().ideal());
    html.open("line", "class", "ideal", "x1", ideal, "x2", ideal, "y1", "4", "y2", "20").close();
    dot(stds, one.std());
    html.close().close();
  }

  private void line(String kind, String from, String to) {
    html.open("line", "class", kind, "x1", from, "x2", to, "y1", "0", "y2", "24").close();
  }

  private void dot(Scale scale, double number) {
    html.open("circle", "cx", scale.percent(number), "cy", "12", "r", "4.5").close();
  }
}
