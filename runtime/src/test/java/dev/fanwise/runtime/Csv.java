package dev.fanwise.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the reference vectors under {@code src/test/resources/vectors}, by column name. */
final class Csv {
  private Csv() {}

  static List<Map<String, String>> read(String file) {
    List<String> lines = text("/vectors/" + file).lines().toList();
    String[] columns = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] values = lines.get(i).split(",", -1);
      if (values.length != columns.length) {
        throw new IllegalStateException(file + ":" + (i + 1) + ": " + lines.get(i));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int k = 0; k < columns.length; k++) {
        row.put(columns[k], values[k]);
      }
      rows.add(row);
    }
    return rows;
  }

  static String text(String resource) {
    try (InputStream in = Csv.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
