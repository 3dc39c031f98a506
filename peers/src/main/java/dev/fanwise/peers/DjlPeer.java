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
    NDManager scope = scope(law);
    NDArray tensor = create(scope, law);
    release(scope, tensor);
    return tensor;
  }

  @Override
  public void draw(Law law, float[] into) {
    NDManager scope = scope(law);
    NDArray tensor = create(scope, law);
    tensor.toByteBuffer(true).asFloatBuffer().get(into);
    release(scope, tensor);
  }

  private NDArray create(NDManager scope, Law law) {
    return switch (law) {
      case UNIFORM -> scope.randomUniform(-Law.BOUND, Law.BOUND, shape);
      case NORMAL -> scope.randomNormal(0, Law.STD, shape, DataType.FLOAT32);
      case TRUNCATED -> scope.truncatedNormal(0, Law.STD, shape, DataType.FLOAT32);
    };
  }

  /** The truncated normal leaves three more tensors behind, which only a manager's end frees. */
  private NDManager scope(Law law) {
    return law == Law.TRUNCATED ? manager.newSubManager() : manager;
  }

  private void release(NDManager scope, NDArray tensor) {
    tensor.close();
    if (scope != manager) {
      scope.close();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
