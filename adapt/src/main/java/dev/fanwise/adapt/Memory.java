package dev.fanwise.adapt;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parameter holds which array, or which range of one, so that weights that two parameters
 * share are found. Direct buffers do not say where their memory is; of these only the same object
 * is found.
 */
final class Memory {
  private final Map<Object, List<Range>> ranges = new IdentityHashMap<>();

  private static final class Range {
    private final int from;
    private final int to;
    private final String owner;

    Range(int from, int to, String owner) {
      this.from = from;
      this.to = to;
      this.owner = owner;
    }
  }

  /**
   * Notes that a parameter holds an array or buffer.
   *
   * @return the parameter that holds it or a part of it already, or null
   */
  String claim(Object storage, String parameter) {
    Object array = storage;
    int from = 0;
    int to = Integer.MAX_VALUE;
    if (storage instanceof Buffer && ((Buffer) storage).hasArray()) {
      from = ((Buffer) storage).arrayOffset();
      to = from + ((Buffer) storage).capacity();
      array = array(storage);
    }
    List<Range> claimed = ranges.get(array);
    if (claimed == null) {
      claimed = new ArrayList<>();
      ranges.put(array, claimed);
    }
    for (Range range : claimed) {
      if (Math.max(from, range.from) < Math.min(to, range.to)) {
        return range.owner;
      }
    }
    claimed.add(new Range(from, to, parameter));
    return null;
  }

  private static Object array(Object buffer) {
    return buffer instanceof FloatBuffer
        ? ((FloatBuffer) buffer).array()
        : ((DoubleBuffer) buffer).array();
  }
}
