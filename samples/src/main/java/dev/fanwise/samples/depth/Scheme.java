package dev.fanwise.samples.depth;

import dev.fanwise.runtime.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The three ways to start a deep ReLU network that He et al. (2015) compare. */
enum Scheme {
  KAIMING(
      "Kaiming",
      KaimingLayers::first,
      KaimingLayers::hidden,
      KaimingLayers::last,
      KaimingLayers.hiddenStd()),
  XAVIER(
      "Xavier",
      XavierLayers::first,
      XavierLayers::hidden,
      XavierLayers::last,
      XavierLayers.hiddenStd()),
  SMALL_NORMAL(
      "N(0, 0.01²)",
      SmallNormalLayers::first,
      SmallNormalLayers::hidden,
      SmallNormalLayers::last,
      SmallNormalLayers.hiddenStd());

  /** The number of units of every hidden layer. */
  static final int WIDTH = 64;

  private final String title;
  private final LongFunction<Dense> first;
  private final LongFunction<Dense> hidden;
  private final LongFunction<Dense> last;
  private final double hiddenStd;

  Scheme(
      String title,
      LongFunction<Dense> first,
      LongFunction<Dense> hidden,
      LongFunction<Dense> last,
      double hiddenStd) {
    this.title = title;
    this.first = first;
    this.hidden = hidden;
    this.last = last;
    this.hiddenStd = hiddenStd;
  }

  /**
   * A network of some number of weight layers. Layer l has the seed {@code fold(seed, l)}, so that
   * no two layers are alike, and a deeper network of the same seed begins with the same layers.
   */
  ReluNetwork network(int depth, long seed) {
    List<Dense> layers = new ArrayList<>();
    layers.add(first.apply(Keys.fold(seed, 1)));
    for (int l = 2; l < depth; l++) {
      layers.add(hidden.apply(Keys.fold(seed, l)));
    }
    layers.add(last.apply(Keys.fold(seed, depth)));
    return new ReluNetwork(layers);
  }

  /**
   * What theory says of the variance from one hidden layer to the next, ½·n·Var[w]: of responses
   * going forward (He et al. 2015, equation 9) and, as these layers are square, of gradients going
   * backward (equation 13).
   */
  double varianceFactor() {
    return WIDTH * hiddenStd * hiddenStd / 2;
  }

  @Override
  public String toString() {
    return title;
  }
}
