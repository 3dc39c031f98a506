package dev.fanwise.peers;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))} in libtorch, by the
 * operators that these modules, {@code nn.CrossEntropyLoss} and {@code torch.optim.SGD} call, with
 * libtorch's own gradients.
 */
final class TorchNetwork implements AutoCloseable {
  private static final String LOSS =
      "torch.cross_entropy_loss("
          + "torch.linear(torch.relu(torch.linear(x, w0, b0)), w2, b2), labels)";

  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final List<Model> models = new ArrayList<>();
  private final NDList parameters = new NDList();
  private final Model loss;
  private final Model update;

  /** A network as its constructor leaves it after {@code torch.manual_seed(seed)}. */
  TorchNetwork(int seed, double learningRate) {
    loss = load(LOSS, "x", "labels", "w0", "b0", "w2", "b2");
    update = load("torch.add_(w, gradient, alpha=" + -learningRate + ")", "w", "gradient");
    seed(seed);
    linear(784, 256);
    linear(256, 10);
  }

  /** {@code torch.manual_seed(seed)}. */
  static void seed(int seed) {
    Engine.getEngine("PyTorch").setRandomSeed(seed);
  }

  /** {@code nn.Linear.reset_parameters}, with {@code nn.init.kaiming_uniform_}'s steps. */
  private void linear(int in, int out) {
    double slope = Math.sqrt(5);
    double gain = Math.sqrt(2.0 / (1 + slope * slope));
    double bound = Math.sqrt(3.0) * (gain / Math.sqrt(in));
    parameter(bound, out, in);
    parameter(1 / Math.sqrt(in), out);
  }

  private void parameter(double bound, long... shape) {
    NDArray tensor = manager.zeros(new Shape(shape));
    apply(load("torch.uniform_(x, " + -bound + ", " + bound + ")", "x"), false, tensor);
    parameters.add(tensor);
  }

  /** Normals in a new tensor: {@code torch.empty(count).normal_(0, std)}. */
  float[] normals(int count, double std) {
    try (NDArray tensor = manager.zeros(new Shape(count))) {
      apply(load("torch.normal_(x, 0., " + std + ")", "x"), false, tensor);
      return tensor.toFloatArray();
    }
  }

  /** Its parameters: {@code 0.weight}, {@code 0.bias}, {@code 2.weight}, {@code 2.bias}. */
  List<float[]> parameters() {
    return parameters.stream().map(NDArray::toFloatArray).toList();
  }

  /** One step of stochastic gradient descent; returns the loss before it. */
  float step(float[] pixels, int[] labels) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray x = scope.create(pixels, new Shape(labels.length, 784));
      NDArray y = scope.create(Arrays.stream(labels).asLongStream().toArray());
      parameters.forEach(p -> p.setRequiresGradient(true));
      float value;
      try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDList arguments = new NDList(x, y);
        arguments.addAll(parameters);
        NDArray mean = apply(loss, true, arguments.toArray(new NDArray[0]));
        gradients.backward(mean);
        value = mean.getFloat();
        mean.close();
      }
      for (NDArray parameter : parameters) {
        try (NDArray gradient = parameter.getGradient()) {
          parameter.setRequiresGradient(false);
          apply(update, false, parameter, gradient);
          JniUtils.zeroGrad((PtNDArray) parameter); // backward adds to it
        }
      }
      return value;
    }
  }

  private Model load(String expression, String... tensors) {
    Model model = Model.newInstance("expression", "PyTorch");
    models.add(model);
    try {
      model.load(new ByteArrayInputStream(TorchScript.of(expression, tensors)), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalStateException(e);
    }
    return model;
  }

  private NDArray apply(Model model, boolean training, NDArray... tensors) {
    return model
        .getBlock()
        .forward(new ParameterStore(manager, false), new NDList(tensors), training)
        .singletonOrThrow();
  }

  @Override
  public void close() {
    models.forEach(Model::close);
    manager.close();
  }
}
