package dev.fanwise.tensorflow;

import dev.fanwise.engines.Copies;
import dev.fanwise.engines.CopyOptions;
import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Problems;
import dev.fanwise.engines.Rules;
import dev.fanwise.engines.Storage;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/**
 * Fanwise for TensorFlow Java: shapes and names from the variables of a graph, fans and laws from
 * Fanwise.
 *
 * <pre>{@code
 * Variable<TFloat32> kernel =
 *     tf.withName("conv/kernel").variable(Shape.of(3, 3, 3, 64), TFloat32.class);
 * … tf.nn.conv2d(pictures, kernel, …) …
 * try (Session session = new Session(graph)) {
 *   FanwiseTensorFlow.initialize(session, 42L, Rules.pytorch());
 * }
 * }</pre>
 *
 * <p>TensorFlow Java has no layers. How a variable connects is read from the operation that uses
 * it: products, convolutions with their groups, depthwise and transposed ones with their strides,
 * look-ups, and products that are split into gates. Biases are known by what they are added to. A
 * vector that is added to something else is a shift and one that multiplies is a scale, as in
 * normalisations. Single numbers, and what no operation computes with, such as the memory of an
 * optimiser, are left as they are.
 *
 * <p>Names are those of the variables' operations. A variable is drawn with the key {@code
 * Keys.fold(seed, Keys.id(name))} ({@link dev.fanwise.engines.StreamKeys} says what points do),
 * element by element in the row-major order that TensorFlow has, unless {@link Rules#streams} names
 * its stream; a kernel is {@code [kernel…, in, out]} there. Elements are drawn into a tensor's
 * memory, which the session copies into the variable.
 */
public final class FanwiseTensorFlow {
  private static final String GRAPH = "the graph";

  private FanwiseTensorFlow() {}

  /** Initialises variables as PyTorch would: {@link Rules#pytorch}. */
  public static List<ParameterInfo> initialize(Session session, long seed) {
    return initialize(session, seed, Rules.pytorch());
  }

  /**
   * Initialises the variables of a session's graph; all is checked before the first is written. The
   * graph's own initialisers run before, if they have not, so that they overwrite nothing later.
   *
   * @param session a session; its graph is complete
   * @param seed the same seed gives the same weights
   * @param rules which scheme draws which variables
   * @return what was drawn, in the order in which the variables were added
   * @throws IllegalArgumentException that tells all that is wrong: operations that cannot be read,
   *     schemes that cannot draw a variable, patterns that fit no name
   */
  public static List<ParameterInfo> initialize(Session session, long seed, Rules rules) {
    Objects.requireNonNull(rules, "rules");
    Uses uses = new Uses(session.graph());
    Map<String, Variable> byName = byName(uses);
    List<Drawing> drawings = Drawings.of(GRAPH, read(uses), seed, rules);
    for (Drawing drawing : drawings) {
      EngineParameter parameter = drawing.parameter();
      try (Tensor tensor = Tensors.drawn(drawing)) {
        new Cells(session, byName.get(parameter.name()), parameter.dataType()).assign(tensor);
      }
    }
    return Drawings.infos(drawings);
  }

  /**
   * Copies a Fanwise model's weights into variables.
   *
   * @param source walks the model: {@code visitor -> NetInitializer.visitParameters(net, visitor)}
   * @param names the variables' names by those of the model; what is not there has one name
   * @return the names of the variables that were written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(
      ParameterSource source, Session session, Map<String, String> names) {
    return copy(source, session, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(ParameterSource source, Session session, CopyOptions options) {
    Uses uses = new Uses(session.graph());
    return Copies.intoEngine(source, GRAPH, read(uses), storage(session, uses), options);
  }

  /**
   * Copies variables into a Fanwise model's arrays.
   *
   * @param target walks the model, whose null fields get arrays
   * @param names the variables' names by those of the model; what is not there has one name
   * @return the model's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(
      Session session, ParameterSource target, Map<String, String> names) {
    return copy(session, target, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(Session session, ParameterSource target, CopyOptions options) {
    Uses uses = new Uses(session.graph());
    return Copies.intoModel(GRAPH, read(uses), storage(session, uses), target, options);
  }

  private static List<EngineParameter> read(Uses uses) {
    Problems problems = new Problems("the graph cannot be read");
    List<EngineParameter> read = new ArrayList<>();
    for (Variable variable : uses.variables()) {
      boolean isNumber = variable.op.attributes().getAttrShape("shape").numDimensions() == 0;
      if (isNumber || uses.usesOf(variable.op).isEmpty()) {
        continue; // an optimiser's memory, its powers of beta, a counter
      }
      try {
        read.add(variable.read(uses));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    problems.throwIfAny();
    return read;
  }

  private static Function<EngineParameter, Storage> storage(Session session, Uses uses) {
    Map<String, Variable> byName = byName(uses);
    return parameter -> new Cells(session, byName.get(parameter.name()), parameter.dataType());
  }

  private static Map<String, Variable> byName(Uses uses) {
    Map<String, Variable> byName = new HashMap<>();
    for (Variable variable : uses.variables()) {
      byName.put(variable.name(), variable);
    }
    return byName;
  }
}
