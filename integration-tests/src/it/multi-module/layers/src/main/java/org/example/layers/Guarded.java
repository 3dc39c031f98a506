package org.example.layers;

import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;

/**
 * For models of this package, which may be in another jar: one weight is protected, one has no
 * modifier.
 */
public class Guarded extends Dense {
  @Shape({4, 16})
  @KaimingInit
  protected double[][] guarded;

  @Shape({2, 4})
  @KaimingInit
  final float[] own = new float[8];

  public final float[] own() {
    return own;
  }

  public final double[][] guarded() {
    return guarded;
  }
}
