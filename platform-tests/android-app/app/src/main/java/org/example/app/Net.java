package org.example.app;

import dev.fanwise.KaimingInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Two layers, 2 to 16 to 1, in direct buffers: what an interpreter of TensorFlow Lite takes as it
 * is.
 */
final class Net {
  static final int IN = 2;
  static final int HIDDEN = 16;

  @Shape({HIDDEN, IN})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  final FloatBuffer hidden = direct(HIDDEN * IN);

  @Shape(HIDDEN)
  @ZerosInit
  final FloatBuffer hiddenBias = direct(HIDDEN);

  @Shape({1, HIDDEN})
  @XavierInit
  final FloatBuffer out = direct(HIDDEN);

  static FloatBuffer direct(int elements) {
    return ByteBuffer.allocateDirect(4 * elements).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
