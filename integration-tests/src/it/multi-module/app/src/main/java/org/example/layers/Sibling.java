package org.example.layers;

import dev.fanwise.OnesInit;
import dev.fanwise.Shape;

/** In the package of its superclass, in another jar. */
public class Sibling extends Guarded {
  @Shape(4)
  @OnesInit
  public float[] scale;
}
