package dev.fanwise.samples.card;

import dev.fanwise.KaimingInit;
import dev.fanwise.LecunInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/**
 * Ten layers with ReLU between them, of which one was given another scheme than the others. Its
 * card shows which.
 */
final class WrongGain {
  @Shape({512, 784})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer1;

  @Shape(512)
  @ZerosInit
  float[] bias1;

  @Shape({512, 512})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer2;

  @Shape(512)
  @ZerosInit
  float[] bias2;

  @Shape({512, 512})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer3;

  @Shape(512)
  @ZerosInit
  float[] bias3;

  @Shape({384, 512})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer4;

  @Shape(384)
  @ZerosInit
  float[] bias4;

  @Shape({384, 384})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer5;

  @Shape(384)
  @ZerosInit
  float[] bias5;

  @Shape({256, 384})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer6;

  @Shape(256)
  @ZerosInit
  float[] bias6;

  @Shape({256, 256})
  @XavierInit
  float[] layer7;

  @Shape(256)
  @ZerosInit
  float[] bias7;

  @Shape({256, 256})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer8;

  @Shape(256)
  @ZerosInit
  float[] bias8;

  @Shape({128, 256})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] layer9;

  @Shape(128)
  @ZerosInit
  float[] bias9;

  @Shape({10, 128})
  @LecunInit
  float[] layer10;

  @Shape(10)
  @ZerosInit
  float[] bias10;
}
