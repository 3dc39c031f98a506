package dev.fanwise.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * DJL's own random methods on its PyTorch engine. Each makes a new tensor; the truncated normal is
 * a loop of DJL's in Java.
 */
final class DjlPeer implements Peer {
  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final Shape shape;

  DjlPeer(int size) {
    shape = new Shape(size);
  }

  @Override
  public Object draw(Law law) {
    try (NDArray tensor = create(law)) {
      return tensor.getUid();
    }
  }

  @Override
  public void draw(Law law, float[] into) {
    try (NDArray tensor = create(law)) {
      tensor.toByteBuffer(true).asFloatBuffer().get(into);
    }
  }

  private NDArray create(Law law) {
    return switch (law) {
      case UNIFORM -> manager.randomUniform(-Law.BOUND, Law.BOUND, shape);
      case NORMAL -> manager.randomNormal(0, Law.STD, shape, DataType.FLOAT32);
      case TRUNCATED -> manager.truncatedNormal(0, Law.STD, shape, DataType.FLOAT32);
    };
  }

  @Override
  public void close() {
    manager.close();
  }
}
