package dev.fanwise.spark;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;

/** A model that needs no numbers. */
final class Constant {
  @Shape({30, 20})
  @NormalInit(std = 0.5)
  float[] weight;
}
