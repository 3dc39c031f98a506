package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.List;
import java.util.Locale;

/** Each parameter at length: its plot, its formula with the numbers, and what was drawn of it. */
final class ParameterSections {
  private final ModelCard card;
  private final Markup html;

  private ParameterSections(ModelCard card, Markup html) {
    this.card = card;
    this.html = html;
  }

  static void write(ModelCard card, Markup html) {
    if (card.parameters().isEmpty()) {
      return;
    }
    ParameterSections sections = new ParameterSections(card, html);
    html.open("section", "id", "draws", "aria-labelledby", "draws-title");
    html.element("h2", "Laws and draws", "id", "draws-title");
    html.element(
        "p",
        "The curve is the density of the law; the bars are the first "
            + Figures.count(Sampler.MOST)
            + " elements at most, drawn at seed "
            + card.seed()
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
    writeDerivation(one.plan());
    writeFacts(one);
    html.close().newLine();
  }

  private void writePicture(ParameterCard one) {
    Draws draws = one.draws();
    if (draws == null) {
      html.element("p", "No draws: " + one.undrawn() + ".", "class", "note");
      return;
    }
    if (draws.histogram() != null && draws.spread() > 0) {
      html.open("figure");
      Plot.write(one, html);
      html.open("figcaption").element("span", Figures.brief(one.density().low()));
      html.element("span", Figures.brief(one.density().low() / 2 + one.density().high() / 2));
      html.element("span", Figures.brief(one.density().high())).close().close();
    }
    if (draws.atoms().size() > 1 || draws.histogram() != null) {
      for (Draws.Drawn atom : draws.atoms()) {
        String text =
            Figures.percent(atom.share())
                + " are "
                + Figures.brief(atom.value())
                + "; of those drawn "
                + Figures.percent((double) atom.count() / draws.count());
        html.element("p", text, "class", "note");
      }
    }
  }

  private void writeDerivation(ParameterPlan plan) {
    if (plan.derivation().isEmpty()) {
      return;
    }
    html.open("pre", "class", "formula");
    html.text(String.join("\n", plan.derivation()).replace("sqrt(", "√(").replace(" * ", " · "));
    html.close();
  }

  private void writeFacts(ParameterCard one) {
    ParameterPlan plan = one.plan();
    html.open("dl");
    if (plan.fans() != null) {
      fact(
          "fan_in, fan_out", Numbers.text(plan.fans().fanIn()), Numbers.text(plan.fans().fanOut()));
    }
    if (one.moments() != null) {
      fact("mean, std", Figures.brief(one.moments().mean()), Figures.brief(one.moments().std()));
    }
    if (one.draws() != null && plan.law().isRandom()) {
      fact("drawn: mean, std", Figures.brief(one.draws().mean()), Figures.brief(one.draws().std()));
      fact(
          "drawn: least, greatest",
          Figures.brief(one.draws().least()),
          Figures.brief(one.draws().greatest()));
    }
    fact("layer", layer(plan.geometry()));
    String size =
        one.elements() < 0
            ? "known at run time"
            : Figures.count(one.elements()) + " weights, " + Figures.bytes(one.bytes());
    fact("size", size + " as " + plan.elementType().dataType());
    if (!plan.composedScheme().isEmpty()) {
      fact("composed", String.join(" → ", plan.composedScheme()));
    }
    if (!plan.composedScaling().isEmpty()) {
      fact("scaled", String.join(" → ", plan.composedScaling()));
    }
    if (plan.isUnitVariance()) {
      fact("fitted", "@UnitVariance: scaled until the layer’s output has variance 1 on a batch");
    }
    if (plan.engine() == RandomEngine.FANWISE) {
      fact("stream", "“" + plan.streamName() + "” " + Numbers.hex(plan.streamId()));
    } else {
      fact("stream", plan.engine() + "’s, by the order of the parameters");
    }
    html.close();
    html.open("p", "class", "more").open("a", "href", "#s" + one.number());
    html.text("in the source").close().close();
  }

  private void fact(String name, String... values) {
    html.open("div").element("dt", name).open("dd").text(String.join(", ", values));
    html.close().close();
  }

  private static String layer(Geometry geometry) {
    StringBuilder text = new StringBuilder(geometry.layout().name());
    text.append(", ").append(geometry.connection().name().toLowerCase(Locale.ROOT));
    text.append(geometry.isGrouped() ? ", groups " + geometry.groups() : "");
    text.append(geometry.parts() == 1 ? "" : ", parts " + geometry.parts());
    text.append(geometry.stride().isEmpty() ? "" : ", stride " + geometry.stride());
    return text.toString();
  }
}
