package org.example.app;

import dev.fanwise.BiasInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import org.example.layers.Dense;

/** In another package and another jar than its superclass. */
public class Net extends Dense {
  @Shape({4, 16})
  @KaimingInit
  protected float[] out;

  @Shape(16)
  @BiasInit(of = "weight")
  float[] second;
}
