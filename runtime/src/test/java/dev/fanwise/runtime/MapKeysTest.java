package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class MapKeysTest {
  private static final List<String> KEYS = List.of("b", "a", "Z", "10", "9", "ab", "\u00e4", "");

  private static final String[] SORTED = {"", "10", "9", "Z", "a", "ab", "b", "\u00e4"};

  private static Map<String, Object> filled(Map<String, Object> map) {
    KEYS.forEach(key -> map.put(key, key));
    return map;
  }

  @Test
  void mapsWithoutOrderAreSorted() {
    Map<String, Object> hashed = filled(new HashMap<>());
    assertArrayEquals(SORTED, MapKeys.of(hashed));
    assertArrayEquals(SORTED, MapKeys.of(filled(new HashMap<>(4096))));
    assertArrayEquals(SORTED, MapKeys.of(filled(new ConcurrentHashMap<>())));
    assertArrayEquals(SORTED, MapKeys.of(Map.copyOf(hashed)));
    assertArrayEquals(new String[0], MapKeys.of(Map.of()));
    // Whether it wraps a map with an order cannot be seen.
    assertArrayEquals(
        SORTED, MapKeys.of(Collections.unmodifiableMap(filled(new LinkedHashMap<>()))));
  }

  @Test
  void othersKeepTheirs() {
    String[] asPut = KEYS.toArray(new String[0]);
    assertArrayEquals(asPut, MapKeys.of(filled(new LinkedHashMap<>())));
    assertArrayEquals(SORTED, MapKeys.of(filled(new TreeMap<>())));
    String[] reversed = SORTED.clone();
    Collections.reverse(Arrays.asList(reversed));
    assertArrayEquals(reversed, MapKeys.of(filled(new TreeMap<>(Comparator.reverseOrder()))));
    assertArrayEquals(SORTED, MapKeys.of(filled(new ConcurrentSkipListMap<>())));
  }

  /** With an interface that the tests' own Java need not have. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aSequencedMapKeepsItsOrder() throws ReflectiveOperationException {
    Object map =
        Collections.class
            .getMethod("unmodifiableSequencedMap", Class.forName("java.util.SequencedMap"))
            .invoke(null, filled(new LinkedHashMap<>()));
    assertArrayEquals(KEYS.toArray(new String[0]), MapKeys.of((Map<?, ?>) map));
  }

  @Test
  void aMapInTheOrderOfAccessCanBeRead() {
    Map<String, Object> map = filled(new LinkedHashMap<>(16, 0.75f, true));
    for (int walk = 0; walk < 2; walk++) {
      assertEquals(KEYS, List.of(MapKeys.of(map)));
      for (String key : MapKeys.of(map)) {
        map.get(key);
      }
    }
  }

  @Test
  void aNullKeyIsHandedOn() {
    Map<String, Object> map = filled(new HashMap<>());
    map.put(null, "");
    assertEquals(KEYS.size() + 1, MapKeys.of(map).length);
  }
}
