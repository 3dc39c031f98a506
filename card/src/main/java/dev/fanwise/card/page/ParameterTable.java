package dev.fanwise.card.page;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Decimals;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Moments;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.model.Submodule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** All parameters in one table, a row each. */
final class ParameterTable {
  private final Card card;
  private final Markup html;

  private ParameterTable(Card card, Markup html) {
    this.card = card;
    this.html = html;
  }

  static void write(Card card, Markup html) {
    new ParameterTable(card, html).write();
  }

  private void write() {
    html.open("section", "id", "parameters", "aria-labelledby", "parameters-title");
    html.element("h2", "Parameters", "id", "parameters-title");
    if (!card.parameters().isEmpty()) {
      writeControls();
      writeTable();
    }
    writeSubmodules();
    html.close().newLine();
  }

  /** Hidden until the script is there that makes them work. */
  private void writeControls() {
    html.open("form", "class", "controls", "id", "controls", "hidden", "", "role", "search");
    html.open("label").element("span", "Filter");
    html.single(
        "input",
        "type",
        "search",
        "id",
        "filter",
        "placeholder",
        "name, shape, scheme …",
        "autocomplete",
        "off",
        "spellcheck",
        "false");
    html.close();
    html.open("label", "class", "check").single("input", "type", "checkbox", "id", "warned");
    html.element("span", "with warnings only").close();
    html.open("output", "id", "shown", "aria-live", "polite").close();
    html.close().newLine();
  }

  private void writeTable() {
    html.openRegion("scroll", "Table of parameters");
    html.open("table", "class", "parameters", "id", "table").open("thead").open("tr");
    header("Name", false);
    header("Shape", false);
    header("Scheme", false);
    header("Law", false);
    header("fan_in", true);
    header("fan_out", true);
    header("std", true);
    header("Weights", true);
    header("Size", true);
    header("Stream id", false);
    html.close().close().newLine().open("tbody");
    card.parameters().forEach(this::writeRow);
    html.close();
    html.open("tfoot").open("tr").element("th", "Total", "scope", "row", "colspan", "7");
    html.element("td", Figures.count(card.elements()), "class", "number");
    html.element("td", Figures.bytes(card.bytes()), "class", "number");
    html.open("td").close().close().close().close().close();
    if (card.unsized() > 0 || !card.model().submodules().isEmpty()) {
      html.element("p", excluded(), "class", "note");
    }
  }

  private String excluded() {
    String unsized =
        card.unsized() == 1 ? "one parameter" : Figures.count(card.unsized()) + " parameters";
    if (card.unsized() == 0) {
      return "The total is without submodules.";
    }
    String what = unsized + " whose size the model knows at run time only";
    return "The total is without "
        + what
        + (card.model().submodules().isEmpty() ? "." : ", and without submodules.");
  }

  private void header(String text, boolean isNumber) {
    html.element("th", text, "scope", "col", "class", isNumber ? "number" : null);
  }

  private void writeRow(ParameterCard one) {
    html.open("tr", "data-p", "" + one.number(), "class", isWarned(one) ? "warned" : null);
    html.open("th", "scope", "row").open("a", "href", "#p" + one.number());
    html.name(one.name()).close().close();
    html.open("td").name(shape(one)).close();
    html.element("td", scheme(one));
    html.element("td", law(one));
    boolean hasFans = one.of().fans() != null;
    number(hasFans ? one.of().fans().fanIn() : -1, hasFans);
    number(hasFans ? one.of().fans().fanOut() : -1, hasFans);
    boolean hasStd = one.moments() != null;
    number(hasStd ? one.moments().std() : -1, hasStd);
    html.element(
        "td",
        one.elements() < 0 ? "–" : Figures.count(one.elements()),
        "class",
        "number",
        "data-v",
        "" + one.elements());
    html.element(
        "td",
        one.bytes() < 0 ? "–" : Figures.bytes(one.bytes()),
        "class",
        "number",
        "data-v",
        "" + one.bytes());
    html.open("td").element("code", stream(one.of().stream().id())).close().close().newLine();
  }

  /** The number of its stream; other libraries' streams have none. */
  private String stream(long id) {
    return card.model().engine() == RandomEngine.FANWISE ? Decimals.hex(id) : "–";
  }

  private void number(double number, boolean isKnown) {
    String text = isKnown ? Figures.brief(number) : "–";
    html.element("td", text, "class", "number", "data-v", Decimals.text(number));
  }

  private boolean isWarned(ParameterCard one) {
    return card.suspicions().stream().anyMatch(it -> it.parameters().contains(one.number()));
  }

  static String shape(ParameterCard one) {
    return String.join(" × ", one.of().shape().dimensions());
  }

  static String scheme(ParameterCard one) {
    return one.of().scheme().composed().isEmpty()
        ? "@" + one.of().scheme().annotation()
        : one.of().scheme().composed().get(0);
  }

  /** The law in a few words: {@code uniform ±0.07596}. */
  static String law(ParameterCard one) {
    Moments moments = one.moments();
    if (moments == null || one.distribution().equals("structured")) {
      return one.distribution();
    }
    if (one.distribution().equals("constant")) {
      return "all " + Figures.brief(moments.mean());
    }
    if (one.distribution().equals("uniform")) {
      return moments.low() == -moments.high()
          ? "uniform ±" + Figures.brief(moments.high())
          : "uniform " + Figures.brief(moments.low()) + " … " + Figures.brief(moments.high());
    }
    String mean = moments.mean() == 0 ? "" : "mean " + Figures.brief(moments.mean()) + ", ";
    return one.distribution().replace(" normal", "")
        + ", "
        + mean
        + "std "
        + Figures.brief(moments.std());
  }

  private void writeSubmodules() {
    if (card.model().submodules().isEmpty()) {
      return;
    }
    html.element("h3", "Submodules");
    html.openRegion("scroll", "Table of submodules");
    html.open("table", "class", "submodules").open("thead").open("tr");
    header("Field", false);
    header("Parameters", false);
    header("Class", false);
    header("Stream id", false);
    html.close().close().open("tbody");
    for (Submodule submodule : card.model().submodules()) {
      html.open("tr").open("th", "scope", "row").name(submodule.name()).close();
      html.open("td").name(submodule.pattern()).close();
      html.open("td").open("a", "href", "./" + encoded(submodule.className()) + ".html");
      html.name(submodule.className()).close().close();
      html.open("td").element("code", stream(submodule.streamId())).close().close();
    }
    html.close().close().close();
  }

  /** A file's name in an address. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
