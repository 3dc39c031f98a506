package dev.fanwise.adapt;

import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a model, which of them are fitted, and what they were before. */
final class Network {
  private final Map<String, ParameterInfo> infos = new LinkedHashMap<>();
  private final Map<String, Object> weights = new LinkedHashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final List<Parameter> kept = new ArrayList<>();

  /**
   * Walks a model and keeps what may be changed.
   *
   * @param except the weights that stay as they are
   * @param biases finds the bias of a layer; null if biases stay as they are
   * @throws IllegalStateException if weights that are to be fitted are null, misshapen or shared
   */
  Network(ParameterSource source, Collection<String> except, Biases biases) {
    source.visitParameters(
        (info, array) -> {
          if (infos.put(info.name(), info) != null) {
            throw new IllegalStateException(
                "The model has two parameters " + info.name() + ": names must differ");
          }
          weights.put(info.name(), array);
        });
    for (String name : except) {
      require(name, "except");
    }
    Map<Parameter, Parameter> found = new LinkedHashMap<>();
    Set<String> targets = targets(except);
    if (biases != null) {
      biases.check(targets);
    }
    for (String name : targets) {
      Parameter parameter = new Parameter(infos.get(name), weights.get(name));
      String bias = biases == null ? null : biases.of(parameter.info(), infos);
      found.put(parameter, bias == null ? null : new Parameter(infos.get(bias), weights.get(bias)));
    }
    Set<String> changed = new LinkedHashSet<>();
    for (Map.Entry<Parameter, Parameter> entry : found.entrySet()) {
      Parameter bias = entry.getValue();
      changed.add(entry.getKey().name());
      if (bias != null && !changed.add(bias.name())) {
        throw new IllegalStateException(
            bias.name()
                + " is the bias of two layers, the second of them "
                + entry.getKey().name()
                + ". Name another with bias(\""
                + entry.getKey().name()
                + "\", ...), or none with withoutBias(...).");
      }
    }
    checkShared(changed);
    for (Map.Entry<Parameter, Parameter> entry : found.entrySet()) {
      Layer layer = new Layer(entry.getKey(), entry.getValue(), biases != null);
      layers.put(layer.name(), layer);
      keep(layer.weights);
      if (layer.bias != null) {
        keep(layer.bias);
      }
    }
  }

  private void keep(Parameter parameter) {
    parameter.keep();
    kept.add(parameter);
  }

  /** The marked weights, or where none is marked all that have fans. */
  private Set<String> targets(Collection<String> except) {
    Set<String> marked = new LinkedHashSet<>();
    Set<String> withFans = new LinkedHashSet<>();
    for (ParameterInfo info : infos.values()) {
      if (info.shape().length > 1) {
        withFans.add(info.name());
        if (info.isUnitVariance()) {
          marked.add(info.name());
        }
      }
    }
    Set<String> targets = new LinkedHashSet<>(marked.isEmpty() ? withFans : marked);
    targets.removeAll(except);
    if (targets.isEmpty()) {
      throw new IllegalStateException(
          "The model has no weights to fit: of "
              + infos.size()
              + " parameters "
              + withFans.size()
              + " have two dimensions or more, and except() names "
              + except.size());
    }
    return targets;
  }

  private void checkShared(Set<String> changed) {
    Memory memory = new Memory();
    for (ParameterInfo info : infos.values()) {
      claim(memory, weights.get(info.name()), info.name(), changed);
    }
  }

  private static void claim(Memory memory, Object storage, String name, Set<String> changed) {
    if (storage instanceof Object[]) {
      for (Object row : (Object[]) storage) {
        claim(memory, row, name, changed);
      }
      return;
    }
    String owner = storage == null ? null : memory.claim(storage, name);
    if (owner != null && (changed.contains(owner) || changed.contains(name))) {
      throw new IllegalStateException(
          owner.equals(name)
              ? "Two rows of " + name + " are the same array: a factor would be applied twice"
              : owner
                  + " and "
                  + name
                  + " share their weights: a factor for one would change the other. Leave both"
                  + " out with except(\""
                  + owner
                  + "\", \""
                  + name
                  + "\").");
    }
  }

  /** The layers that are fitted, by the names of their weights, in the model's order. */
  Map<String, Layer> layers() {
    return layers;
  }

  /**
   * The description of a parameter.
   *
   * @param where who named it, for the message
   * @throws IllegalStateException if there is none of that name
   */
  ParameterInfo require(String name, String where) {
    ParameterInfo info = infos.get(name);
    if (info == null) {
      throw new IllegalStateException(
          where
              + "(\""
              + name
              + "\") names no parameter of the model, which has "
              + infos.size()
              + "."
              + Names.suggestion(name, infos.keySet()));
    }
    return info;
  }

  /** Makes everything what it was. */
  void restore() {
    for (Parameter parameter : kept) {
      parameter.restore();
    }
  }
}
