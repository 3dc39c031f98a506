package dev.fanwise.platform.timing;

import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/** A 784-256-128-10 network: 235,146 parameters. */
final class Network {
  @Shape({256, 784})
  @XavierInit
  float[] first;

  @Shape(256)
  @ZerosInit
  float[] firstBias;

  @Shape({128, 256})
  @XavierInit
  float[] second;

  @Shape(128)
  @ZerosInit
  float[] secondBias;

  @Shape({10, 128})
  @XavierInit
  float[] third;

  @Shape(10)
  @ZerosInit
  float[] thirdBias;
}
