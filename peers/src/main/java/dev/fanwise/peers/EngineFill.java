package dev.fanwise.peers;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.core.Linear;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.djl.FanwiseDjl;
import dev.fanwise.dl4j.FanwiseWeightInit;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Schemes;
import dev.fanwise.tensorflow.FanwiseTensorFlow;
import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * How long an engine takes to initialise a layer of 25 million weights, by itself and by Fanwise:
 * He et al.'s normal, one thread, in turn, in one run.
 */
public final class EngineFill {
  private static final int WIDTH = 5000;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;

  private EngineFill() {}

  /** Prints a line for each engine. */
  public static void main(String[] args) {
    Engines.configure();
    System.out.printf(
        "%,d floats, N(0, 2 / fan_in), medians of %d rounds%n", WIDTH * WIDTH, ROUNDS);
    djl();
    dl4j();
    tensorFlow();
  }

  /** A block that has its arrays, drawn in place; and a whole block each time, with its arrays. */
  private static void djl() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ai.djl.ndarray.types.Shape input = new ai.djl.ndarray.types.Shape(1, WIDTH);
      Linear ready = Linear.builder().setUnits(WIDTH).build();
      ready.initialize(manager, DataType.FLOAT32, input);
      print(
          "DJL, in place",
          () -> {
            Linear block = Linear.builder().setUnits(WIDTH).build();
            block.initialize(manager, DataType.FLOAT32, input);
            block.clear();
          },
          () -> FanwiseDjl.initialize(ready, 1, Rules.weights(Schemes.kaiming())));
      print(
          "DJL, with its arrays",
          () -> {
            Linear block = Linear.builder().setUnits(WIDTH).build();
            block.initialize(manager, DataType.FLOAT32, input);
            block.clear();
          },
          () -> {
            Linear block = Linear.builder().setUnits(WIDTH).build();
            FanwiseDjl.initialize(
                block, 1, Rules.weights(Schemes.kaiming()), manager, DataType.FLOAT32, input);
            block.clear();
          });
    }
  }

  /** The weights alone, in the network's parameters that are there. */
  private static void dl4j() {
    INDArray parameters = Nd4j.create(org.nd4j.linalg.api.buffer.DataType.FLOAT, WIDTH * WIDTH);
    long[] shape = {WIDTH, WIDTH};
    IWeightInit own = new WeightInitRelu();
    IWeightInit fanwise =
        FanwiseWeightInit.kaiming(1, FanMode.FAN_IN, Nonlinearity.RELU, Distribution.NORMAL);
    print(
        "DL4J, a weightInit",
        () -> own.init(WIDTH, WIDTH, shape, 'f', parameters),
        () -> fanwise.init(WIDTH, WIDTH, shape, 'f', parameters));
  }

  /** A variable of a session, by an operation of the graph and from a tensor. */
  private static void tensorFlow() {
    ConfigProto oneThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Variable<TFloat32> weights =
          tf.withName("weights").variable(Shape.of(WIDTH, WIDTH), TFloat32.class);
      tf.linalg.matMul(tf.zeros(tf.constant(new long[] {1, WIDTH}), TFloat32.class), weights);
      Assign<TFloat32> own =
          tf.assign(
              weights,
              tf.math.mul(
                  tf.random.randomStandardNormal(
                      tf.constant(new int[] {WIDTH, WIDTH}), TFloat32.class),
                  tf.constant((float) Math.sqrt(2.0 / WIDTH))));
      try (Session session = new Session(graph, oneThread)) {
        print(
            "TensorFlow, a variable",
            () -> session.runner().addTarget(own).run().close(),
            () -> FanwiseTensorFlow.initialize(session, 1, Rules.weights(Schemes.kaiming())));
      }
    }
  }

  private static void print(String what, Runnable own, Runnable fanwise) {
    double[] ownMillis = new double[ROUNDS];
    double[] fanwiseMillis = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double first = millis(own);
      double second = millis(fanwise);
      if (round >= 0) {
        ownMillis[round] = first;
        fanwiseMillis[round] = second;
        ratios[round] = second / first;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s itself %7.1f ms, Fanwise %7.1f ms, ratio %.2f%n",
        what,
        median(ownMillis),
        median(fanwiseMillis),
        median(ratios));
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
