package dev.fanwise.samples.adapt;

import dev.fanwise.adapt.FitReport;
import dev.fanwise.adapt.Lsuv;
import dev.fanwise.samples.depth.Dense;
import dev.fanwise.samples.depth.Digits;
import java.util.Arrays;

/** How a deep network starts. */
enum Start {
  XAVIER("Xavier"),
  ORTHOGONAL("orthonormal"),
  LSUV("LSUV");

  /** The number of values between two layers. */
  static final int WIDTH = 32;

  private final String title;

  Start(String title) {
    this.title = title;
  }

  /**
   * A network that has started.
   *
   * @param report what the fit did, or null
   */
  record Started(DeepNetwork network, FitReport report) {}

  /** A network of some depth, counted in weight layers, fitted to a batch if it is to be. */
  Started network(Activation activation, int depth, double[][] batch, long seed) {
    int[] inputs = new int[depth];
    Arrays.fill(inputs, WIDTH);
    inputs[0] = Digits.PIXELS;
    int[] outputs = new int[depth];
    Arrays.fill(outputs, activation.pieces * WIDTH);
    outputs[depth - 1] = Digits.CLASSES;

    if (this == XAVIER) {
      XavierNet net = XavierNetInitializer.initialize(new XavierNet(inputs, outputs), seed);
      return new Started(
          new DeepNetwork(
              Arrays.stream(net.layers).map(l -> new Dense(l.weights, l.bias)).toList(),
              activation),
          null);
    }
    OrthogonalNet net =
        OrthogonalNetInitializer.initialize(new OrthogonalNet(inputs, outputs), seed);
    DeepNetwork network =
        new DeepNetwork(
            Arrays.stream(net.layers).map(l -> new Dense(l.weights, l.bias)).toList(), activation);
    FitReport report =
        this == ORTHOGONAL
            ? null
            : Lsuv.of(visitor -> OrthogonalNetInitializer.visitParameters(net, visitor))
                .fit(observer -> network.forward(batch, observer));
    return new Started(network, report);
  }

  @Override
  public String toString() {
    return title;
  }
}
