package dev.fanwise.dl4j;

import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Walks a network. */
final class Networks {
  private Networks() {}

  /** All parameters, with the names of {@code net.paramTable()}. */
  static List<NetParameter> parameters(MultiLayerNetwork net) {
    requireInitialised(net.isInitCalled());
    List<NetParameter> parameters = new ArrayList<>();
    for (int i = 0; i < net.getnLayers(); i++) {
      Layer layer = net.getLayerWiseConfigurations().getConf(i).getLayer();
      add(i + "_", layer, net.getLayer(i).paramTable(), false, parameters);
    }
    return parameters;
  }

  /** All parameters, with the names of {@code graph.paramTable()}. */
  static List<NetParameter> parameters(ComputationGraph graph) {
    requireInitialised(graph.params() != null);
    List<NetParameter> parameters = new ArrayList<>();
    for (GraphVertex vertex : graph.getVertices()) {
      String prefix = vertex.getVertexName() + "_";
      Map<String, INDArray> table = vertex.paramTable(false);
      if (table == null) {
        continue;
      }
      Layer layer = vertex.hasLayer() ? settings(graph, vertex) : null;
      add(prefix, layer, table, false, parameters);
    }
    return parameters;
  }

  /** As they were given: the vertex itself knows a frozen layer only by what is inside it. */
  private static Layer settings(ComputationGraph graph, GraphVertex vertex) {
    org.deeplearning4j.nn.conf.graph.GraphVertex given =
        graph.getConfiguration().getVertices().get(vertex.getVertexName());
    return given instanceof org.deeplearning4j.nn.conf.graph.LayerVertex
        ? ((org.deeplearning4j.nn.conf.graph.LayerVertex) given).getLayerConf().getLayer()
        : vertex.getLayer().conf().getLayer();
  }

  private static void requireInitialised(boolean isInitialised) {
    if (!isInitialised) {
      throw new IllegalStateException("the network has no parameters: call net.init() first");
    }
  }

  private static void add(
      String prefix,
      Layer layer,
      Map<String, INDArray> table,
      boolean frozen,
      List<NetParameter> parameters) {
    if (table == null) {
      return;
    }
    if (layer instanceof FrozenLayer) {
      add(prefix, ((FrozenLayer) layer).getLayer(), table, true, parameters);
    } else if (layer instanceof BaseWrapperLayer) {
      boolean isFrozen = frozen || layer instanceof FrozenLayerWithBackprop;
      add(prefix, ((BaseWrapperLayer) layer).getUnderlying(), table, isFrozen, parameters);
    } else if (layer instanceof Bidirectional) {
      add(prefix + "f", ((Bidirectional) layer).getFwd(), part(table, "f"), frozen, parameters);
      add(prefix + "b", ((Bidirectional) layer).getBwd(), part(table, "b"), frozen, parameters);
    } else {
      table.forEach(
          (key, array) ->
              parameters.add(new NetParameter(prefix + key, key, layer, array, frozen)));
    }
  }

  private static Map<String, INDArray> part(Map<String, INDArray> table, String prefix) {
    Map<String, INDArray> part = new java.util.LinkedHashMap<>();
    table.forEach(
        (key, array) -> {
          if (key.startsWith(prefix)) {
            part.put(key.substring(1), array);
          }
        });
    return part;
  }

  /**
   * What all parameters are.
   *
   * @throws IllegalArgumentException if there is one of a type that Fanwise does not draw
   */
  static List<EngineParameter> read(List<NetParameter> parameters) {
    Map<String, NetParameter> byName = new HashMap<>();
    parameters.forEach(parameter -> byName.put(parameter.name, parameter));
    Problems problems = new Problems("the network cannot be read");
    List<EngineParameter> read = new ArrayList<>();
    for (NetParameter parameter : parameters) {
      try {
        read.add(parameter.read(weightsOf(parameter, byName)));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    problems.throwIfAny();
    return read;
  }

  /** The last weights before a layer's outputs: of a separable convolution the pointwise ones. */
  private static NetParameter weightsOf(NetParameter bias, Map<String, NetParameter> byName) {
    String prefix = bias.name.substring(0, bias.name.length() - bias.key.length());
    NetParameter pointwise = byName.get(prefix + "pW");
    return pointwise == null ? byName.get(prefix + "W") : pointwise;
  }
}
