package org.example.net;

import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

final class Net {
  @Shape({16, 8})
  @XavierInit
  float[] hidden;
}
