package dev.fanwise.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What another library draws, and the annotations that draw it: {@code libraries.json}, of which
 * docs/migration.md has the same rows.
 */
final class Like {

  private final JsonObject library;
  private final String measured;

  private Like(JsonObject library, String measured) {
    this.library = library;
    this.measured = measured;
  }

  /** A library by its key, such as {@code spark-mllib}; letters, digits and nothing else count. */
  static Like of(String name) throws IOException {
    JsonObject all = read();
    List<String> keys = new ArrayList<>();
    for (JsonElement element : all.getAsJsonArray("libraries")) {
      JsonObject library = element.getAsJsonObject();
      String key = Card.text(library, "key");
      if (plain(key).equals(plain(name)) || plain(Card.text(library, "name")).equals(plain(name))) {
        return new Like(library, Card.text(all, "measured"));
      }
      keys.add(key);
    }
    throw new Refusal(
        Exit.USAGE,
        "No library is called " + name + ". There are: " + String.join(", ", keys) + ".");
  }

  private static JsonObject read() throws IOException {
    try (InputStream file = Like.class.getResourceAsStream("libraries.json")) {
      return JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * Its layers with their laws and annotations.
   *
   * @param shape the shape of the weights, or null: then without the numbers that depend on it
   */
  String text(List<Integer> shape) throws IOException {
    StringBuilder text = new StringBuilder(Card.text(library, "name"));
    text.append(' ').append(Card.text(library, "version"));
    text.append(
        library.get("run").getAsBoolean()
            ? ", as measured on " + measured
            : ", by its sources, not run");
    text.append('\n');
    Map<JsonObject, String> numbers = shape == null ? Map.of() : Drafts.numbers(layers(), shape);
    for (JsonElement element : layers()) {
      append(text, element.getAsJsonObject(), shape, numbers);
    }
    return text.toString();
  }

  private JsonArray layers() {
    return library.getAsJsonArray("layers");
  }

  private static void append(
      StringBuilder text, JsonObject layer, List<Integer> shape, Map<JsonObject, String> numbers) {
    text.append('\n').append(Card.text(layer, "layer"));
    text.append(": ").append(Card.text(layer, "law")).append('\n');
    String why = Card.text(layer, "why");
    if (!why.isEmpty()) {
      text.append("    no annotation: ").append(why).append('\n');
      return;
    }
    text.append("    ").append(Draft.of(layer, shape).orElseThrow().declaration()).append('\n');
    if (numbers.containsKey(layer)) {
      text.append("    ").append(numbers.get(layer)).append('\n');
    }
  }

  /** A shape as the command takes it: {@code 256x784}. */
  static List<Integer> shape(String text) {
    List<Integer> shape = new ArrayList<>();
    for (String dimension : text.split("[x×]", -1)) {
      if (!dimension.matches("0*[1-9]\\d{0,8}")) {
        throw new Refusal(
            Exit.USAGE,
            "--shape "
                + text
                + " is no shape. Give outputs, inputs and kernel, such as 256x784 or"
                + " 64x3x3x3.");
      }
      shape.add(Integer.valueOf(dimension));
    }
    return shape;
  }
}
