package dev.fanwise.samples.depth;

import dev.fanwise.platform.Lines;

/** The layers of the sample's three networks, from its own package, where they are visible. */
public final class DepthModels {
  private DepthModels() {}

  /** Prints a line for each of their parameters. */
  public static void print(Lines lines, long seed) {
    KaimingLayers.First kaimingFirst =
        KaimingLayers_FirstInitializer.initialize(new KaimingLayers.First(), seed);
    lines.weights(
        "KaimingLayers.First",
        visitor -> KaimingLayers_FirstInitializer.visitParameters(kaimingFirst, visitor));
    KaimingLayers.Hidden kaimingHidden =
        KaimingLayers_HiddenInitializer.initialize(new KaimingLayers.Hidden(), seed);
    lines.weights(
        "KaimingLayers.Hidden",
        visitor -> KaimingLayers_HiddenInitializer.visitParameters(kaimingHidden, visitor));
    KaimingLayers.Last kaimingLast =
        KaimingLayers_LastInitializer.initialize(new KaimingLayers.Last(), seed);
    lines.weights(
        "KaimingLayers.Last",
        visitor -> KaimingLayers_LastInitializer.visitParameters(kaimingLast, visitor));
    XavierLayers.First xavierFirst =
        XavierLayers_FirstInitializer.initialize(new XavierLayers.First(), seed);
    lines.weights(
        "XavierLayers.First",
        visitor -> XavierLayers_FirstInitializer.visitParameters(xavierFirst, visitor));
    XavierLayers.Hidden xavierHidden =
        XavierLayers_HiddenInitializer.initialize(new XavierLayers.Hidden(), seed);
    lines.weights(
        "XavierLayers.Hidden",
        visitor -> XavierLayers_HiddenInitializer.visitParameters(xavierHidden, visitor));
    XavierLayers.Last xavierLast =
        XavierLayers_LastInitializer.initialize(new XavierLayers.Last(), seed);
    lines.weights(
        "XavierLayers.Last",
        visitor -> XavierLayers_LastInitializer.visitParameters(xavierLast, visitor));
    SmallNormalLayers.First smallNormalFirst =
        SmallNormalLayers_FirstInitializer.initialize(new SmallNormalLayers.First(), seed);
    lines.weights(
        "SmallNormalLayers.First",
        visitor -> SmallNormalLayers_FirstInitializer.visitParameters(smallNormalFirst, visitor));
    SmallNormalLayers.Hidden smallNormalHidden =
        SmallNormalLayers_HiddenInitializer.initialize(new SmallNormalLayers.Hidden(), seed);
    lines.weights(
        "SmallNormalLayers.Hidden",
        visitor -> SmallNormalLayers_HiddenInitializer.visitParameters(smallNormalHidden, visitor));
    SmallNormalLayers.Last smallNormalLast =
        SmallNormalLayers_LastInitializer.initialize(new SmallNormalLayers.Last(), seed);
    lines.weights(
        "SmallNormalLayers.Last",
        visitor -> SmallNormalLayers_LastInitializer.visitParameters(smallNormalLast, visitor));
  }
}
