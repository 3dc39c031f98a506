package dev.fanwise.benchmarks;

import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/** 784-256-128-10, for {@link ColdStart}. */
final class KaimingNetwork {
  @Shape({256, 784})
  @KaimingInit
  float[] first;

  @Shape(256)
  @ZerosInit
  float[] firstBias;

  @Shape({128, 256})
  @KaimingInit
  float[] second;

  @Shape(128)
  @ZerosInit
  float[] secondBias;

  @Shape({10, 128})
  @KaimingInit
  float[] third;

  @Shape(10)
  @ZerosInit
  float[] thirdBias;
}
