package dev.fanwise.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** The order in which generated code walks a map of models: one that no run and no JVM chooses. */
public final class MapKeys {
  private MapKeys() {}

  /**
   * The keys of a map: in its own order if it is a {@link LinkedHashMap}, a {@link SortedMap} or,
   * where Java has them, a {@code java.util.SequencedMap}, else as {@link String#compareTo} sorts
   * them. {@code Map.of} has another order in each JVM, {@code HashMap} one that depends on its
   * history.
   *
   * @param map the map, whose keys are strings; a null key, which has no place among others, leaves
   *     them unsorted
   * @return a copy, since a map in the order of access changes when it is read
   */
  public static String[] of(Map<?, ?> map) {
    String[] keys = map.keySet().toArray(new String[0]);
    if (!isOrdered(map) && !Arrays.asList(keys).contains(null)) {
      Arrays.sort(keys);
    }
    return keys;
  }

  private static boolean isOrdered(Map<?, ?> map) {
    return map instanceof LinkedHashMap || map instanceof SortedMap || isSequenced(map.getClass());
  }

  /** By name, since Java 11 and Android 5 have no such interface. */
  private static boolean isSequenced(Class<?> type) {
    if (type == null || type.getName().equals("java.util.SequencedMap")) {
      return type != null;
    }
    for (Class<?> above : type.getInterfaces()) {
      if (isSequenced(above)) {
        return true;
      }
    }
    return isSequenced(type.getSuperclass());
  }
}
