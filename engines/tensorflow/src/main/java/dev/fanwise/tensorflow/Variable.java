package dev.fanwise.tensorflow;

import dev.fanwise.engines.EngineParameter;
import dev.fanwise.runtime.DataType;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/** A variable of a graph. */
final class Variable {
  private static final String RESOURCE = "VarHandleOp";

  final GraphOperation op;

  Variable(GraphOperation op) {
    this.op = op;
  }

  static boolean isVariable(GraphOperation op) {
    return op.type().equals("VariableV2")
        || op.type().equals("Variable")
        || op.type().equals(RESOURCE);
  }

  /** Whether the graph has a handle of it, whose value is read by another operation. */
  boolean isResource() {
    return op.type().equals(RESOURCE);
  }

  String name() {
    return op.name();
  }

  /**
   * Its dimensions.
   *
   * @throws IllegalArgumentException if they are not known, or larger than an array
   */
  int[] shape() {
    Shape shape = op.attributes().getAttrShape("shape");
    if (shape.isUnknown() || shape.hasUnknownDimension()) {
      throw new IllegalArgumentException(
          name() + " has shape " + shape + "; give it one when it is declared");
    }
    int[] dimensions = new int[shape.numDimensions()];
    long elements = 1;
    for (int i = 0; i < dimensions.length; i++) {
      elements *= Math.max(1, shape.get(i));
      if (shape.get(i) < 1 || elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            name() + " has shape " + shape + ", which no array of a JVM holds");
      }
      dimensions[i] = (int) shape.get(i);
    }
    return dimensions;
  }

  /**
   * Its type.
   *
   * @throws IllegalArgumentException if it is none that Fanwise draws
   */
  DataType type() {
    switch (op.attributes().getAttrType("dtype")) {
      case DT_FLOAT:
        return DataType.F32;
      case DT_DOUBLE:
        return DataType.F64;
      case DT_HALF:
        return DataType.F16;
      case DT_BFLOAT16:
        return DataType.BF16;
      default:
        throw new IllegalArgumentException(
            name()
                + " is of type "
                + op.attributes().getAttrType("dtype")
                + "; Fanwise draws FLOAT, DOUBLE, HALF and BFLOAT16");
    }
  }

  /** What it is, by the operations that use it. */
  EngineParameter read(Uses uses) {
    int[] shape = shape();
    return uses.describe(this, EngineParameter.of(name(), shape).dataType(type()), shape).build();
  }
}
