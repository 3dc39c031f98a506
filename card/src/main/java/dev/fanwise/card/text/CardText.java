package dev.fanwise.card.text;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.Outline;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A card for a terminal: what is suspicious, then the tree with a line for each parameter. */
public final class CardText {
  private static final List<String> HEAD =
      List.of(
          "",
          "parameter",
          "shape",
          "scheme",
          "fan_in",
          "fan_out",
          "std",
          "/ ideal",
          "here",
          "weights");

  /** The column of what weights are, which is a text. */
  private static final int HERE = 8;

  private final Card card;
  private final List<List<String>> rows = new ArrayList<>();

  private CardText(Card card) {
    this.card = card;
  }

  /** The text, with an end of line; nothing in it steers a terminal. */
  public static String of(Card card) {
    return new CardText(card).write();
  }

  private String write() {
    StringBuilder text = new StringBuilder();
    if (card.suspicions().isEmpty()) {
      text.append("Nothing is suspicious in ").append(visible(totals())).append('\n');
    } else {
      for (Suspicion one : card.suspicions()) {
        text.append(visible(one.text())).append('\n');
        text.append("  ").append(visible(one.advice())).append('\n');
      }
      text.append(visible(totals())).append('\n');
    }
    if (card.parameters().isEmpty()) {
      return text.toString();
    }
    rows.add(HEAD);
    Outline.of(card).children().forEach(child -> add(child, 0));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      append(row, widths, text);
    }
    return text.toString();
  }

  private String totals() {
    String elements =
        Figures.count(card.elements()) + (card.unsized() == 0 ? "" : " and more, unknown yet,");
    return card.model().name()
        + ": "
        + Figures.count(card.parameters().size())
        + (card.parameters().size() == 1 ? " parameter, " : " parameters, ")
        + elements
        + " weights, "
        + Figures.bytes(card.bytes());
  }

  private void add(Outline node, int depth) {
    String indent = "  ".repeat(depth);
    String mark = node.suspicious() > 0 ? "!" : "";
    String several = node.alike() > 1 ? " (" + node.alike() + " alike)" : "";
    if (node.parameter() == null) {
      rows.add(
          List.of(
              mark,
              indent + node.name() + several,
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              node.isCounted() ? Figures.count(node.elements()) : ""));
      node.children().forEach(child -> add(child, depth + 1));
      return;
    }
    ParameterCard one = node.parameter();
    rows.add(
        List.of(
            mark,
            indent + node.name() + several,
            String.join(" × ", one.of().shape().dimensions()),
            scheme(one),
            fan(one, true),
            fan(one, false),
            Double.isNaN(one.std()) ? "–" : Figures.brief(one.std()),
            one.verdict() == null ? "–" : Figures.ratio(one.verdict().ratio()),
            here(one),
            one.elements() < 0 ? "–" : Figures.count(one.elements())));
  }

  private static String scheme(ParameterCard one) {
    return one.of().law().isSaid() ? "@" + one.of().scheme().annotation() : "–";
  }

  private static String fan(ParameterCard one, boolean isIn) {
    Parameter.FanNumbers fans = one.of().fans();
    if (fans == null) {
      return "–";
    }
    if (!fans.isKnown()) {
      return isIn ? fans.inFormula() : fans.outFormula();
    }
    return Figures.brief(isIn ? fans.fanIn() : fans.fanOut());
  }

  /** What the weights are, as they are. */
  private String here(ParameterCard one) {
    Measured measured = one.measured();
    if (measured == null || card.model().origin() == Origin.COMPILED) {
      return "–";
    }
    return measured.nonFinite() > 0
        ? Figures.count(measured.nonFinite()) + " not finite"
        : Figures.brief(measured.std()) + ", " + measured.fit().verdict().text();
  }

  private static void append(List<String> row, int[] widths, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = visible(row.get(i));
      String space = " ".repeat(Math.max(0, widths[i] - length(cell)));
      boolean isNumber = i >= 4 && i != HERE;
      line.append(isNumber ? space + cell : cell + space).append(i == 0 ? " " : "  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A text with nothing in it that steers a terminal. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              int type = Character.getType(letter);
              boolean isUnseen =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              visible.appendCodePoint(isUnseen ? '\ufffd' : letter);
            });
    return visible.toString();
  }
}
