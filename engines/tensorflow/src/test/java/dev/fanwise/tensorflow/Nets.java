package dev.fanwise.tensorflow;

import java.util.List;
import java.util.function.BiFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.Momentum;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Split;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** Small networks of the kinds that people train. */
final class Nets {
  static final Shape PICTURES = Shape.of(4, 8, 8, 3);
  static final Shape SENTENCES = Shape.of(4, 6, 16);

  /** What a network computes of its inputs. */
  interface Net extends BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> {}

  private Nets() {}

  static Session session(Graph graph) {
    return new Session(
        graph,
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build());
  }

  static Variable<TFloat32> variable(Ops tf, String name, long... shape) {
    return tf.withName(name).variable(Shape.of(shape), TFloat32.class);
  }

  static Operand<TFloat32> conv(Ops tf, Operand<TFloat32> x, String name, int out, long stride) {
    long in = x.shape().get(3);
    return tf.nn.conv2d(
        x, variable(tf, name, 3, 3, in, out), List.of(1L, stride, stride, 1L), "SAME");
  }

  private static Operand<TFloat32> dense(Ops tf, Operand<TFloat32> x, String name, int out) {
    Variable<TFloat32> kernel = variable(tf, name + ".kernel", x.shape().get(1), out);
    return tf.math.add(tf.linalg.matMul(x, kernel), variable(tf, name + ".bias", out));
  }

  private static Operand<TFloat32> head(Ops tf, Operand<TFloat32> x) {
    long size = x.shape().size() / x.shape().get(0);
    return dense(tf, tf.reshape(x, tf.constant(new long[] {x.shape().get(0), size})), "head", 1);
  }

  static Operand<TFloat32> resNet(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> stem = conv(tf, x, "stem", 8, 2);
    Operand<TFloat32> one = conv(tf, stem, "conv1", 8, 1);
    Operand<TFloat32> scaled =
        tf.math.add(tf.math.mul(one, variable(tf, "norm.gamma", 8)), variable(tf, "norm.beta", 8));
    Operand<TFloat32> two = conv(tf, tf.nn.relu(scaled), "conv2", 8, 1);
    return head(tf, tf.nn.relu(tf.math.add(stem, two)));
  }

  /** Attention of one head over the words of each sentence, and a dense block. */
  static Operand<TFloat32> transformer(Ops tf, Operand<TFloat32> x) {
    long batch = x.shape().get(0);
    long words = x.shape().get(1);
    Operand<TFloat32> flat = tf.reshape(x, tf.constant(new long[] {batch * words, 16}));
    Operand<TFloat32> fused =
        tf.linalg.matMul(flat, variable(tf, "attention.qkv", 16, 48)); // queries, keys, values
    Split<TFloat32> parts = tf.split(tf.constant(1), fused, 3L);
    Operand<TFloat32> scores =
        tf.math.mul(
            tf.linalg.matMul(
                parts.output().get(0),
                parts.output().get(1),
                org.tensorflow.op.linalg.MatMul.transposeB(true)),
            tf.constant(0.25f));
    Operand<TFloat32> attended = tf.linalg.matMul(tf.nn.softmax(scores), parts.output().get(2));
    Operand<TFloat32> first =
        tf.math.add(flat, tf.linalg.matMul(attended, variable(tf, "attention.out", 16, 16)));
    Operand<TFloat32> wide = tf.nn.relu(dense(tf, first, "wide", 32));
    Operand<TFloat32> second = tf.math.add(first, dense(tf, wide, "narrow", 16));
    return head(tf, tf.reshape(second, tf.constant(new long[] {batch, words * 16})));
  }

  /** An LSTM of 12 units, word by word, with its four gates in one matrix. */
  static Operand<TFloat32> lstm(Ops tf, Operand<TFloat32> x) {
    long batch = x.shape().get(0);
    Variable<TFloat32> kernel = variable(tf, "lstm.kernel", 16, 48);
    Variable<TFloat32> recurrent = variable(tf, "lstm.recurrent", 12, 48);
    Variable<TFloat32> bias = variable(tf, "lstm.bias", 48);
    Operand<TFloat32> state = tf.constant(new float[(int) batch][12]);
    Operand<TFloat32> cell = state;
    for (Operand<TFloat32> word : tf.split(tf.constant(1), x, x.shape().get(1)).output()) {
      Operand<TFloat32> input = tf.reshape(word, tf.constant(new long[] {batch, 16}));
      Operand<TFloat32> sum =
          tf.math.add(tf.linalg.matMul(input, kernel), tf.linalg.matMul(state, recurrent));
      List<org.tensorflow.Output<TFloat32>> gates =
          tf.split(tf.constant(1), tf.nn.biasAdd(sum, bias), 4L).output();
      cell =
          tf.math.add(
              tf.math.mul(tf.math.sigmoid(gates.get(1)), cell),
              tf.math.mul(tf.math.sigmoid(gates.get(0)), tf.math.tanh(gates.get(2))));
      state = tf.math.mul(tf.math.sigmoid(gates.get(3)), tf.math.tanh(cell));
    }
    return head(tf, state);
  }

  /** Numbers that are the same each time. */
  static Operand<TFloat32> waves(Ops tf, Shape shape) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.7 * i);
    }
    return tf.reshape(tf.constant(values), tf.constant(shape.asArray()));
  }

  static float[] losses(Net net, Shape inputs, long seed, int steps) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> outputs = net.apply(tf, waves(tf, inputs));
      Operand<TFloat32> wanted = waves(tf, Shape.of(inputs.get(0), 1));
      Operand<TFloat32> loss =
          tf.math.mean(tf.math.square(tf.math.sub(outputs, wanted)), tf.constant(new int[] {0, 1}));
      Op train = new Momentum(graph, 0.01f, 0.9f).minimize(loss);
      try (Session session = session(graph)) {
        FanwiseTensorFlow.initialize(session, seed);
        float[] losses = new float[steps];
        for (int step = 0; step < steps; step++) {
          try (org.tensorflow.Result result = session.runner().fetch(loss).addTarget(train).run()) {
            losses[step] = ((TFloat32) result.get(0)).getFloat();
          }
        }
        return losses;
      }
    }
  }
}
