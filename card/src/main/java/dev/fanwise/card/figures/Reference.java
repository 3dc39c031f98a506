package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gain that the layers of a model are measured against.
 *
 * @param kind where it comes from
 * @param activation the activation whose gain it is, or null
 * @param gain the gain; NaN if each layer has its own
 * @param votes how many layers agree with it
 * @param voters of how many
 */
public record Reference(Kind kind, String activation, double gain, int votes, int voters) {
  /** Where a gain comes from. */
  public enum Kind {
    /** The activation that more than half of the layers are for, or have the gain of. */
    MAJORITY,
    /** Schemes are for different activations, and each layer is measured against its own. */
    OWN,
    /** No activation is that of most layers, but more than half of them have one gain. */
    COMMON,
    /** Nothing says what gain there should be: 1, and no layer is called odd. */
    LINEAR
  }

  /** How far a standard deviation may be off, as a ratio, before it is called odd. */
  static final double TOLERANCE = 1.05;

  static Reference of(List<Layer> layers) {
    Map<String, Double> gains = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (layer.isConsistent()) {
        gains.putIfAbsent(layer.activation(), layer.gain());
      }
    }
    for (Map.Entry<String, Double> entry : gains.entrySet()) {
      String activation = entry.getKey();
      double gain = entry.getValue();
      int votes = (int) layers.stream().filter(one -> votes(one, activation, gain)).count();
      if (2 * votes > layers.size()) {
        return new Reference(Kind.MAJORITY, activation, gain, votes, layers.size());
      }
    }
    Reference common = common(layers);
    return common.kind == Kind.COMMON || gains.isEmpty()
        ? common
        : new Reference(Kind.OWN, null, Double.NaN, 0, layers.size());
  }

  /** Whether a layer is for an activation; if it is for none, whether it has the gain. */
  private static boolean votes(Layer layer, String activation, double gain) {
    boolean isFor = layer.activation() == null || layer.activation().equals(activation);
    return isFor && isNear(layer.actualGain() / gain);
  }

  private static Reference common(List<Layer> layers) {
    List<Double> gains = new ArrayList<>(layers.stream().map(Layer::actualGain).toList());
    Collections.sort(gains);
    double median = gains.isEmpty() ? 1 : gains.get(gains.size() / 2);
    int near = (int) gains.stream().filter(gain -> isNear(gain / median)).count();
    return layers.size() >= 3 && 2 * near > layers.size()
        ? new Reference(Kind.COMMON, null, median, near, layers.size())
        : new Reference(Kind.LINEAR, "LINEAR", 1, 0, layers.size());
  }

  static boolean isNear(double ratio) {
    return ratio < TOLERANCE && ratio > 1 / TOLERANCE;
  }

  /** The gain that a layer is measured against. */
  double gainFor(Layer layer) {
    if (kind != Kind.OWN) {
      return gain;
    }
    return layer.activation() == null ? 1 : layer.gain();
  }
}
