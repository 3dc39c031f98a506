package dev.fanwise.peers;

import java.util.EnumMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** TensorFlow's random operations in a graph of its own. Each run makes a new tensor. */
final class TensorFlowPeer implements Peer {
  private final Graph graph = new Graph();
  private final Session session;
  private final Map<Law, Operand<TFloat32>> tensors = new EnumMap<>(Law.class);

  TensorFlowPeer(int size) {
    ConfigProto oneThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();
    session = new Session(graph, oneThread);
    Ops tf = Ops.create(graph);
    for (Law law : Law.values()) {
      tensors.put(law, tensor(tf, law, size));
    }
  }

  static Operand<TFloat32> tensor(Ops tf, Law law, int... dims) {
    var shape = tf.constant(dims);
    return switch (law) {
      case UNIFORM ->
          tf.math.sub(
              tf.math.mul(
                  tf.random.randomUniform(shape, TFloat32.class), tf.constant(2 * Law.BOUND)),
              tf.constant(Law.BOUND));
      case NORMAL ->
          tf.math.mul(tf.random.randomStandardNormal(shape, TFloat32.class), tf.constant(Law.STD));
      case TRUNCATED ->
          tf.math.mul(tf.random.truncatedNormal(shape, TFloat32.class), tf.constant(Law.STD));
    };
  }

  @Override
  public Object draw(Law law) {
    try (Result result = run(law)) {
      return result.size();
    }
  }

  @Override
  public void draw(Law law, float[] into) {
    try (Result result = run(law)) {
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(into, false, false));
    }
  }

  private Result run(Law law) {
    return session.runner().fetch(tensors.get(law)).run();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
