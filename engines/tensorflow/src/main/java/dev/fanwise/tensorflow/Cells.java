package dev.fanwise.tensorflow;

import dev.fanwise.engines.Storage;
import dev.fanwise.runtime.DataType;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/**
 * The elements of a variable in a session. A variable is written by an operation and a placeholder
 * that are added to the graph once, some hundred bytes; a constant would put its weights into it.
 */
final class Cells implements Storage {
  private static final String PREFIX = "fanwise.";

  private final Session session;
  private final Variable variable;
  private final DataType type;

  Cells(Session session, Variable variable, DataType type) {
    this.session = session;
    this.variable = variable;
    this.type = type;
  }

  @Override
  public Object read() {
    try (Result result = session.runner().fetch(value()).run()) {
      return Tensors.read(result.get(0).asRawTensor(), type);
    }
  }

  @Override
  public void write(Object array) {
    int count = Math.toIntExact(elements());
    try (Tensor tensor =
        Tensors.of(type, variable.shape(), raw -> Tensors.write(raw, array, count, 0))) {
      assign(tensor);
    }
  }

  private long elements() {
    long elements = 1;
    for (int dimension : variable.shape()) {
      elements *= dimension;
    }
    return elements;
  }

  /** Gives the variable a tensor's value. */
  void assign(Tensor tensor) {
    String value = name("value");
    String assign = name("assign");
    if (session.graph().operation(assign) == null) {
      Ops tf = Ops.create(session.graph());
      Placeholder<? extends TType> placeholder =
          placeholder(tf.withName(value), javaType(), tensor.shape());
      addAssign(tf.withName(assign), placeholder);
    }
    session.runner().feed(input(assign), tensor).addTarget(assign).run().close();
  }

  private <T extends TType> Placeholder<T> placeholder(Ops tf, Class<T> javaType, Shape shape) {
    return tf.placeholder(javaType, Placeholder.shape(shape));
  }

  private <T extends TType> void addAssign(Ops tf, Operand<T> value) {
    if (variable.isResource()) {
      tf.assignVariableOp(variable.op.output(0), value);
    } else {
      Operand<T> reference = variable.op.<T>output(0);
      tf.assign(reference, value);
    }
  }

  /** The placeholder that an operation assigns. */
  private String input(String assign) {
    return session.graph().operation(assign).input(1).op().name();
  }

  /** The name of what the variable's value can be fetched from. */
  private String value() {
    if (!variable.isResource()) {
      return variable.name();
    }
    String name = name("read");
    if (session.graph().operation(name) == null) {
      Ops.create(session.graph()).withName(name).readVariableOp(variable.op.output(0), javaType());
    }
    return name;
  }

  /**
   * The name of an operation that was added for this variable, or that can be. A name has no
   * slashes, so that those of two variables may become one.
   */
  private String name(String role) {
    String base = PREFIX + variable.name().replace('/', '.') + "." + role;
    String name = base;
    for (int i = 1; ; i++) {
      GraphOperation op = session.graph().operation(name);
      if (op == null || op.numInputs() > 0 && op.input(0).op().equals(variable.op)) {
        return name;
      }
      name = base + "_" + i;
    }
  }

  private Class<? extends TType> javaType() {
    switch (type) {
      case F32:
        return TFloat32.class;
      case F64:
        return TFloat64.class;
      case F16:
        return TFloat16.class;
      default:
        return TBfloat16.class;
    }
  }
}
