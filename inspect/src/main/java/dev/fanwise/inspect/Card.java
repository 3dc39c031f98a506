package dev.fanwise.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's card.
 *
 * @param text its JSON
 * @param json the same, parsed
 * @param page its page, or null if there is none
 */
record Card(String text, JsonObject json, String page) {
  /** The version of the format that this command knows. */
  private static final int VERSION = 1;

  static Card of(String file, String text, String page) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      if (!json.get("format").getAsString().equals("fanwise-model-card")) {
        throw new Refusal(Exit.USAGE, file + " is no model card.");
      }
      int version = json.get("version").getAsInt();
      if (version != VERSION) {
        throw new Refusal(
            Exit.USAGE,
            file + " has version " + version + "; this command knows version " + VERSION + ".");
      }
      return new Card(text, json, page);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new Refusal(Exit.USAGE, file + " is no model card: " + e.getMessage());
    }
  }

  /** The binary name of the model. */
  String model() {
    return json.get("model").getAsString();
  }

  JsonArray parameters() {
    return json.getAsJsonArray("parameters");
  }

  /** The parameters of submodules; cards of an earlier Fanwise have none. */
  JsonArray inner() {
    JsonArray inner = json.getAsJsonArray("inner");
    return inner == null ? new JsonArray() : inner;
  }

  /** The binary names of the classes of its submodules, to whose pages its own has links. */
  List<String> submodules() {
    List<String> names = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray("submodules")) {
      names.add(text(one.getAsJsonObject(), "model"));
    }
    return names;
  }

  JsonArray warnings() {
    return json.getAsJsonArray("warnings");
  }

  /** A member of an object as a text, or "" if it is null. */
  static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /** A number in an object within an object, or NaN. */
  static double number(JsonObject object, String... names) {
    JsonElement value = object;
    for (String name : names) {
      if (value == null || value.isJsonNull()) {
        return Double.NaN;
      }
      value = value.getAsJsonObject().get(name);
    }
    return value == null || value.isJsonNull() ? Double.NaN : value.getAsDouble();
  }

  /** The shape as one reads it. */
  static String shape(JsonObject parameter, String between) {
    StringBuilder shape = new StringBuilder();
    for (JsonElement dimension : parameter.getAsJsonArray("shape")) {
      shape.append(shape.length() == 0 ? "" : between).append(dimension.getAsString());
    }
    return shape.toString();
  }
}
