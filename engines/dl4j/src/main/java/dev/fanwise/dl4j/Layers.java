package dev.fanwise.dl4j;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.runtime.DataType;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;

/** What DL4J's own layers are: read from their settings, since a shape does not tell the fans. */
final class Layers {
  private static final int[] NO_STRIDE = {};

  private static final Map<String, ParameterKind> KINDS =
      Map.ofEntries(
          Map.entry("W", ParameterKind.WEIGHT),
          Map.entry("pW", ParameterKind.WEIGHT),
          Map.entry("Wq", ParameterKind.WEIGHT),
          Map.entry("Wk", ParameterKind.WEIGHT),
          Map.entry("Wv", ParameterKind.WEIGHT),
          Map.entry("Wo", ParameterKind.WEIGHT),
          Map.entry("RW", ParameterKind.RECURRENT_WEIGHT),
          Map.entry("WR", ParameterKind.RECURRENT_WEIGHT),
          Map.entry("b", ParameterKind.BIAS),
          Map.entry("g", ParameterKind.SCALE),
          Map.entry("gamma", ParameterKind.SCALE),
          Map.entry("beta", ParameterKind.SHIFT),
          Map.entry("mean", ParameterKind.RUNNING_STATISTIC),
          Map.entry("var", ParameterKind.RUNNING_STATISTIC),
          Map.entry("log10stdev", ParameterKind.RUNNING_STATISTIC));

  private Layers() {}

  /** Describes a parameter; {@code weights} are the layer's, for a bias. */
  static EngineParameter describe(NetParameter parameter, NetParameter weights, DataType type) {
    Layer layer = parameter.layer;
    ParameterKind kind = kind(parameter);
    boolean isVector = !kind.isWeight();
    EngineParameter.Builder builder =
        EngineParameter.of(parameter.name, isVector ? parameter.length() : parameter.memoryShape())
            .dataType(type)
            .kind(kind)
            .frozen(parameter.frozen)
            .layer(layerKind(parameter), text(layer));
    if (layer instanceof BatchNormalization || kind == ParameterKind.SCALE) {
      return builder.layer(LayerKind.NORMALIZATION, text(layer)).build();
    }
    NetParameter matrix = kind == ParameterKind.BIAS ? weights : parameter;
    Geometry geometry =
        kind.isWeight() || kind == ParameterKind.BIAS && matrix != null ? geometry(matrix) : null;
    if (geometry != null) {
      builder.geometry(geometry);
    } else if (kind.isWeight() || kind == ParameterKind.OTHER) {
      builder.unreadable("Fanwise does not know how " + text(layer) + " uses it");
    }
    return builder.build();
  }

  private static String text(Layer layer) {
    return layer == null ? "a vertex" : layer.getClass().getSimpleName();
  }

  private static ParameterKind kind(NetParameter parameter) {
    if (parameter.layer instanceof PReLULayer) {
      return ParameterKind.SLOPE;
    }
    return KINDS.getOrDefault(parameter.key, ParameterKind.OTHER);
  }

  private static LayerKind layerKind(NetParameter parameter) {
    Layer layer = parameter.layer;
    if (layer instanceof Deconvolution2D || layer instanceof Deconvolution3D) {
      return LayerKind.TRANSPOSED_CONVOLUTION;
    } else if (layer instanceof ConvolutionLayer) {
      return LayerKind.CONVOLUTION;
    } else if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
      return LayerKind.EMBEDDING;
    } else if (parameter.key.length() == 2 && parameter.key.charAt(0) == 'W') {
      return parameter.key.equals("Wo")
          ? LayerKind.ATTENTION_OUTPUT
          : parameter.key.equals("WR") ? LayerKind.RECURRENT : LayerKind.ATTENTION;
    } else if (isRecurrent(layer)) {
      return LayerKind.RECURRENT;
    } else if (layer instanceof PReLULayer) {
      return LayerKind.ACTIVATION;
    } else if (isDense(layer)) {
      return LayerKind.DENSE;
    }
    return LayerKind.OTHER;
  }

  private static boolean isRecurrent(Layer layer) {
    return layer instanceof LSTM
        || layer instanceof GravesLSTM
        || layer instanceof SimpleRnn
        || layer instanceof RecurrentAttentionLayer;
  }

  private static boolean isDense(Layer layer) {
    return layer instanceof DenseLayer
        || layer instanceof BaseOutputLayer
        || layer instanceof LocallyConnected1D
        || layer instanceof LocallyConnected2D;
  }

  /** How weights connect, or null where it is not known. */
  private static Geometry geometry(NetParameter parameter) {
    Layer layer = parameter.layer;
    int[] shape = parameter.memoryShape();
    boolean isColumnMajor = parameter.array.ordering() == 'f';
    if (layer instanceof ConvolutionLayer) {
      return isColumnMajor ? null : convolution((ConvolutionLayer) layer, parameter.key, shape);
    } else if (layer instanceof SelfAttentionLayer
        || layer instanceof LearnedSelfAttentionLayer
        || layer instanceof RecurrentAttentionLayer
        || layer == null) {
      return isColumnMajor ? null : attention(parameter.key, shape);
    } else if (layer instanceof LocallyConnected1D || layer instanceof LocallyConnected2D) {
      return isColumnMajor || shape.length != 3
          ? null
          : Geometry.stacked(shape[0], Geometry.inOut(shape[1], shape[2]));
    } else if (shape.length != 2) {
      return null;
    }
    // DL4J's matrices are [in, out].
    Layout layout = isColumnMajor ? Layout.OI : Layout.IO;
    int gates = 1;
    if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
      layout = isColumnMajor ? Layout.IO : Layout.OI; // [entries, width]: the entries are outputs
    } else if (layer instanceof LSTM || layer instanceof GravesLSTM) {
      gates = 4;
    } else if (!(layer instanceof SimpleRnn) && !isDense(layer)) {
      return null;
    }
    int outputs = layout == Layout.OI ? shape[0] : shape[1];
    return outputs % gates == 0 // not so of the peepholes of GravesLSTM
        ? Geometry.of(shape, layout, Connection.FORWARD, 1, NO_STRIDE, gates)
        : null;
  }

  private static Geometry convolution(ConvolutionLayer layer, String key, int[] shape) {
    int[] stride = layer.getStride();
    int kernel = shape.length - 2;
    int[] steps = stride == null || stride.length < kernel ? NO_STRIDE : first(stride, kernel);
    if (layer instanceof Deconvolution3D) {
      return Geometry.of(shape, Layout.IO, Connection.TRANSPOSED, 1, steps, 1);
    } else if (layer instanceof Deconvolution2D) {
      return Geometry.of(shape, Layout.OI, Connection.TRANSPOSED, 1, steps, 1);
    } else if (layer instanceof DepthwiseConvolution2D) {
      return Geometry.of(shape, Layout.IO, Connection.DEPTHWISE, 1, NO_STRIDE, 1);
    } else if (layer instanceof SeparableConvolution2D && key.equals("W")) {
      return Geometry.depthwiseMultiplierFirst(shape);
    }
    return Geometry.outIn(shape);
  }

  private static int[] first(int[] values, int count) {
    return java.util.Arrays.copyOf(values, count);
  }

  /** Queries, keys and values are {@code [heads, size, in]}, the last projection [in, out]. */
  private static Geometry attention(String key, int[] shape) {
    if (shape.length == 3 && KINDS.get(key) == ParameterKind.WEIGHT) {
      return Geometry.outIn(shape[0] * shape[1], shape[2]);
    }
    return shape.length == 2 && KINDS.containsKey(key) ? Geometry.inOut(shape[0], shape[1]) : null;
  }
}
