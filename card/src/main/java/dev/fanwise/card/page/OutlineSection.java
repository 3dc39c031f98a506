package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Outline;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.model.Submodule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The tree of submodules, which folds; what has a warning in it is open. */
final class OutlineSection {
  /** Trees of so few parameters are open from the start. */
  private static final int FEW = 24;

  private final Card card;
  private final Articles articles;
  private final Markup html;

  private OutlineSection(Card card, Articles articles, Markup html) {
    this.card = card;
    this.articles = articles;
    this.html = html;
  }

  /** Whether there is a tree. */
  static boolean isWorthIt(Card card) {
    return card.parameters().stream().anyMatch(one -> one.name().indexOf('.') >= 0);
  }

  static void write(Card card, Articles articles, Markup html) {
    if (isWorthIt(card)) {
      new OutlineSection(card, articles, html).write();
    }
  }

  private void write() {
    html.open("section", "id", "outline", "aria-labelledby", "outline-title");
    html.element("h2", "Outline", "id", "outline-title");
    html.element(
        "p",
        "Neighbours that are alike in all but their number are one line, with the first of them"
            + " inside.",
        "class",
        "note");
    html.open("ul", "class", "outline");
    Outline root = Outline.of(card);
    for (Outline child : root.children()) {
      write(child, root.parameters() <= FEW, 0);
    }
    html.close().close().newLine();
  }

  private void write(Outline node, boolean isOpen, int depth) {
    html.open("li", "class", node.suspicious() > 0 ? "warned" : null);
    if (node.parameter() != null) {
      writeParameter(node);
    } else {
      boolean opens = isOpen || node.suspicious() > 0;
      html.open("details", opens ? "open" : "data-folded", "");
      html.open("summary").name(node.name());
      html.element("span", figures(node)).close();
      writeClass(node, depth);
      html.open("ul");
      for (Outline child : node.children()) {
        write(child, isOpen, depth + 1);
      }
      html.close().close();
    }
    html.close().newLine();
  }

  /** The page of a field's class. */
  private void writeClass(Outline node, int depth) {
    for (Submodule submodule : card.model().submodules()) {
      if (depth == 0 && submodule.name().equals(node.name())) {
        html.open("p", "class", "note class");
        html.open("a", "href", "./" + encoded(submodule.className()) + ".html");
        html.name(submodule.className()).close();
        html.text(submodule.container().isEmpty() ? "" : ", in a " + submodule.container()).close();
      }
    }
  }

  private void writeParameter(Outline node) {
    ParameterCard one = node.parameter();
    html.open("a", "href", articles.link(one.number())).name(node.name()).close();
    html.open("span").name(ParameterTable.shape(one));
    html.text(" " + ParameterTable.scheme(one) + " " + ParameterTable.law(one)).close();
  }

  private static String figures(Outline node) {
    String alike = node.alike() == 1 ? "" : Figures.count(node.alike()) + " alike, ";
    String warned =
        node.suspicious() == 0
            ? ""
            : node.suspicious() == 1 ? ", 1 warning" : ", " + node.suspicious() + " with warnings";
    String parameters =
        node.parameters() == 1 ? "1 parameter" : Figures.count(node.parameters()) + " parameters";
    String elements =
        node.isCounted()
            ? ", " + Figures.count(node.elements()) + " weights"
            : node.elements() > 0
                ? ", " + Figures.count(node.elements()) + " weights and what is not known"
                : "";
    return alike + parameters + elements + warned;
  }

  /** A file's name in an address. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
