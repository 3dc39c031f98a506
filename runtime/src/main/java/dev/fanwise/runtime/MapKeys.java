package dev.fanwise.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** The order in which generated code walks a map of models: one that no run and no JVM chooses. */
public final class MapKeys {
  private MapKeys() {}

  /**
   * The keys of a map: in its own order if it is a {@link LinkedHashMap} or a {@link SortedMap},
   * else as {@link String#compareTo} sorts them. {@code Map.of} has another order in each JVM,
   * {@code HashMap} one that depends on its history.
   *
   * @param map the map, whose keys are strings; a null key, which has no place among others, leaves
   *     them unsorted
   * @return a copy, since a map in the order of access changes when it is read
   */
  public static String[] of(Map<?, ?> map) {
    String[] keys = map.keySet().toArray(new String[0]);
    boolean isOrdered = map instanceof LinkedHashMap || map instanceof SortedMap;
    if (!isOrdered && !Arrays.asList(keys).contains(null)) {
      Arrays.sort(keys);
    }
    return keys;
  }
}
