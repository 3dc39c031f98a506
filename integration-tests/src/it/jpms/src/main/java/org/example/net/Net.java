package org.example.net;

import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** A model that the module exports. */
public final class Net {
  @Shape({16, 8})
  @XavierInit
  float[] hidden;

  public Net() {}
}
