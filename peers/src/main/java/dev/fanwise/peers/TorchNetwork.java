package dev.fanwise.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
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

  private final Libtorch torch = new Libtorch();
  private final NDList parameters = new NDList();
  private final Model loss = Libtorch.compile(LOSS, "x", "labels", "w0", "b0", "w2", "b2");
  private final Model update;

  /** A network as its constructor leaves it after {@code torch.manual_seed(seed)}. */
  TorchNetwork(int seed, double learningRate) {
    update =
        Libtorch.compile("torch.add_(w, gradient, alpha=" + -learningRate + ")", "w", "gradient");
    Libtorch.seed(seed);
    linear(784, 256);
    linear(256, 10);
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
    NDArray tensor = torch.manager.zeros(new Shape(shape));
    torch.run("torch.uniform_(x, " + -bound + ", " + bound + ")", tensor);
    parameters.add(tensor);
  }

  /** Its parameters: {@code 0.weight}, {@code 0.bias}, {@code 2.weight}, {@code 2.bias}. */
  List<float[]> parameters() {
    return parameters.stream().map(NDArray::toFloatArray).toList();
  }

  /** One step of stochastic gradient descent; returns the loss before it. */
  float step(float[] pixels, int[] labels) {
    try (NDManager scope = torch.manager.newSubManager()) {
      NDArray x = scope.create(pixels, new Shape(labels.length, 784));
      NDArray y = scope.create(Arrays.stream(labels).asLongStream().toArray());
      NDList arguments = new NDList(x, y);
      arguments.addAll(parameters);
      parameters.forEach(p -> p.setRequiresGradient(true));
      float value;
      try (GradientCollector gradients = Libtorch.engine().newGradientCollector();
          NDArray mean = torch.value(loss, true, arguments.toArray(new NDArray[0]))) {
        gradients.backward(mean);
        value = mean.getFloat();
      }
      parameters.forEach(this::update);
      return value;
    }
  }

  private void update(NDArray parameter) {
    try (NDArray gradient = parameter.getGradient()) {
      parameter.setRequiresGradient(false);
      torch.value(update, false, parameter, gradient);
      JniUtils.zeroGrad((PtNDArray) parameter); // or the next step would add to it
    }
  }

  @Override
  public void close() {
    loss.close();
    update.close();
    torch.close();
  }
}
