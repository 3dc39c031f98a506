package dev.fanwise.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.convolutional.Deconvolution;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.LinearCollection;
import ai.djl.nn.core.Prelu;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.transformer.BertBlock;
import ai.djl.nn.transformer.BertMaskedLanguageModelBlock;
import ai.djl.nn.transformer.IdEmbedding;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import java.util.Arrays;

/** What DJL's own layers are: read from the blocks, since a shape alone does not tell the fans. */
final class Layers {
  private static final int[] NO_STRIDE = {};

  private Layers() {}

  /** Completes the description of a parameter. */
  static EngineParameter.Builder describe(
      BlockParameter parameter, int[] shape, EngineParameter.Builder builder) {
    Block block = parameter.block;
    Parameter.Type type = parameter.parameter.getType();
    ParameterKind kind = kind(parameter);
    builder.kind(kind).layer(LayerKind.OTHER, text(block));
    if (type == Parameter.Type.GAMMA
        || type == Parameter.Type.BETA
        || kind == ParameterKind.RUNNING_STATISTIC) {
      return builder.layer(LayerKind.NORMALIZATION, text(block));
    }
    int[] weights = kind == ParameterKind.BIAS ? weightsOf(parameter) : shape;
    if (block instanceof Linear && weights != null) {
      return builder.layer(dense(parameter), text(block)).geometry(Geometry.outIn(weights));
    } else if (block instanceof Convolution && weights != null) {
      int groups = ((Convolution) block).getGroups();
      return builder
          .layer(LayerKind.CONVOLUTION, text(block))
          .geometry(Geometry.of(weights, Layout.OI, Connection.FORWARD, groups, NO_STRIDE, 1));
    } else if (block instanceof Deconvolution && weights != null) {
      return builder
          .layer(LayerKind.TRANSPOSED_CONVOLUTION, text(block))
          .geometry(transposed((Deconvolution) block, weights));
    } else if (block instanceof LSTM || block instanceof GRU || block instanceof RNN) {
      return recurrent(parameter, weights, builder);
    } else if (block instanceof LinearCollection && weights != null) {
      return builder.layer(LayerKind.DENSE, text(block)).geometry(collection(weights));
    } else if (block instanceof Embedding
        || block instanceof IdEmbedding
        || block instanceof BertBlock) {
      builder.layer(LayerKind.EMBEDDING, text(block));
      return shape.length == 2 ? builder.geometry(Geometry.outIn(shape)) : builder;
    } else if (block instanceof BertMaskedLanguageModelBlock) {
      return builder.layer(LayerKind.EMBEDDING, text(block)); // the bias of its table
    } else if (block instanceof Prelu) {
      return builder.layer(LayerKind.ACTIVATION, text(block));
    }
    return builder.unreadable("Fanwise does not know how " + text(block) + " uses it");
  }

  private static String text(Block block) {
    String name = block.getClass().getSimpleName();
    return name.isEmpty() ? block.getClass().getName() : name;
  }

  private static ParameterKind kind(BlockParameter parameter) {
    switch (parameter.parameter.getType()) {
      case WEIGHT:
        if (parameter.block instanceof Prelu) {
          return ParameterKind.SLOPE;
        }
        return isRecurrent(parameter.block) && parameter.key.contains("h2h")
            ? ParameterKind.RECURRENT_WEIGHT
            : ParameterKind.WEIGHT;
      case BIAS:
        return ParameterKind.BIAS;
      case GAMMA:
        return ParameterKind.SCALE;
      case BETA:
        return ParameterKind.SHIFT;
      case RUNNING_MEAN:
      case RUNNING_VAR:
        return ParameterKind.RUNNING_STATISTIC;
      default:
        return ParameterKind.OTHER;
    }
  }

  private static boolean isRecurrent(Block block) {
    return block instanceof LSTM || block instanceof GRU || block instanceof RNN;
  }

  /** The shape of the weights that a bias belongs to, or null. */
  private static int[] weightsOf(BlockParameter bias) {
    String key = bias.key.equals("bias") ? "weight" : bias.key.replace("_BIAS", "_WEIGHT");
    Parameter weight = bias.block.getDirectParameters().get(key);
    return weight == null || weight.getShape() == null
        ? null
        : BlockParameter.dimensions(bias.name, weight.getShape());
  }

  private static LayerKind dense(BlockParameter parameter) {
    if (!(parameter.parent instanceof ScaledDotProductAttentionBlock)) {
      return LayerKind.DENSE;
    }
    boolean isLast =
        parameter.block
            == ((ScaledDotProductAttentionBlock) parameter.parent).getResultProjection();
    return isLast ? LayerKind.ATTENTION_OUTPUT : LayerKind.ATTENTION;
  }

  private static EngineParameter.Builder recurrent(
      BlockParameter parameter, int[] weights, EngineParameter.Builder builder) {
    builder.layer(LayerKind.RECURRENT, text(parameter.block));
    if (weights == null) {
      return builder;
    }
    int gates = parameter.block instanceof LSTM ? 4 : parameter.block instanceof GRU ? 3 : 1;
    return builder.geometry(
        Geometry.of(weights, Layout.OI, Connection.FORWARD, 1, NO_STRIDE, gates));
  }

  /** {@code [places…, in, out]}: a matrix for each place. */
  private static Geometry collection(int[] shape) {
    int rank = shape.length;
    int copies = 1;
    for (int i = 0; i < rank - 2; i++) {
      copies *= shape[i];
    }
    return Geometry.stacked(copies, Geometry.inOut(shape[rank - 2], shape[rank - 1]));
  }

  /**
   * DJL declares {@code [filters, in / groups, kernel…]}. Neither the groups nor the stride have
   * getters: the groups come from the channels of the input, a stride is by how much the output
   * grows with the input.
   */
  private static Geometry transposed(Deconvolution block, int[] shape) {
    Shape input = InputShapes.of(block)[0];
    int groups = Math.toIntExact(input.get(1) / shape[1]);
    int[] stride = new int[shape.length - 2];
    Shape one = block.getOutputShapes(new Shape[] {small(input, 1)})[0];
    Shape two = block.getOutputShapes(new Shape[] {small(input, 2)})[0];
    for (int i = 0; i < stride.length; i++) {
      stride[i] = Math.toIntExact(two.get(2 + i) - one.get(2 + i));
    }
    return Geometry.transposedOutFirst(shape, groups, stride);
  }

  private static Shape small(Shape input, long size) {
    long[] dimensions = new long[input.dimension()];
    Arrays.fill(dimensions, size);
    dimensions[0] = 1;
    dimensions[1] = input.get(1);
    return new Shape(dimensions);
  }
}
