package dev.fanwise.inspect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cards as comma-separated values (RFC 4180), a line for each parameter. */
final class Csv {
  private static final List<String> HEAD =
      List.of(
          "model",
          "parameter",
          "shape",
          "type",
          "elements",
          "bytes",
          "fan_in",
          "fan_out",
          "scheme",
          "distribution",
          "mean",
          "std",
          "low",
          "high",
          "ideal_std",
          "ratio",
          "verdict",
          "stream_id",
          "drawn",
          "drawn_mean",
          "drawn_std");

  private Csv() {}

  static String of(List<Card> cards) {
    StringBuilder text = new StringBuilder(line(HEAD));
    for (Card card : cards) {
      for (JsonElement parameter : card.parameters()) {
        text.append(line(cells(card, parameter.getAsJsonObject())));
      }
    }
    return text.toString();
  }

  private static List<String> cells(Card card, JsonObject parameter) {
    List<String> cells = new ArrayList<>();
    cells.add(card.model());
    cells.add(Card.text(parameter, "name"));
    cells.add(Card.shape(parameter, "x"));
    for (String name : List.of("type", "elements", "bytes", "fanIn", "fanOut")) {
      cells.add(Card.text(parameter, name));
    }
    cells.add(Card.text(parameter, "scheme"));
    cells.add(Card.text(parameter, "distribution"));
    add(cells, parameter, "law", "mean", "std", "low", "high");
    add(cells, parameter, "gain", "idealStd", "ratio", "verdict");
    add(cells, parameter, "stream", "id");
    add(cells, parameter, "draws", "count", "mean", "std");
    return cells;
  }

  private static void add(List<String> cells, JsonObject parameter, String part, String... names) {
    JsonElement object = parameter.get(part);
    for (String name : names) {
      cells.add(object.isJsonNull() ? "" : Card.text(object.getAsJsonObject(), name));
    }
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
