package dev.fanwise.tensorflow;

import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Scheme;
import java.util.Objects;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Tensor;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.ndarray.buffer.LongDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * A scheme as an initialiser of TensorFlow's framework, eager or in a graph.
 *
 * <p>TensorFlow tells it dimensions and a type, and neither a name nor an operation. So what is
 * drawn is the stream of the name that is given here: give each variable an object of its own,
 * since two of one shape with one object get equal weights. And the fans are those of {@code
 * [kernel…, in, out]} without groups, unless a geometry is given. {@link
 * FanwiseTensorFlow#initialize} needs neither.
 *
 * <p>In a graph the dimensions must be a constant, and the weights become one, too: they are part
 * of the graph and of its 2 GB. {@link FanwiseTensorFlow#initialize} adds nothing but a
 * placeholder.
 *
 * @param <T> the type of the variable
 */
public final class FanwiseInitializer<T extends TType> implements Initializer<T> {
  private final Scheme scheme;
  private final long seed;
  private final String name;
  private final Geometry geometry;

  /**
   * For weights {@code [kernel…, in, out]}, or a vector.
   *
   * @param scheme the law
   * @param seed the model's seed
   * @param name the name of the variable's stream
   */
  public FanwiseInitializer(Scheme scheme, long seed, String name) {
    this(scheme, seed, name, null);
  }

  /**
   * For weights of some geometry.
   *
   * @param geometry how they connect; for a bias, of the layer's weights
   */
  public FanwiseInitializer(Scheme scheme, long seed, String name, Geometry geometry) {
    this.scheme = Objects.requireNonNull(scheme, "scheme");
    this.seed = seed;
    this.name = Objects.requireNonNull(name, "name");
    this.geometry = geometry;
  }

  @Override
  public Operand<T> call(Ops tf, Operand<TInt64> dims, Class<T> type) {
    int[] shape = shape(dims);
    EngineParameter.Builder builder =
        EngineParameter.of(name, shape)
            .dataType(Tensors.typeOf(name, type))
            .layer(LayerKind.OTHER, "an operation that TensorFlow does not tell of")
            .kind(shape.length < 2 ? ParameterKind.BIAS : ParameterKind.WEIGHT);
    if (geometry != null) {
      builder.geometry(geometry);
    } else if (shape.length >= 2) {
      builder.geometry(Geometry.inOut(shape));
    }
    Drawing drawing = Drawings.of(builder.build(), seed, Rules.all(scheme));
    try (Tensor tensor = Tensors.drawn(drawing)) {
      return tf.constantOf(type.cast(tensor));
    }
  }

  private int[] shape(Operand<TInt64> dims) {
    Operation op = dims.op();
    if (op instanceof GraphOperation) {
      if (!op.type().equals("Const")) {
        throw new IllegalArgumentException(
            name
                + ": in a graph the dimensions must be a constant, not the output of "
                + op.type());
      }
      try (Tensor value = ((GraphOperation) op).attributes().getAttrTensor("value")) {
        return ints(value);
      }
    }
    return ints(dims.asTensor());
  }

  private static int[] ints(Tensor dims) {
    LongDataBuffer values = dims.asRawTensor().data().asLongs();
    int[] shape = new int[Math.toIntExact(values.size())];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(values.getLong(i));
    }
    return shape;
  }
}
