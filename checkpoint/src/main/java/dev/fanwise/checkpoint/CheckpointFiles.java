package dev.fanwise.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The files of a checkpoint: one, or those of an index. */
@NewerAndroid(26)
final class CheckpointFiles {
  private CheckpointFiles() {}

  /**
   * Reads the headers of a checkpoint's files.
   *
   * @param fileOrDirectory a safetensors file, an index, or a folder with one of these
   */
  static List<CheckpointFile> of(Path fileOrDirectory) throws IOException {
    Path file = fileOrDirectory;
    if (Files.isDirectory(file)) {
      Path single = file.resolve(CheckpointPlan.SINGLE);
      Path index = file.resolve(CheckpointPlan.INDEX);
      file = Files.exists(single) ? single : index;
      if (!Files.exists(file)) {
        throw new NoSuchFileException(
            fileOrDirectory.toString(),
            null,
            "neither " + CheckpointPlan.SINGLE + " nor " + CheckpointPlan.INDEX + " is there");
      }
    }
    if (file.getFileName().toString().endsWith(".json")) {
      return ofIndex(file);
    }
    List<CheckpointFile> files = new ArrayList<>();
    files.add(new CheckpointFile(file));
    return files;
  }

  private static List<CheckpointFile> ofIndex(Path index) throws IOException {
    Map<?, ?> map = weightMap(index);
    TreeSet<String> names = new TreeSet<>();
    for (Object file : map.values()) {
      names.add((String) file);
    }
    List<CheckpointFile> files = new ArrayList<>();
    Map<String, String> found = new HashMap<>();
    for (String name : names) {
      CheckpointFile file = new CheckpointFile(index.resolveSibling(name));
      files.add(file);
      for (FileTensor tensor : file.header().tensors()) {
        String earlier = found.put(tensor.name(), name);
        if (earlier != null || !name.equals(map.get(tensor.name()))) {
          throw new MalformedFileException(
              index.toString(),
              "tensor "
                  + JsonReader.quoted(tensor.name())
                  + " is in "
                  + name
                  + (earlier != null
                      ? " and in " + earlier
                      : ", where the index does not have it"));
        }
      }
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!found.containsKey(entry.getKey())) {
        throw new MalformedFileException(
            index.toString(),
            "tensor "
                + JsonReader.quoted((String) entry.getKey())
                + " is not in "
                + entry.getValue());
      }
    }
    return files;
  }

  /** The files by names of tensors, each a name in the index's own folder. */
  private static Map<?, ?> weightMap(Path index) throws IOException {
    long size = Files.size(index);
    if (size > SafetensorsHeader.LIMIT) {
      throw new MalformedFileException(
          index.toString(), "it has " + size + " bytes, more than an index can need");
    }
    try {
      Object json = JsonReader.read(FileHeader.utf8(Files.readAllBytes(index)));
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
      return (Map<?, ?>) map;
    } catch (JsonReader.Fault e) {
      throw new MalformedFileException(index.toString(), e.getMessage());
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
}
