package dev.fanwise.processor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What other libraries draw, as {@code fanwise-inspect --like} and docs/migration.md have it. */
final class Libraries {
  private static final Path FILE =
      Path.of("../inspect/src/main/resources/dev/fanwise/inspect/libraries.json");

  private Libraries() {}

  /** A layer of a library: its law, and the annotation that draws it, or why there is none. */
  record Layer(String library, String name, String law, String annotation, String why) {
    private static Layer of(String library, JsonObject json) {
      return new Layer(
          library,
          text(json, "layer"),
          text(json, "law"),
          text(json, "annotation"),
          text(json, "why"));
    }

    @Override
    public String toString() {
      return library + ", " + name;
    }
  }

  /** A library, and whether it was run. */
  record Library(
      String key, String name, String version, boolean run, String note, List<Layer> layers) {
    private static Library of(JsonElement element) {
      JsonObject json = element.getAsJsonObject();
      String key = text(json, "key");
      List<Layer> layers = new ArrayList<>();
      json.getAsJsonArray("layers")
          .forEach(one -> layers.add(Layer.of(key, one.getAsJsonObject())));
      return new Library(
          key,
          text(json, "name"),
          text(json, "version"),
          json.get("run").getAsBoolean(),
          text(json, "note"),
          layers);
    }

    /** Its section of the page. */
    String section() {
      StringBuilder text = new StringBuilder("## " + name + "\n\n`" + key + "`: " + version + ".");
      text.append(note == null ? "" : " " + note).append("\n\n");
      text.append("| layer | draws | here |\n|---|---|---|\n");
      for (Layer layer : layers) {
        String here =
            layer.annotation == null ? "none: " + layer.why : "`" + layer.annotation + "`";
        text.append("| %s | %s | %s |\n".formatted(layer.name, layer.law, here));
      }
      return text.append('\n').toString();
    }
  }

  static List<Library> all() {
    try {
      JsonArray libraries =
          JsonParser.parseString(Files.readString(FILE, UTF_8))
              .getAsJsonObject()
              .getAsJsonArray("libraries");
      return StreamSupport.stream(libraries.spliterator(), false).map(Library::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }
}
