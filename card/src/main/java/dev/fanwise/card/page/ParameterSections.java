package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Decimals;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Fit;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Roles;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Each parameter at length: its plot, its formula with the numbers, and what was drawn of it. */
final class ParameterSections {
  private final Card card;
  private final Articles articles;

  /** The same parameters at another time, by their names. */
  private final Map<String, ParameterCard> earlier;

  private final Markup html;

  private ParameterSections(Card card, Articles articles, Markup html) {
    this.card = card;
    this.articles = articles;
    this.html = html;
    this.earlier = card.before() == null ? Map.of() : BesideSection.byName(card.before());
  }

  static void write(Card card, Articles articles, Markup html) {
    if (card.parameters().isEmpty()) {
      return;
    }
    ParameterSections sections = new ParameterSections(card, articles, html);
    html.open("section", "id", "draws", "aria-labelledby", "draws-title");
    html.element("h2", "Laws and weights", "id", "draws-title");
    html.element("p", sections.introduction(), "class", "note");
    html.open("div", "class", "cards").newLine();
    articles.groups().forEach(sections::writeCard);
    html.close().close().newLine();
  }

  private String introduction() {
    String curve = "The curve is the density of the law; the bars are ";
    boolean areSome = articles.groups().size() < card.parameters().size();
    String some =
        areSome ? " Of parameters that are alike in role, shape and law the first is shown." : "";
    return switch (card.model().origin()) {
          case COMPILED ->
              curve
                  + "the first "
                  + Figures.count(Sample.MOST)
                  + " elements at most, drawn at seed "
                  + card.model().seed()
                  + " by the code that draws them in a program.";
          case LAZY -> curve + "the first elements, as they are drawn.";
          case LIVE, FILE ->
              curve
                  + "the weights as they are. They are said to be changed, by training or loading,"
                  + " if Kolmogorov and Smirnov’s test speaks against the law at a level of"
                  + " 0.000001; constants if one is another, and what has no law of one element if"
                  + " mean, std or bounds are others.";
        }
        + some;
  }

  private void writeCard(List<ParameterCard> alike) {
    ParameterCard one = alike.get(0);
    List<Suspicion> about = card.about(one);
    html.open(
        "article",
        "id",
        "p" + one.number(),
        "data-p",
        "" + one.number(),
        "class",
        about.isEmpty() ? null : "warned");
    html.open("h3").name(one.name()).element("span", ParameterTable.shape(one)).close();
    html.open("p", "class", "scheme").element("code", ParameterTable.scheme(one));
    html.text(" " + ParameterTable.law(one)).close();
    if (alike.size() > 1) {
      html.open("p", "class", "note").text(Figures.count(alike.size()) + " are alike: ");
      html.name(Roles.byPlace(one.name())).text(spread(alike)).close();
    }
    about.forEach(it -> html.element("p", it.text(), "class", "warning"));
    writePicture(one);
    writeDerivation(one.of());
    writeFacts(one);
    html.close().newLine();
  }

  /** Between which stds all of those are that are alike. */
  private static String spread(List<ParameterCard> alike) {
    double[] stds =
        alike.stream()
            .filter(one -> one.measured() != null)
            .mapToDouble(one -> one.measured().std())
            .sorted()
            .toArray();
    return stds.length == 0
        ? ""
        : ", std " + Figures.brief(stds[0]) + " … " + Figures.brief(stds[stds.length - 1]);
  }

  private void writePicture(ParameterCard one) {
    Measured measured = one.measured();
    if (measured == null) {
      html.element("p", "No weights: " + one.undrawn() + ".", "class", "note");
      return;
    }
    if (measured.histogram() != null && measured.histogram().total() > 0) {
      Plot.write(one, earlier.get(one.name()), html);
    }
    if (measured.atoms().size() > 1 || measured.histogram() != null) {
      for (Measured.Share atom : measured.atoms()) {
        String text =
            Figures.percent(atom.share())
                + " are "
                + Figures.brief(atom.value())
                + "; of those here "
                + Figures.percent((double) atom.count() / measured.count());
        html.element("p", text, "class", "note");
      }
    }
  }

  private void writeDerivation(Parameter parameter) {
    if (parameter.derivation().isEmpty()) {
      return;
    }
    html.open("pre", "class", "formula");
    html.text(
        String.join("\n", parameter.derivation()).replace("sqrt(", "√(").replace(" * ", " · "));
    html.close();
  }

  private void writeFacts(ParameterCard one) {
    Parameter parameter = one.of();
    html.open("dl");
    Parameter.FanNumbers fans = parameter.fans();
    if (fans != null) {
      fact(
          "fan_in, fan_out",
          fans.isKnown() ? Decimals.text(fans.fanIn()) : fans.inFormula(),
          fans.isKnown() ? Decimals.text(fans.fanOut()) : fans.outFormula());
    }
    if (parameter.intent() != null && parameter.intent().factor() != 1) {
      double factor = parameter.intent().factor();
      fact(
          "residual factor",
          Figures.brief(factor) + "; std without it " + Figures.brief(one.std() / factor));
    }
    if (one.moments() != null) {
      fact("mean, std", Figures.brief(one.moments().mean()), Figures.brief(one.moments().std()));
    }
    writeMeasured(one);
    fact("layer", layer(parameter.shape()));
    String size =
        one.elements() < 0
            ? "known at run time"
            : Figures.count(one.elements()) + " weights, " + Figures.bytes(one.bytes());
    fact("size", size + " as " + parameter.type());
    if (!parameter.scheme().composed().isEmpty()) {
      fact("composed", String.join(" → ", parameter.scheme().composed()));
    }
    if (!parameter.scheme().composedScaling().isEmpty()) {
      fact("scaled", String.join(" → ", parameter.scheme().composedScaling()));
    }
    if (parameter.scheme().isUnitVariance()) {
      fact("fitted", "@UnitVariance: scaled until the layer’s output has variance 1 on a batch");
    }
    writeStream(parameter);
    html.close();
    if (card.model().source() != null && parameter.methodSuffix() != null) {
      html.open("p", "class", "more").open("a", "href", "#s" + one.number());
      html.text("in the source").close().close();
    }
  }

  private void writeStream(Parameter parameter) {
    if (parameter.stream() == null) {
      return;
    }
    if (card.model().isDrawnByName()) {
      String id = Decimals.hex(parameter.stream().id());
      fact("stream", "“" + parameter.stream().name() + "” " + id);
    } else {
      fact("stream", card.model().engine() + "’s, by the order of the parameters");
    }
  }

  private void writeMeasured(ParameterCard one) {
    Measured measured = one.measured();
    boolean isDrawn = card.model().origin() == Origin.COMPILED;
    if (measured == null || isDrawn && !one.of().law().isRandom()) {
      return;
    }
    String here = isDrawn ? "drawn: " : "here: ";
    fact(here + "mean, std", Figures.brief(measured.mean()), Figures.brief(measured.std()));
    fact(
        here + "least, greatest",
        Figures.brief(measured.least()),
        Figures.brief(measured.greatest()));
    if (isDrawn) {
      return;
    }
    double count = measured.count();
    fact(here + "zeros", Figures.percent(measured.zeros() / count));
    fact(here + "not finite", Figures.percent(measured.nonFinite() / count));
    Fit fit = measured.fit();
    String distance =
        Double.isNaN(fit.distance())
            ? ""
            : fit.distance() > fit.critical()
                ? ", distance "
                    + Figures.brief(fit.distance())
                    + " > "
                    + Figures.brief(fit.critical())
                : ", distance "
                    + Figures.brief(fit.distance())
                    + " ≤ "
                    + Figures.brief(fit.critical());
    fact("beside the law", fit.verdict().text() + distance);
  }

  private void fact(String name, String... values) {
    html.open("div").element("dt", name).open("dd").text(String.join(", ", values));
    html.close().close();
  }

  private static String layer(Shape shape) {
    StringBuilder text = new StringBuilder(shape.layout().name());
    text.append(", ").append(shape.connection().name().toLowerCase(Locale.ROOT));
    text.append(!shape.groups().equals("1") ? ", groups " + shape.groups() : "");
    text.append(shape.parts() == 1 ? "" : ", parts " + shape.parts());
    text.append(shape.stride().isEmpty() ? "" : ", stride " + shape.stride());
    return text.toString();
  }
}
