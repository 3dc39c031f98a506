package org.example.layers;

import dev.fanwise.BiasInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** For models anywhere: all its weights are public. */
public class Dense {
  @Shape({16, 8})
  @XavierInit
  public float[] weight;

  @Shape(16)
  @BiasInit(of = "weight")
  public float[] bias;
}
