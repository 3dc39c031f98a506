package dev.fanwise.peers;

import dev.fanwise.runtime.Fill;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Fanwise: native memory is a direct buffer, an array is drawn without one. */
final class FanwisePeer implements Peer {
  private final FloatBuffer tensor;
  private long seed;

  FanwisePeer(int size) {
    tensor =
        ByteBuffer.allocateDirect(size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  @Override
  public Object draw(Law law) {
    int size = tensor.capacity();
    seed++;
    switch (law) {
      case UNIFORM -> Fill.uniform(tensor, 0, size, seed, 0, -Law.BOUND, Law.BOUND);
      case NORMAL -> Fill.normal(tensor, 0, size, seed, 0, 0, Law.STD);
      case TRUNCATED -> Fill.truncatedNormal(tensor, 0, size, seed, 0, 0, Law.STD, -2, 2);
    }
    return tensor;
  }

  @Override
  public void draw(Law law, float[] into) {
    int size = into.length;
    seed++;
    switch (law) {
      case UNIFORM -> Fill.uniform(into, 0, size, seed, 0, -Law.BOUND, Law.BOUND);
      case NORMAL -> Fill.normal(into, 0, size, seed, 0, 0, Law.STD);
      case TRUNCATED -> Fill.truncatedNormal(into, 0, size, seed, 0, 0, Law.STD, -2, 2);
    }
  }

  @Override
  public void close() {}
}
