package dev.fanwise.tensorflow;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import java.util.Map;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/** How TensorFlow's operations use their weights. */
final class Kernels {
  private static final int[] NO_STRIDE = {};

  /** Which input is the weights. */
  private static final Map<String, Integer> WEIGHTS =
      Map.ofEntries(
          Map.entry("MatMul", 1),
          Map.entry("BatchMatMul", 1),
          Map.entry("BatchMatMulV2", 1),
          Map.entry("BatchMatMulV3", 1),
          Map.entry("Conv2D", 1),
          Map.entry("Conv3D", 1),
          Map.entry("Conv", 1),
          Map.entry("DepthwiseConv2dNative", 1),
          Map.entry("Conv2DBackpropInput", 1),
          Map.entry("Conv3DBackpropInputV2", 1),
          Map.entry("Gather", 0),
          Map.entry("GatherV2", 0),
          Map.entry("ResourceGather", 0),
          Map.entry("LSTMBlockCell", 3),
          Map.entry("BlockLSTM", 4),
          Map.entry("BlockLSTMV2", 4));

  private static final Map<String, Integer> CELL_BIAS =
      Map.of("LSTMBlockCell", 7, "BlockLSTM", 8, "BlockLSTMV2", 8);

  private Kernels() {}

  /** An operation's weights, or null if it has none. */
  static Uses.Use weights(GraphOperation op) {
    Integer input = WEIGHTS.get(op.type());
    return input == null ? null : new Uses.Use(op, input);
  }

  /** What kind of layer an operation is that has weights. */
  static LayerKind layer(Uses.Use use) {
    String type = use.op.type();
    if (type.endsWith("BackpropInput") || type.endsWith("BackpropInputV2")) {
      return LayerKind.TRANSPOSED_CONVOLUTION;
    } else if (type.startsWith("Conv") || type.startsWith("Depthwise")) {
      return LayerKind.CONVOLUTION;
    } else if (type.contains("Gather")) {
      return LayerKind.EMBEDDING;
    }
    return type.contains("LSTM") ? LayerKind.RECURRENT : LayerKind.DENSE;
  }

  /** A cell's bias, or null if the use is another. */
  static ParameterKind recurrentBias(Uses.Use use) {
    Integer input = CELL_BIAS.get(use.op.type());
    return input != null && use.input == input ? ParameterKind.BIAS : null;
  }

  /** The weights of the cell that a bias belongs to. */
  static Uses.Use weightsOfCell(Uses.Use bias) {
    return new Uses.Use(bias.op, WEIGHTS.get(bias.op.type()));
  }

  /** How a variable connects, or null if it is not the operation's weights. */
  static Geometry geometry(Uses.Use use, int[] shape, Uses uses) {
    GraphOperation op = use.op;
    String type = op.type();
    boolean isProduct = type.equals("MatMul") || type.startsWith("BatchMatMul");
    if (isProduct && shape.length == 2) {
      return product(use, shape, uses);
    }
    Integer input = WEIGHTS.get(type);
    if (input == null || use.input != input || shape.length < 2) {
      return null;
    }
    switch (type) {
      case "Conv2D":
      case "Conv3D":
      case "Conv":
        return convolution(op, shape);
      case "DepthwiseConv2dNative":
        return Geometry.of(shape, Layout.IO, Connection.DEPTHWISE, 1, NO_STRIDE, 1);
      case "Conv2DBackpropInput":
      case "Conv3DBackpropInputV2":
        return Geometry.of(shape, Layout.IO, Connection.TRANSPOSED, 1, stride(op), 1);
      case "Gather":
      case "GatherV2":
      case "ResourceGather":
        return shape.length == 2 ? Geometry.outIn(shape) : null;
      default:
        return type.contains("LSTM") ? fused(shape, Layout.IO, 4) : null;
    }
  }

  /** {@code [in, out]}, unless it is transposed, or the first factor. */
  private static Geometry product(Uses.Use use, int[] shape, Uses uses) {
    boolean isMatMul = use.op.type().equals("MatMul");
    String which = isMatMul ? "transpose_" : "adj_";
    String side = isMatMul ? (use.input == 0 ? "a" : "b") : use.input == 0 ? "x" : "y";
    boolean isTransposed = use.op.attributes().getAttrBool(which + side);
    Layout layout = (use.input == 1) == isTransposed ? Layout.OI : Layout.IO;
    return fused(shape, layout, uses.parts(use.op));
  }

  private static Geometry fused(int[] shape, Layout layout, int parts) {
    int outputs = layout == Layout.OI ? shape[0] : shape[1];
    return Geometry.of(
        shape, layout, Connection.FORWARD, 1, NO_STRIDE, outputs % parts == 0 ? parts : 1);
  }

  /** The groups are those that the channels of the input are divided into by the kernel's. */
  private static Geometry convolution(GraphOperation op, int[] shape) {
    Shape input = op.input(0).shape();
    int axis = isChannelsFirst(op) ? 1 : input.numDimensions() - 1;
    if (input.isUnknown() || input.get(axis) < 0) {
      return null;
    }
    int groups = Math.toIntExact(input.get(axis) / shape[shape.length - 2]);
    return Geometry.of(shape, Layout.IO, Connection.FORWARD, groups, NO_STRIDE, 1);
  }

  private static int[] stride(GraphOperation op) {
    long[] strides = op.attributes().getAttrIntList("strides");
    int first = isChannelsFirst(op) ? 2 : 1;
    int[] stride = new int[strides.length - 2];
    for (int i = 0; i < stride.length; i++) {
      stride[i] = Math.toIntExact(strides[first + i]);
    }
    return stride;
  }

  private static boolean isChannelsFirst(GraphOperation op) {
    return op.attributes().getAttrString("data_format").startsWith("NC");
  }
}
