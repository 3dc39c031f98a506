package dev.fanwise.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** An index as it is read: in which file each tensor is, and whether the files' headers agree. */
final class IndexFile {
  private final String name;
  private final Map<?, ?> map;
  private final Map<String, String> found = new HashMap<>();

  private IndexFile(String name, Map<?, ?> map) {
    this.name = name;
    this.map = map;
  }

  /**
   * Refuses a file that is too large, before it is read.
   *
   * @param name what messages call the index
   */
  static void checkSize(String name, long size) throws MalformedFileException {
    if (size > SafetensorsHeader.LIMIT) {
      throw new MalformedFileException(
          name, "it has " + size + " bytes, more than an index can need");
    }
  }

  /**
   * Reads an index.
   *
   * @param name what messages call it
   */
  static IndexFile read(String name, byte[] bytes) throws MalformedFileException {
    try {
      Object json = JsonReader.read(FileHeader.utf8(bytes));
      Object map = json instanceof Map ? ((Map<?, ?>) json).get("weight_map") : null;
      if (!(map instanceof Map)) {
        throw new JsonReader.Fault("it has no weight_map");
      }
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
        Object file = entry.getValue();
        if (!(file instanceof String) || !isName((String) file)) {
          throw new JsonReader.Fault(
              "the file of tensor "
                  + JsonReader.quoted((String) entry.getKey())
                  + " is no name of a file beside it");
        }
      }
      return new IndexFile(name, (Map<?, ?>) map);
    } catch (JsonReader.Fault e) {
      throw new MalformedFileException(name, e.getMessage());
    }
  }

  private static boolean isName(String file) {
    boolean isPlain = !file.isEmpty() && !file.equals(".") && !file.equals("..");
    for (int i = 0; i < file.length(); i++) {
      char unit = file.charAt(i);
      isPlain &= unit != '/' && unit != '\\' && unit != ':' && unit >= ' ';
    }
    return isPlain;
  }

  /** The names of the files, each in the index's own folder, in order. */
  TreeSet<String> files() {
    TreeSet<String> names = new TreeSet<>();
    for (Object file : map.values()) {
      names.add((String) file);
    }
    return names;
  }

  /** Compares a file's tensors with those that the index has there. */
  void add(String file, FileHeader header) throws MalformedFileException {
    for (FileTensor tensor : header.tensors()) {
      String earlier = found.put(tensor.name(), file);
      if (earlier != null || !file.equals(map.get(tensor.name()))) {
        throw new MalformedFileException(
            name,
            "tensor "
                + JsonReader.quoted(tensor.name())
                + " is in "
                + file
                + (earlier != null ? " and in " + earlier : ", where the index does not have it"));
      }
    }
  }

  /** Refuses tensors that no file had. */
  void checkComplete() throws MalformedFileException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!found.containsKey(entry.getKey())) {
        throw new MalformedFileException(
            name,
            "tensor "
                + JsonReader.quoted((String) entry.getKey())
                + " is not in "
                + entry.getValue());
      }
    }
  }
}
