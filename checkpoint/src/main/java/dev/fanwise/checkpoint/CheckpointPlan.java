package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which tensor goes to which place of which file: all that a checkpoint's files are made of but the
 * elements. A plan depends on names, types, shapes and options alone, so that those who have it and
 * the seed write the same files, each for itself.
 */
public final class CheckpointPlan implements Serializable {
  private static final long serialVersionUID = 1;

  /** The file of a checkpoint that has no more than one. */
  static final String SINGLE = "model.safetensors";

  /** The file that says in which file each tensor is. */
  static final String INDEX = "model.safetensors.index.json";

  /** One file. */
  public static final class Shard implements Serializable {
    private static final long serialVersionUID = 1;

    private final String file;
    private final byte[] header;
    private final ArrayList<Tensor> tensors;
    private final long bytes;

    Shard(String file, byte[] header, ArrayList<Tensor> tensors, long bytes) {
      this.file = file;
      this.header = header;
      this.tensors = tensors;
      this.bytes = bytes;
    }

    /** The file's name. */
    public String file() {
      return file;
    }

    /** The bytes that the file begins with; a copy. */
    public byte[] header() {
      return header.clone();
    }

    byte[] headerBytes() {
      return header;
    }

    /** The tensors in the order of the file. */
    public List<Tensor> tensors() {
      return Collections.unmodifiableList(tensors);
    }

    /** The bytes of its tensors. */
    public long bytes() {
      return bytes;
    }

    /** The file's length. */
    public long length() {
      return header.length + bytes;
    }
  }

  /** One tensor in a file. */
  public static final class Tensor implements Serializable {
    private static final long serialVersionUID = 1;

    private final int parameter;
    private final String name;
    private final DataType dataType;
    private final long elements;
    private final long position;

    Tensor(int parameter, String name, DataType dataType, long elements, long position) {
      this.parameter = parameter;
      this.name = name;
      this.dataType = dataType;
      this.elements = elements;
      this.position = position;
    }

    /** Its number in the list of parameters that the plan was made of. */
    public int parameter() {
      return parameter;
    }

    /** Its name in the file. */
    public String name() {
      return name;
    }

    /** The type of its elements. */
    public DataType dataType() {
      return dataType;
    }

    /** The number of its elements. */
    public long elements() {
      return elements;
    }

    /** Where it begins in the file, counted from the file's first byte. */
    public long position() {
      return position;
    }

    /** The bytes that it takes. */
    public long bytes() {
      return elements * dataType.bytes();
    }
  }

  private final ArrayList<Shard> shards;
  private final long totalSize;

  CheckpointPlan(ArrayList<Shard> shards, long totalSize) {
    this.shards = shards;
    this.totalSize = totalSize;
  }

  /**
   * Reads the plan that the files of a checkpoint follow, whoever wrote them: their headers, and
   * the index if there are several.
   *
   * @param directory what messages call the files' folder
   * @param files the files
   * @param parameters the model's parameters, which the plan counts
   * @throws IllegalArgumentException if the files do not hold just these parameters, with all
   *     differences
   * @throws MalformedFileException if the format does not allow what is in the files
   * @throws IOException if reading fails, or a file is missing
   */
  public static CheckpointPlan of(
      String directory, StoredFiles files, List<LazyParameter> parameters) throws IOException {
    return new StoredPlan(directory, files).read(parameters);
  }

  /** The files, in order. */
  public List<Shard> shards() {
    return Collections.unmodifiableList(shards);
  }

  /** The bytes of all tensors. */
  public long totalSize() {
    return totalSize;
  }

  /** Whether there are several files, which {@link #index} tells apart. */
  public boolean isSharded() {
    return shards.size() > 1;
  }

  /** The name of the file that {@link #index} belongs to. */
  public String indexFile() {
    return INDEX;
  }

  /** The index as Hugging Face's tools write it: JSON with names in order. */
  public String index() {
    TreeMap<String, String> files = new TreeMap<>(new Utf8Order());
    for (Shard shard : shards) {
      for (Tensor tensor : shard.tensors) {
        files.put(tensor.name, shard.file);
      }
    }
    StringBuilder json = new StringBuilder("{\n  \"metadata\": {\n    \"total_size\": ");
    json.append(totalSize).append("\n  },\n  \"weight_map\": {");
    String separator = "\n    ";
    for (Map.Entry<String, String> file : files.entrySet()) {
      json.append(separator);
      JsonText.quote(file.getKey(), json);
      json.append(": ");
      JsonText.quote(file.getValue(), json);
      separator = ",\n    ";
    }
    return json.append("\n  }\n}\n").toString();
  }

  /** A parameter with its number. */
  private static final class Entry extends TensorEntry {
    private final int parameter;

    Entry(LazyParameter lazy, String name, int parameter) {
      super(lazy.info().named(name));
      this.parameter = parameter;
    }
  }

  /**
   * Shares parameters among files as Hugging Face's tools do: in order, a file after the other; one
   * that is larger than a file may be has a file of its own, while the file before it goes on.
   */
  static CheckpointPlan of(List<LazyParameter> parameters, WriteOptions options) {
    List<List<Entry>> files = new ArrayList<>();
    List<Entry> current = new ArrayList<>();
    long currentBytes = 0;
    long total = 0;
    List<Entry> entries = entries(parameters, options.names());
    for (Entry entry : entries) {
      total += entry.bytes();
      if (total < 0) {
        throw new IllegalArgumentException("the parameters have more than 2^63 bytes");
      }
      if (entry.bytes() > options.maxShardBytes()) {
        files.add(Collections.singletonList(entry));
        continue;
      }
      if (currentBytes + entry.bytes() > options.maxShardBytes()) {
        files.add(current);
        current = new ArrayList<>();
        currentBytes = 0;
      }
      current.add(entry);
      currentBytes += entry.bytes();
    }
    if (!current.isEmpty() || files.isEmpty()) {
      files.add(current);
    }
    ArrayList<Shard> shards = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String file =
          files.size() == 1
              ? SINGLE
              : String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, files.size());
      shards.add(shard(file, files.get(i), options));
    }
    return new CheckpointPlan(shards, total);
  }

  private static List<Entry> entries(List<LazyParameter> parameters, FileNames names) {
    List<Entry> entries = new ArrayList<>();
    Set<String> modelNames = new HashSet<>();
    Map<String, String> taken = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      String modelName = parameters.get(i).info().name();
      TensorEntry.checkName(modelName, modelNames);
      String name = names.of(modelName);
      if (name != null) {
        String other = taken.put(name, modelName);
        if (other != null) {
          throw new IllegalArgumentException(
              other + " and " + modelName + " are both to be called " + name + " in the file");
        }
        TensorEntry.checkName(name, new HashSet<>());
        entries.add(new Entry(parameters.get(i), name, i));
      }
    }
    names.check(modelNames);
    return entries;
  }

  private static Shard shard(String file, List<Entry> entries, WriteOptions options) {
    List<Entry> sorted = new ArrayList<>(entries);
    Collections.sort(sorted, TensorEntry.FILE_ORDER);
    byte[] header = SafetensorsHeader.of(sorted, options.metadata(), SafetensorsHeader.LIMIT);
    ArrayList<Tensor> tensors = new ArrayList<>(sorted.size());
    long position = header.length;
    for (Entry entry : sorted) {
      tensors.add(
          new Tensor(entry.parameter, entry.name(), entry.dataType(), entry.elements(), position));
      position += entry.bytes();
    }
    return new Shard(file, header, tensors, position - header.length);
  }
}
