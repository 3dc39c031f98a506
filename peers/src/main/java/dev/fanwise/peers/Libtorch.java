package dev.fanwise.peers;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** PyTorch's operators by their own names, as TorchScript: DJL has no names for many of them. */
final class Libtorch implements AutoCloseable {
  final NDManager manager = NDManager.newBaseManager("PyTorch");

  /** {@code torch.manual_seed(seed)}. */
  static void seed(int seed) {
    engine().setRandomSeed(seed);
  }

  static Engine engine() {
    return Engine.getEngine("PyTorch");
  }

  /**
   * An expression to evaluate often.
   *
   * @param tensors the names of its arguments
   */
  static Model compile(String expression, String... tensors) {
    Model model = Model.newInstance("expression", "PyTorch");
    try {
      model.load(new ByteArrayInputStream(TorchScript.of(expression, tensors)), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalStateException(e);
    }
    return model;
  }

  /** The value of an expression; with gradients, if it is for training. */
  NDArray value(Model expression, boolean training, NDArray... tensors) {
    return expression
        .getBlock()
        .forward(new ParameterStore(manager, false), new NDList(tensors), training)
        .singletonOrThrow();
  }

  /** Evaluates an expression over one tensor, {@code x}, once. */
  void run(String expression, NDArray x) {
    try (Model model = compile(expression, "x")) {
      value(model, false, x);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
