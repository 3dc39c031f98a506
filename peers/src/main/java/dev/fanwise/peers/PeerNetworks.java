package dev.fanwise.peers;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.UniformDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The weights of a 784-256-128-10 network, Xavier uniform, and its biases, zero, by each library.
 */
final class PeerNetworks {
  /** Out and in of each layer. */
  private static final int[][] LAYERS = {{256, 784}, {128, 256}, {10, 128}};

  private PeerNetworks() {}

  static float bound(int[] layer) {
    return (float) Math.sqrt(6.0 / (layer[0] + layer[1]));
  }

  static Object initialise(String way) {
    return switch (way) {
      case "empty" -> way;
      case "fanwise" -> NetworkInitializer.initialize(new Network(), 42);
      case "random" -> Loop.network();
      case "djl" -> Djl.network();
      case "nd4j" -> Nd4jOps.network();
      case "tensorflow" -> TensorFlow.network();
      default -> throw new IllegalArgumentException(way);
    };
  }

  // A class for each, so that a fresh JVM loads only what it runs.

  private static final class Loop {
    static Object network() {
      Random random = new Random(42);
      List<float[]> parameters = new ArrayList<>();
      for (int[] layer : LAYERS) {
        float[] weights = new float[layer[0] * layer[1]];
        float bound = bound(layer);
        for (int i = 0; i < weights.length; i++) {
          weights[i] = (random.nextFloat() * 2 - 1) * bound;
        }
        parameters.add(weights);
        parameters.add(new float[layer[0]]);
      }
      return parameters;
    }
  }

  private static final class Djl {
    static Object network() {
      NDManager manager = NDManager.newBaseManager("PyTorch");
      List<Object> parameters = new ArrayList<>();
      for (int[] layer : LAYERS) {
        Shape shape = new Shape(layer[0], layer[1]);
        parameters.add(manager.randomUniform(-bound(layer), bound(layer), shape));
        parameters.add(manager.zeros(new Shape(layer[0])));
      }
      return parameters;
    }
  }

  private static final class Nd4jOps {
    static Object network() {
      List<Object> parameters = new ArrayList<>();
      for (int[] layer : LAYERS) {
        INDArray weights = Nd4j.createUninitialized(DataType.FLOAT, layer[0], layer[1]);
        parameters.add(Nd4j.exec(new UniformDistribution(weights, -bound(layer), bound(layer))));
        parameters.add(Nd4j.zeros(DataType.FLOAT, layer[0]));
      }
      return parameters;
    }
  }

  private static final class TensorFlow {
    static Object network() {
      Ops tf = Ops.create(EagerSession.create());
      List<Object> parameters = new ArrayList<>();
      for (int[] layer : LAYERS) {
        float bound = bound(layer);
        parameters.add(
            tf.math
                .sub(
                    tf.math.mul(
                        tf.random.randomUniform(tf.constant(layer), TFloat32.class),
                        tf.constant(2 * bound)),
                    tf.constant(bound))
                .asTensor());
        parameters.add(tf.zeros(tf.array(layer[0]), TFloat32.class).asTensor());
      }
      return parameters;
    }
  }
}
