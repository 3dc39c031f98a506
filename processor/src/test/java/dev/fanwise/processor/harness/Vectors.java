package dev.fanwise.processor.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the reference vectors, a map from column to text each. */
public final class Vectors {
  private Vectors() {}

  public static List<Map<String, String>> rows(String file) {
    try (InputStream stream = Vectors.class.getResourceAsStream("/vectors/" + file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String[] columns = reader.readLine().split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line; (line = reader.readLine()) != null; ) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.length) {
          throw new AssertionError(file + ": " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
