package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.ParameterCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model beside itself at another time: a row for each parameter. */
final class BesideSection {
  private final Map<String, ParameterCard> earlier;
  private final Card card;
  private final Articles articles;
  private final Markup html;

  private BesideSection(Card card, Articles articles, Markup html) {
    this.card = card;
    this.articles = articles;
    this.html = html;
    this.earlier = byName(card.before());
  }

  /** A card's parameters by their names. */
  static Map<String, ParameterCard> byName(Card card) {
    Map<String, ParameterCard> byName = new LinkedHashMap<>();
    card.parameters().forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  static void write(Card card, Articles articles, Markup html) {
    if (card.before() != null) {
      new BesideSection(card, articles, html).write();
    }
  }

  private void write() {
    html.open("section", "id", "beside", "aria-labelledby", "beside-title");
    html.element("h2", "Before and after", "id", "beside-title");
    html.element("p", introduction(), "class", "note");
    html.openTableRegion(card.parameters().size(), "Table of parameters before and after");
    html.open("table", "class", "beside").open("thead").open("tr");
    for (String head : List.of("Name", "Bits", "Mean before", "Mean after", "std before")) {
      head(head);
    }
    for (String head : List.of("std after", "Ratio", "Law before", "Law after")) {
      head(head);
    }
    html.close().close().newLine().open("tbody");
    card.parameters().forEach(this::writeRow);
    html.close().close().close();
    List<String> gone =
        earlier.keySet().stream()
            .filter(name -> card.parameters().stream().noneMatch(one -> one.name().equals(name)))
            .toList();
    if (!gone.isEmpty()) {
      html.open("p", "class", "note").text("Only before: ");
      html.name(String.join(", ", gone)).close();
    }
    html.close().newLine();
  }

  private String introduction() {
    long changed = card.parameters().stream().filter(one -> bits(one).equals("changed")).count();
    return Figures.count(changed)
        + " of "
        + Figures.count(card.parameters().size())
        + " parameters have other bits than before. In the plots below a line is what they were.";
  }

  private void head(String text) {
    boolean isNumber = !List.of("Name", "Bits", "Law before", "Law after").contains(text);
    html.element("th", text, "scope", "col", "class", isNumber ? "number" : null);
  }

  private String bits(ParameterCard one) {
    ParameterCard other = earlier.get(one.name());
    if (other == null) {
      return "new";
    }
    if (one.measured() == null || other.measured() == null) {
      return "–";
    }
    boolean isSame =
        one.measured().bits() == other.measured().bits()
            && one.measured().count() == other.measured().count();
    return isSame ? "same" : "changed";
  }

  private void writeRow(ParameterCard one) {
    ParameterCard other = earlier.get(one.name());
    Measured after = one.measured();
    Measured before = other == null ? null : other.measured();
    html.open("tr", "data-p", "" + one.number());
    html.open("th", "scope", "row").open("a", "href", articles.link(one.number()));
    html.name(one.name()).close().close();
    html.element("td", bits(one));
    number(before == null ? Double.NaN : before.mean());
    number(after == null ? Double.NaN : after.mean());
    number(before == null ? Double.NaN : before.std());
    number(after == null ? Double.NaN : after.std());
    double ratio = before == null || after == null ? Double.NaN : after.std() / before.std();
    html.element("td", Double.isFinite(ratio) ? Figures.ratio(ratio) : "–", "class", "number");
    html.element("td", before == null ? "–" : ParameterTable.verdict(before));
    html.element("td", after == null ? "–" : ParameterTable.verdict(after));
    html.close().newLine();
  }

  private void number(double number) {
    String text = Double.isNaN(number) ? "–" : Figures.brief(number);
    html.element("td", text, "class", "number");
  }
}
