package dev.fanwise.card.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers after which no activation follows, as far as shapes and order show them: the last one,
 * and layers side by side that read the same and do not read each other, as the heads of an
 * actor-critic or the mean and variance of an autoencoder.
 */
final class Outputs {
  private Outputs() {}

  /** The numbers of the parameters that are outputs. */
  static Set<Integer> of(List<Layer> layers) {
    Set<Integer> outputs = new HashSet<>();
    for (int i = 0; i + 1 < layers.size(); i++) {
      Layer one = layers.get(i);
      Layer next = layers.get(i + 1);
      boolean readTheSame = fanIn(one) == fanIn(next) && fanOut(one) != fanIn(next);
      if (readTheSame) {
        add(one, outputs);
        add(next, outputs);
      }
    }
    if (!layers.isEmpty()) {
      outputs.add(layers.get(layers.size() - 1).of().number());
    }
    return outputs;
  }

  /** One that is said to be for an activation is none. */
  private static void add(Layer layer, Set<Integer> outputs) {
    if (!layer.isOutspoken()) {
      outputs.add(layer.of().number());
    }
  }

  private static double fanIn(Layer layer) {
    return layer.of().of().fans().fanIn();
  }

  private static double fanOut(Layer layer) {
    return layer.of().of().fans().fanOut();
  }
}
