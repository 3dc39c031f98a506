package dev.fanwise.tensorflow;

import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;

/**
 * What a graph uses its variables for. TensorFlow Java has no layers, but each variable goes into
 * an operation that says what the layer would. Of several, the one that was added first counts:
 * what a gradient does with the same weights comes after it.
 */
final class Uses {
  /** One operation that a variable goes into. */
  static final class Use {
    final GraphOperation op;
    final int input;

    Use(GraphOperation op, int input) {
      this.op = op;
      this.input = input;
    }
  }

  /** What hands a variable on as it is. */
  private static final Set<String> SAME =
      Set.of("Identity", "ReadVariableOp", "Cast", "StopGradient");

  /** What keeps the outputs of a layer in order, on the way to a bias or to its gates. */
  private static final Set<String> ON_THE_WAY =
      Set.of("Identity", "Reshape", "Add", "AddV2", "BiasAdd", "BiasAddV1", "Cast", "Transpose");

  private static final int LONGEST_WAY = 8;

  private final Map<String, Integer> order = new HashMap<>();
  private final List<Variable> variables = new ArrayList<>();

  Uses(Graph graph) {
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      GraphOperation op = operations.next();
      order.put(op.name(), order.size());
      if (Variable.isVariable(op)) {
        variables.add(new Variable(op));
      }
    }
  }

  /** All variables, in the order in which they were added to the graph. */
  List<Variable> variables() {
    return variables;
  }

  /** Completes the description of a variable that is used. */
  EngineParameter.Builder describe(
      Variable variable, EngineParameter.Builder builder, int[] shape) {
    List<Use> uses = usesOf(variable.op);
    for (Use use : uses) {
      Geometry kernel = Kernels.geometry(use, shape, this);
      if (kernel != null) {
        return builder
            .layer(Kernels.layer(use), use.op.type())
            .kind(ParameterKind.WEIGHT)
            .geometry(kernel);
      }
      if (addsTo(use, shape, builder)) {
        return builder;
      }
    }
    String type = uses.get(0).op.type();
    return builder
        .layer(LayerKind.OTHER, type)
        .kind(shape.length < 2 ? ParameterKind.OTHER : ParameterKind.WEIGHT)
        .unreadable("Fanwise does not know how " + type + " uses it");
  }

  /** Biases, and what belongs to normalisations. */
  private boolean addsTo(Use use, int[] shape, EngineParameter.Builder builder) {
    String type = use.op.type();
    if (type.startsWith("FusedBatchNorm") && use.input > 0) {
      builder.layer(LayerKind.NORMALIZATION, type);
      builder.kind(
          use.input == 1
              ? ParameterKind.SCALE
              : use.input == 2 ? ParameterKind.SHIFT : ParameterKind.RUNNING_STATISTIC);
      return true;
    }
    ParameterKind recurrent = Kernels.recurrentBias(use);
    if (recurrent != null) {
      builder.layer(LayerKind.RECURRENT, type).kind(recurrent);
      Use weights = Kernels.weightsOfCell(use);
      builder.geometry(Kernels.geometry(weights, shapeOf(weights), this));
      return true;
    }
    if (shape.length > 1) {
      return false;
    }
    if (type.equals("Mul")) {
      builder.layer(LayerKind.NORMALIZATION, type).kind(ParameterKind.SCALE);
      return true;
    }
    boolean isAdded = type.startsWith("BiasAdd") || type.equals("Add") || type.equals("AddV2");
    if (!isAdded) {
      return false;
    }
    GraphOperation source = source(use.op, 1 - use.input);
    Use weights = source == null ? null : Kernels.weights(source);
    if (weights == null) {
      builder.layer(LayerKind.NORMALIZATION, type).kind(ParameterKind.SHIFT);
      return true;
    }
    int[] weightsShape = shapeOf(weights);
    Geometry geometry = weightsShape == null ? null : Kernels.geometry(weights, weightsShape, this);
    builder
        .layer(Kernels.layer(weights), source.type())
        .kind(ParameterKind.BIAS)
        .geometry(geometry);
    if (geometry == null) {
      builder.unreadable("the weights of " + source.name() + " have no shape that is known");
    }
    return true;
  }

  /** The operation whose outputs a bias is added to. */
  private static GraphOperation source(GraphOperation add, int input) {
    GraphOperation op = (GraphOperation) add.input(input).op();
    for (int i = 0; i < LONGEST_WAY && op.numInputs() > 0; i++) {
      if (Kernels.weights(op) != null || !ON_THE_WAY.contains(op.type())) {
        return op;
      }
      op = (GraphOperation) op.input(0).op();
    }
    return op;
  }

  /** The dimensions of an operation's input, or null where they are not known. */
  static int[] shapeOf(Use use) {
    org.tensorflow.ndarray.Shape shape = use.op.input(use.input).shape();
    if (shape.isUnknown() || shape.hasUnknownDimension()) {
      return null;
    }
    int[] dimensions = new int[shape.numDimensions()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = Math.toIntExact(shape.get(i));
    }
    return dimensions;
  }

  /** What an operation's value goes into, the first one that was added first. */
  List<Use> usesOf(GraphOperation op) {
    List<Use> uses = new ArrayList<>();
    collect(op, uses);
    uses.sort(Comparator.comparing(use -> order.getOrDefault(use.op.name(), Integer.MAX_VALUE)));
    return uses;
  }

  private void collect(GraphOperation op, List<Use> uses) {
    for (GraphOperation consumer : op.consumers()) {
      if (SAME.contains(consumer.type())) {
        collect(consumer, uses);
      } else if (!isWriting(consumer.type())) {
        int input = 0;
        for (Operand<?> operand : consumer.inputs()) {
          if (operand.op().equals(op)) {
            uses.add(new Use(consumer, input));
          }
          input++;
        }
      }
    }
  }

  /** What writes variables, or keeps them in files. */
  private static boolean isWriting(String type) {
    return type.startsWith("Assign")
        || type.startsWith("Apply")
        || type.startsWith("SparseApply")
        || type.startsWith("Resource") && type.contains("Apply")
        || type.startsWith("Save")
        || type.startsWith("VarIsInitialized")
        || type.startsWith("IsVariableInitialized")
        || type.equals("NoOp");
  }

  /**
   * How many equal parts a layer's outputs are split into along their last axis, such as the gates
   * of an LSTM; else 1.
   */
  int parts(GraphOperation layer) {
    GraphOperation op = layer;
    for (int i = 0; i < LONGEST_WAY; i++) {
      GraphOperation next = null;
      for (Use use : usesOf(op)) {
        if (use.op.type().equals("Split") && use.input == 1) {
          return isAlongLastAxis(use.op)
              ? Math.toIntExact(use.op.attributes().getAttrInt("num_split"))
              : 1;
        }
        if (next == null && ON_THE_WAY.contains(use.op.type())) {
          next = use.op;
        }
      }
      if (next == null) {
        return 1;
      }
      op = next;
    }
    return 1;
  }

  private static boolean isAlongLastAxis(GraphOperation split) {
    GraphOperation axis = (GraphOperation) split.input(0).op();
    if (!axis.type().equals("Const")) {
      return false;
    }
    try (org.tensorflow.Tensor value = axis.attributes().getAttrTensor("value")) {
      int at = value.asRawTensor().data().asInts().getInt(0);
      int rank = split.input(1).shape().numDimensions();
      return at == -1 || rank > 0 && at == rank - 1;
    }
  }
}
