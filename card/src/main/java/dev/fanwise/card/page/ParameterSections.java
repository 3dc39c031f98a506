package dev.fanwise.card.page;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Decimals;
import dev.fanwise.card.figures.Drawn;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import java.util.List;
import java.util.Locale;

/** Each parameter at length: its plot, its formula with the numbers, and what was drawn of it. */
final class ParameterSections {
  private final Card card;
  private final Markup html;

  private ParameterSections(Card card, Markup html) {
    this.card = card;
    this.html = html;
  }

  static void write(Card card, Markup html) {
    if (card.parameters().isEmpty()) {
      return;
    }
    ParameterSections sections = new ParameterSections(card, html);
    html.open("section", "id", "draws", "aria-labelledby", "draws-title");
    html.element("h2", "Laws and draws", "id", "draws-title");
    html.element(
        "p",
        "The curve is the density of the law; the bars are the first "
            + Figures.count(Sample.MOST)
            + " elements at most, drawn at seed "
            + card.model().seed()
            + " by the code that draws them in a program.",
        "class",
        "note");
    html.open("div", "class", "cards").newLine();
    card.parameters().forEach(sections::writeCard);
    html.close().close().newLine();
  }

  private void writeCard(ParameterCard one) {
    List<Suspicion> about =
        card.suspicions().stream().filter(it -> it.parameters().contains(one.number())).toList();
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
    about.forEach(it -> html.element("p", it.text(), "class", "warning"));
    writePicture(one);
    writeDerivation(one.of());
    writeFacts(one);
    html.close().newLine();
  }

  private void writePicture(ParameterCard one) {
    Drawn drawn = one.drawn();
    if (drawn == null) {
      html.element("p", "No draws: " + one.undrawn() + ".", "class", "note");
      return;
    }
    if (drawn.histogram() != null && drawn.spread() > 0) {
      html.open("figure");
      Plot.write(one, html);
      html.open("figcaption").element("span", Figures.brief(one.density().low()));
      html.element("span", Figures.brief(one.density().low() / 2 + one.density().high() / 2));
      html.element("span", Figures.brief(one.density().high())).close().close();
    }
    if (drawn.atoms().size() > 1 || drawn.histogram() != null) {
      for (Drawn.Share atom : drawn.atoms()) {
        String text =
            Figures.percent(atom.share())
                + " are "
                + Figures.brief(atom.value())
                + "; of those drawn "
                + Figures.percent((double) atom.count() / drawn.count());
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
    if (parameter.fans() != null) {
      fact(
          "fan_in, fan_out",
          Decimals.text(parameter.fans().fanIn()),
          Decimals.text(parameter.fans().fanOut()));
    }
    if (one.moments() != null) {
      fact("mean, std", Figures.brief(one.moments().mean()), Figures.brief(one.moments().std()));
    }
    if (one.drawn() != null && parameter.law().isRandom()) {
      fact("drawn: mean, std", Figures.brief(one.drawn().mean()), Figures.brief(one.drawn().std()));
      fact(
          "drawn: least, greatest",
          Figures.brief(one.drawn().least()),
          Figures.brief(one.drawn().greatest()));
    }
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
    if (card.model().engine() == RandomEngine.FANWISE) {
      fact(
          "stream", "“" + parameter.stream().name() + "” " + Decimals.hex(parameter.stream().id()));
    } else {
      fact("stream", card.model().engine() + "’s, by the order of the parameters");
    }
    html.close();
    html.open("p", "class", "more").open("a", "href", "#s" + one.number());
    html.text("in the source").close().close();
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
