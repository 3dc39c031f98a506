package dev.fanwise.inspect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A card as a table in a terminal. */
final class Table {
  private static final List<String> HEAD =
      List.of(
          "",
          "parameter",
          "shape",
          "type",
          "scheme",
          "law",
          "fan_in",
          "fan_out",
          "std",
          "/ ideal",
          "weights");

  /** The first column with numbers, which stand to the right. */
  private static final int NUMBERS = 6;

  private final Card card;
  private final UnaryOperator<String> alarm;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> odd = new ArrayList<>();

  /**
   * @param alarm how a terminal shows what is odd
   */
  Table(Card card, UnaryOperator<String> alarm) {
    this.card = card;
    this.alarm = alarm;
  }

  /** The lines of the table. */
  String text() {
    add(HEAD, false);
    card.parameters().forEach(one -> add(one.getAsJsonObject()));
    card.inner().forEach(one -> add(one.getAsJsonObject()));
    StringBuilder text = new StringBuilder(title()).append('\n');
    int[] widths = widths();
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < HEAD.size(); column++) {
        String cell = rows.get(row).get(column);
        String space = " ".repeat(widths[column] - length(cell));
        line.append(column == 0 ? "" : "  ");
        line.append(column >= NUMBERS ? space + cell : cell + space);
      }
      String whole = line.toString().stripTrailing();
      text.append(odd.get(row) ? alarm.apply(whole) : whole).append('\n');
    }
    for (JsonElement one : card.json().getAsJsonArray("submodules")) {
      JsonObject submodule = one.getAsJsonObject();
      text.append("   ").append(visible(Card.text(submodule, "pattern"))).append("  ");
      text.append(visible(Card.text(submodule, "model"))).append('\n');
    }
    for (JsonElement one : card.warnings()) {
      JsonObject warning = one.getAsJsonObject();
      text.append(alarm.apply("! " + visible(Card.text(warning, "text"))));
      text.append("\n  ").append(visible(Card.text(warning, "advice"))).append('\n');
    }
    return text.toString();
  }

  private String title() {
    JsonObject totals = card.json().getAsJsonObject("totals");
    long unknown = totals.get("ofUnknownSize").getAsLong();
    return visible(card.model())
        + ": "
        + Figures.count(Card.number(totals, "parameters"))
        + (Card.number(totals, "parameters") == 1 ? " parameter, " : " parameters, ")
        + Figures.count(Card.number(totals, "elements"))
        + " weights, "
        + Figures.count(Card.number(totals, "bytes"))
        + " bytes"
        + (unknown == 0 ? "" : ", " + unknown + " of a size known at run time")
        + ", "
        + Card.text(card.json(), "randomEngine")
        + " stream";
  }

  private void add(JsonObject parameter) {
    String name = Card.text(parameter, "name");
    boolean isOdd = false;
    for (JsonElement warning : card.warnings()) {
      for (JsonElement one : warning.getAsJsonObject().getAsJsonArray("parameters")) {
        isOdd |= one.getAsString().equals(name);
      }
    }
    add(
        List.of(
            isOdd ? "!" : "",
            name,
            Card.shape(parameter, " × "),
            Card.text(parameter, "type"),
            "@" + Card.text(parameter, "scheme"),
            Card.text(parameter, "distribution"),
            fan(parameter, "fanIn"),
            fan(parameter, "fanOut"),
            Figures.brief(Card.number(parameter, "law", "std")),
            Figures.ratio(Card.number(parameter, "gain", "ratio")),
            Figures.count(Card.number(parameter, "elements"))),
        isOdd);
  }

  /** A number, or how it comes of what the model says at run time. */
  private static String fan(JsonObject parameter, String name) {
    String formula = Card.text(parameter, name + "Formula");
    return formula.isEmpty() ? Figures.brief(Card.number(parameter, name)) : formula;
  }

  private void add(List<String> cells, boolean isOdd) {
    rows.add(cells.stream().map(Table::visible).toList());
    odd.add(isOdd);
  }

  private int[] widths() {
    int[] widths = new int[HEAD.size()];
    widths[0] = 1;
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A name with nothing in it that steers a terminal. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              int type = Character.getType(letter);
              boolean isUnseen =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              visible.appendCodePoint(isUnseen ? '\ufffd' : letter);
            });
    return visible.toString();
  }
}
