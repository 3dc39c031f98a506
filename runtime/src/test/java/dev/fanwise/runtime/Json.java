package dev.fanwise.runtime;

import com.google.gson.Gson;

/** Reads JSON files of the reference vectors. */
final class Json {
  private Json() {}

  static <T> T read(String file, Class<T> type) {
    return new Gson().fromJson(Csv.text("/vectors/" + file), type);
  }
}
