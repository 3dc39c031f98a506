package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Likeness;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tensor of a file is which parameter of a model, and all that does not fit. */
final class Match {
  private final String file;
  private final ReadOptions options;

  /** By the model's names. */
  private final Map<String, FileTensor> tensors = new LinkedHashMap<>();

  private final Map<String, ParameterInfo> parameters = new LinkedHashMap<>();
  private final Set<String> doubled = new HashSet<>();
  private final Set<String> exact = new HashSet<>();
  private final Set<String> withoutArray = new HashSet<>();
  private final Map<String, Transposition> transpositions = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<FileTensor, TensorReader> readers = new LinkedHashMap<>();

  Match(String file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  void addTensor(FileTensor tensor) {
    String name = options.modelName(tensor.name());
    if (name == null) {
      ignored.add(tensor.name());
      return;
    }
    FileTensor other = tensors.get(name);
    if (other == null) {
      tensors.put(name, tensor);
    } else {
      doubled.add(name);
      differences.add(tensor.name() + " and " + other.name() + " of the file are both " + name);
    }
  }

  /** Adds a parameter that has no array, and whose type must be that of the file. */
  void addExact(ParameterInfo info) {
    add(info);
    exact.add(info.name());
  }

  private void add(ParameterInfo info) {
    if (parameters.put(info.name(), info) != null) {
      differences.add(info.name() + " is the name of two parameters of the model");
    }
  }

  void addParameter(ParameterInfo info, Object weights) {
    add(info);
    if (weights == null && info.isLazy()) {
      withoutArray.add(info.name());
    } else if (weights != null) {
      try {
        new StoredTensor(info, weights);
      } catch (IllegalArgumentException e) {
        differences.add(e.getMessage());
      }
    }
  }

  /**
   * Finds all differences.
   *
   * @throws IllegalArgumentException if there are any that the options do not allow
   */
  void compare() {
    Set<String> extra = new LinkedHashSet<>(tensors.keySet());
    extra.removeAll(parameters.keySet());
    Set<String> lacking = new LinkedHashSet<>(parameters.keySet());
    lacking.removeAll(tensors.keySet());
    for (ParameterInfo info : parameters.values()) {
      FileTensor tensor = tensors.get(info.name());
      if (tensor == null) {
        addLacking(info.name(), extra);
      } else if (withoutArray.contains(info.name())) {
        addLazy(info.name(), tensor);
      } else if (!doubled.contains(info.name())) {
        compare(info, tensor);
      }
    }
    for (String name : extra) {
      FileTensor tensor = tensors.get(name);
      if (options.ignoresExtra()) {
        ignored.add(tensor.name());
      } else {
        String called = tensor.name().equals(name) ? "" : " (" + name + " in the model)";
        differences.add(
            tensor.name()
                + called
                + " is in the file, but not in the model"
                + Likeness.sentence(name, lacking));
      }
    }
    if (!differences.isEmpty()) {
      throw refusal();
    }
  }

  private void addLacking(String name, Set<String> extra) {
    if (options.allowsMissing() || withoutArray.contains(name)) {
      missing.add(name);
    } else {
      differences.add(
          name + " is in the model, but not in the file" + Likeness.sentence(name, extra));
    }
  }

  private void addLazy(String name, FileTensor tensor) {
    if (options.ignoresExtra()) {
      ignored.add(tensor.name());
    } else {
      differences.add(
          name + " is @Lazy and has no array to be read into: give it one, or ignoreExtra()");
    }
  }

  private void compare(ParameterInfo info, FileTensor tensor) {
    String name = info.name();
    DataType from = tensor.dataType();
    if (from == null) {
      differences.add(name + " has dtype " + tensor.type() + " in the file, no weights have that");
    } else if (exact.contains(name)) {
      if (from != info.dataType()) {
        differences.add(
            name + " is " + from + " in the file, and " + info.dataType() + " in the model");
      }
    } else if (!Numbers.isWidening(from, info.dataType()) && !options.narrows()) {
      differences.add(
          name
              + " is "
              + from
              + " in the file, and "
              + info.dataType()
              + " in the model holds less: narrow() rounds");
    }
    if (options.isTransposed(name)) {
      Transposition transposition = Transposition.of(tensor.shape(), info);
      if (transposition == null) {
        differences.add(shapes(info, tensor) + ", transposed");
      }
      transpositions.put(name, transposition);
    } else if (!isSame(tensor.shape(), info.shape())) {
      boolean isOther = !exact.contains(name) && Transposition.of(tensor.shape(), info) != null;
      differences.add(shapes(info, tensor) + (isOther ? ": transpose() turns it" : ""));
    }
    read.add(name);
  }

  private static String shapes(ParameterInfo info, FileTensor tensor) {
    return info.name()
        + " has shape "
        + tensor.shapeText()
        + " in the file and "
        + Arrays.toString(info.shape())
        + " in the model";
  }

  private static boolean isSame(long[] fileShape, int[] shape) {
    boolean isSame = fileShape.length == shape.length;
    for (int i = 0; isSame && i < shape.length; i++) {
      isSame = fileShape[i] == shape[i];
    }
    return isSame;
  }

  private IllegalArgumentException refusal() {
    StringBuilder text = new StringBuilder(file).append(" does not fit the model");
    if (differences.size() == 1) {
      return new IllegalArgumentException(text + ": " + differences.get(0));
    }
    text.append(", ").append(differences.size()).append(" differences:");
    for (String difference : differences) {
      text.append("\n  ").append(difference);
    }
    return new IllegalArgumentException(text.toString());
  }

  /**
   * Says where the tensors go.
   *
   * @param weights the model's arrays by names
   * @throws IllegalArgumentException if one is missing
   */
  void place(Map<String, Object> weights) {
    for (String name : read) {
      Object array = weights.get(name);
      if (array == null) {
        differences.add(
            name + " of the model is null: call allocate(model) of its initializer first");
      } else {
        FileTensor tensor = tensors.get(name);
        StoredTensor into = new StoredTensor(parameters.get(name), array);
        readers.put(tensor, new TensorReader(tensor, into, transpositions.get(name)));
      }
    }
    if (!differences.isEmpty()) {
      throw refusal();
    }
  }

  /** What reads a tensor, or null if it is left out. */
  TensorReader reader(FileTensor tensor) {
    return readers.get(tensor);
  }

  ReadReport report() {
    return new ReadReport(read, ignored, missing);
  }
}
