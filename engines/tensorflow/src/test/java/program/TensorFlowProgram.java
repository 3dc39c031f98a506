package program;

import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import dev.fanwise.tensorflow.FanwiseTensorFlow;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

class TensorFlowProgram {
  public static void main(String[] args) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> pictures =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(32, 28, 28, 1)));
      Variable<TFloat32> kernel =
          tf.withName("kernel").variable(Shape.of(3, 3, 1, 64), TFloat32.class);
      Variable<TFloat32> bias = tf.withName("bias").variable(Shape.of(64), TFloat32.class);
      Operand<TFloat32> outputs =
          tf.nn.relu(
              tf.nn.biasAdd(tf.nn.conv2d(pictures, kernel, List.of(1L, 2L, 2L, 1L), "SAME"), bias));
      try (Session session = new Session(graph)) {
        Rules rules = Rules.weights(Schemes.kaiming());
        for (ParameterInfo drawn : FanwiseTensorFlow.initialize(session, 42L, rules)) {
          System.out.println(drawn + ", fans " + drawn.fanIn() + ", " + drawn.fanOut());
        }
        System.out.println(outputs.shape());
      }
    }
  }
}
