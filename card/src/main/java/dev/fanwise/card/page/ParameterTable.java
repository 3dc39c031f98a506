package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Decimals;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.Moments;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Submodule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** All parameters in one table, a row each. */
final class ParameterTable {
  private final Card card;
  private final Articles articles;
  private final boolean isCompiled;
  private final Markup html;

  private ParameterTable(Card card, Articles articles, Markup html) {
    this.card = card;
    this.articles = articles;
    this.isCompiled = card.model().origin() == Origin.COMPILED;
    this.html = html;
  }

  static void write(Card card, Articles articles, Markup html) {
    new ParameterTable(card, articles, html).write();
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
    html.openTableRegion(card.parameters().size(), "Table of parameters");
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
    if (isCompiled) {
      header("Stream id", false);
    } else {
      header("std as it is", true);
      header("Weights are", false);
    }
    html.close().close().newLine().open("tbody");
    card.parameters().forEach(this::writeRow);
    html.close();
    html.open("tfoot").open("tr").element("th", "Total", "scope", "row", "colspan", "7");
    html.element("td", Figures.count(card.elements()), "class", "number");
    html.element("td", Figures.bytes(card.bytes()), "class", "number");
    html.open("td", "colspan", isCompiled ? "1" : "2");
    html.close().close().close().close().close();
    if (card.unsized() > 0) {
      html.element("p", excluded(), "class", "note");
    }
  }

  private String excluded() {
    String what =
        card.unsized() == 1 ? "one parameter" : Figures.count(card.unsized()) + " parameters";
    return "The total is without "
        + what
        + " whose size or number the model knows at run time only.";
  }

  private void header(String text, boolean isNumber) {
    html.element("th", text, "scope", "col", "class", isNumber ? "number" : null);
  }

  private void writeRow(ParameterCard one) {
    html.open("tr", "data-p", "" + one.number(), "class", card.isSuspicious(one) ? "warned" : null);
    html.open("th", "scope", "row").open("a", "href", articles.link(one.number()));
    html.name(one.name()).close().close();
    html.open("td").name(shape(one)).close();
    html.element("td", scheme(one));
    html.element("td", law(one));
    fan(one, true);
    fan(one, false);
    boolean hasStd = one.moments() != null;
    number(hasStd ? one.moments().std() : -1, hasStd);
    String several = one.of().isSingle() ? "" : " each";
    html.element(
        "td",
        one.elements() < 0 ? "–" : Figures.count(one.elements()) + several,
        "class",
        "number",
        "data-v",
        "" + one.elements());
    html.element(
        "td",
        one.bytes() < 0 ? "–" : Figures.bytes(one.bytes()) + several,
        "class",
        "number",
        "data-v",
        "" + one.bytes());
    if (isCompiled) {
      html.open("td").element("code", stream(one.of().stream().id())).close();
    } else {
      Measured measured = one.measured();
      number(measured == null ? -1 : measured.std(), measured != null && measured.count() > 0);
      html.element("td", measured == null ? "–" : verdict(measured));
    }
    html.close().newLine();
  }

  /** Whether elements are as their law says, and what else one should know at a glance. */
  static String verdict(Measured measured) {
    if (measured.nonFinite() > 0) {
      return Figures.count(measured.nonFinite()) + " not finite";
    }
    return measured.fit().verdict().text();
  }

  private void fan(ParameterCard one, boolean isIn) {
    Parameter.FanNumbers fans = one.of().fans();
    if (fans == null || fans.isKnown()) {
      double fan = fans == null ? -1 : isIn ? fans.fanIn() : fans.fanOut();
      number(fan, fans != null);
    } else {
      String formula = isIn ? fans.inFormula() : fans.outFormula();
      html.open("td", "class", "number", "data-v", "-1").name(formula).close();
    }
  }

  /** The number of its stream; other libraries' streams have none. */
  private String stream(long id) {
    return card.model().isDrawnByName() ? Decimals.hex(id) : "–";
  }

  private void number(double number, boolean isKnown) {
    String text = isKnown ? Figures.brief(number) : "–";
    html.element("td", text, "class", "number", "data-v", Decimals.text(number));
  }

  static String shape(ParameterCard one) {
    return String.join(" × ", one.of().shape().dimensions());
  }

  static String scheme(ParameterCard one) {
    if (one.of().scheme().annotation().isEmpty()) {
      return "–";
    }
    return one.of().scheme().composed().isEmpty()
        ? "@" + one.of().scheme().annotation()
        : one.of().scheme().composed().get(0);
  }

  /** The law in a few words: {@code uniform ±0.07596}. */
  static String law(ParameterCard one) {
    Moments moments = one.moments();
    if (!one.of().law().isSaid()) {
      return "–";
    }
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
    html.openTableRegion(card.model().submodules().size(), "Table of submodules");
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
