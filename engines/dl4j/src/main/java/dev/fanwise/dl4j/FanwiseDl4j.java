package dev.fanwise.dl4j;

import dev.fanwise.engines.Copies;
import dev.fanwise.engines.CopyOptions;
import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Problems;
import dev.fanwise.engines.Rules;
import dev.fanwise.engines.Storage;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Fanwise for Deeplearning4j: shapes and names from a network, fans and laws from Fanwise.
 *
 * <pre>{@code
 * MultiLayerNetwork net = new MultiLayerNetwork(configuration);
 * net.init();
 * FanwiseDl4j.initialize(net, 42L, Rules.pytorch());
 * }</pre>
 *
 * <p>Names are those of {@code net.paramTable()}, such as {@code 0_W}, or {@code conv_W} in a
 * graph. A parameter is drawn with the key {@code Keys.fold(seed, Keys.id(name))}, element by
 * element in the order of memory, unless {@link Rules#streams} names its stream: a dense layer's
 * weights, which DL4J keeps as {@code [in, out]} in order 'f', are in memory a row-major {@code
 * [out, in]}, as {@code @Shape({out, in})} has them. On a CPU elements are written into ND4J's own
 * memory, without a copy. Biases are drawn, too, so that a forget gate's bias of DL4J's, 1, is what
 * the rules say.
 */
public final class FanwiseDl4j {
  private static final String NETWORK = "the network";

  private FanwiseDl4j() {}

  /** Initialises a network as PyTorch would: {@link Rules#pytorch}. */
  public static List<ParameterInfo> initialize(MultiLayerNetwork net, long seed) {
    return initialize(net, seed, Rules.pytorch());
  }

  /** Initialises a graph as PyTorch would: {@link Rules#pytorch}. */
  public static List<ParameterInfo> initialize(ComputationGraph graph, long seed) {
    return initialize(graph, seed, Rules.pytorch());
  }

  /**
   * Initialises a network in place; all is checked before the first number is written.
   *
   * @param net a network after {@code net.init()}
   * @param seed the same seed gives the same weights
   * @param rules which scheme draws which parameters
   * @return what was drawn, in DL4J's order
   * @throws IllegalArgumentException that tells all that is wrong: layers that cannot be read,
   *     schemes that cannot draw a parameter, patterns that fit no name
   * @throws IllegalStateException if the network has no parameters yet
   */
  public static List<ParameterInfo> initialize(MultiLayerNetwork net, long seed, Rules rules) {
    return initialize(Networks.parameters(net), seed, rules);
  }

  /** As the other, of a graph after {@code graph.init()}. */
  public static List<ParameterInfo> initialize(ComputationGraph graph, long seed, Rules rules) {
    return initialize(Networks.parameters(graph), seed, rules);
  }

  private static List<ParameterInfo> initialize(
      List<NetParameter> parameters, long seed, Rules rules) {
    Objects.requireNonNull(rules, "rules");
    Function<EngineParameter, Storage> storage = storage(parameters);
    List<Drawing> drawings = Drawings.of(NETWORK, Networks.read(parameters), seed, rules);
    for (Drawing drawing : drawings) {
      ((Memory) storage.apply(drawing.parameter())).fill(drawing::into);
    }
    return Drawings.infos(drawings);
  }

  /**
   * The parameters of a network, for what walks a Fanwise model: files, cards, fits to data.
   * Numbers are ND4J's own memory, and dimensions in its order: of a dense layer's weights {@code
   * [out, in]}.
   *
   * @throws IllegalArgumentException when they are visited, if one is no FLOAT or DOUBLE on the CPU
   */
  public static ParameterSource parameters(MultiLayerNetwork net) {
    return source(() -> Networks.parameters(net));
  }

  /** As the other, of a graph. */
  public static ParameterSource parameters(ComputationGraph graph) {
    return source(() -> Networks.parameters(graph));
  }

  private static ParameterSource source(
      java.util.function.Supplier<List<NetParameter>> parametersOfNet) {
    return visitor -> {
      Problems problems = new Problems("the network cannot be visited");
      Map<EngineParameter, ByteBuffer> memories = new LinkedHashMap<>();
      List<NetParameter> parameters = parametersOfNet.get();
      Map<String, NetParameter> byName = byName(parameters);
      for (EngineParameter parameter : Networks.read(parameters)) {
        ByteBuffer memory = Memory.shared(byName.get(parameter.name()).array, parameter.dataType());
        if (memory == null || parameter.dataType() == DataType.F16) {
          problems.add(
              parameter.name() + " is no FLOAT or DOUBLE in one piece of the CPU's memory");
        }
        memories.put(parameter, memory);
      }
      problems.throwIfAny();
      memories.forEach(
          (parameter, memory) ->
              visitor.visit(
                  Drawings.describe(parameter),
                  parameter.dataType() == DataType.F32
                      ? memory.asFloatBuffer()
                      : memory.asDoubleBuffer()));
    };
  }

  /**
   * Copies a Fanwise model's weights into a network.
   *
   * @param source walks the model: {@code visitor -> NetInitializer.visitParameters(net, visitor)}
   * @param names the network's names by those of the model; what is not there has one name
   * @return the network's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(
      ParameterSource source, MultiLayerNetwork net, Map<String, String> names) {
    return copy(source, net, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(
      ParameterSource source, MultiLayerNetwork net, CopyOptions options) {
    return in(source, Networks.parameters(net), options);
  }

  /** Copies a Fanwise model's weights into a graph. */
  public static List<String> copy(
      ParameterSource source, ComputationGraph graph, Map<String, String> names) {
    return copy(source, graph, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(
      ParameterSource source, ComputationGraph graph, CopyOptions options) {
    return in(source, Networks.parameters(graph), options);
  }

  /**
   * Copies a network's parameters into a Fanwise model's arrays.
   *
   * @param target walks the model, whose null fields get arrays
   * @param names the network's names by those of the model; what is not there has one name
   * @return the model's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(
      MultiLayerNetwork net, ParameterSource target, Map<String, String> names) {
    return copy(net, target, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(
      MultiLayerNetwork net, ParameterSource target, CopyOptions options) {
    return out(Networks.parameters(net), target, options);
  }

  /** Copies a graph's parameters into a Fanwise model's arrays. */
  public static List<String> copy(
      ComputationGraph graph, ParameterSource target, Map<String, String> names) {
    return copy(graph, target, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(
      ComputationGraph graph, ParameterSource target, CopyOptions options) {
    return out(Networks.parameters(graph), target, options);
  }

  private static List<String> in(
      ParameterSource source, List<NetParameter> parameters, CopyOptions options) {
    return Copies.intoEngine(
        source, NETWORK, Networks.read(parameters), storage(parameters), options);
  }

  private static List<String> out(
      List<NetParameter> parameters, ParameterSource target, CopyOptions options) {
    return Copies.intoModel(
        NETWORK, Networks.read(parameters), storage(parameters), target, options);
  }

  private static Function<EngineParameter, Storage> storage(List<NetParameter> parameters) {
    Map<String, NetParameter> byName = byName(parameters);
    return parameter -> new Memory(byName.get(parameter.name()).array, parameter.dataType());
  }

  private static Map<String, NetParameter> byName(List<NetParameter> parameters) {
    Map<String, NetParameter> byName = new HashMap<>();
    parameters.forEach(parameter -> byName.put(parameter.name, parameter));
    return byName;
  }
}
