package dev.fanwise.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Fanwise for the Deep Java Library: shapes and names from a block, fans and laws from Fanwise.
 *
 * <pre>{@code
 * block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
 * FanwiseDjl.initialize(block, 42L, Rules.pytorch());
 * }</pre>
 *
 * <p>Names are those of {@code block.getParameters()}, such as {@code 01Conv2d_weight}. A parameter
 * is drawn with the key {@code Keys.fold(seed, Keys.id(name))}, element by element in the row-major
 * order that DJL's arrays have, unless {@link Rules#streams} names its stream. On a CPU elements
 * are written into the engine's own memory, without a copy.
 */
public final class FanwiseDjl {
  private static final String BLOCK = "the block";

  private FanwiseDjl() {}

  /** Initialises a block as PyTorch would: {@link Rules#pytorch}. */
  public static List<ParameterInfo> initialize(Block block, long seed) {
    return initialize(block, seed, Rules.pytorch());
  }

  /**
   * Initialises a block that has its arrays, in place; all is checked before the first number is
   * written. In a block that has not, the parameters without an array get {@linkplain #defer
   * initialisers} instead, which draw when DJL gives them one.
   *
   * @param block any block; those in it are initialised, too
   * @param seed the same seed gives the same weights
   * @param rules which scheme draws which parameters
   * @return what was drawn, in DJL's order; empty for a block without arrays
   * @throws IllegalArgumentException that tells all that is wrong: layers that cannot be read,
   *     schemes that cannot draw a parameter, patterns that fit no name
   */
  public static List<ParameterInfo> initialize(Block block, long seed, Rules rules) {
    Objects.requireNonNull(rules, "rules");
    List<BlockParameter> parameters = Blocks.parameters(block);
    for (BlockParameter parameter : parameters) {
      if (!parameter.parameter.isInitialized()) {
        defer(block, seed, rules);
        return List.of();
      }
    }
    return fill(Drawings.of(BLOCK, Blocks.read(parameters), seed, rules), byName(parameters));
  }

  private static List<ParameterInfo> fill(
      List<Drawing> drawings, Map<String, BlockParameter> byName) {
    for (Drawing drawing : drawings) {
      memory(byName, drawing.parameter()).fill(drawing::into);
    }
    return Drawings.infos(drawings);
  }

  /**
   * Gives a block its arrays and initialises it. Parameters that have an array already, such as
   * embeddings that were given theirs, are left as they are.
   *
   * @param manager owns the arrays, as in {@link Block#initialize}
   * @param dataType FLOAT32, FLOAT64 or FLOAT16
   * @param inputShapes the shapes of the block's inputs
   * @return what was drawn, in DJL's order
   * @throws IllegalArgumentException as the other; the block is then without arrays again
   */
  public static List<ParameterInfo> initialize(
      Block block,
      long seed,
      Rules rules,
      NDManager manager,
      DataType dataType,
      Shape... inputShapes) {
    Objects.requireNonNull(rules, "rules");
    Types.of("the block", dataType);
    List<BlockParameter> parameters = Blocks.parameters(block);
    Map<String, Initializer> initializers = new LinkedHashMap<>();
    for (BlockParameter parameter : parameters) {
      if (!parameter.parameter.isInitialized()) {
        initializers.put(parameter.name, parameter.parameter.getInitializer());
        parameter.parameter.setInitializer(NDManager::create); // no numbers before ours
      }
    }
    Map<String, BlockParameter> byName = byName(parameters);
    try {
      block.initialize(manager, dataType, inputShapes);
      List<Drawing> drawings =
          new ArrayList<>(Drawings.of(BLOCK, Blocks.read(parameters), seed, rules));
      drawings.removeIf(drawing -> !initializers.containsKey(drawing.parameter().name()));
      Set<String> kept = new LinkedHashSet<>(initializers.keySet());
      for (Drawing drawing : drawings) {
        kept.remove(drawing.parameter().name());
      }
      for (String name : kept) {
        drawAsDjl(byName.get(name).parameter, initializers.get(name), manager);
      }
      return fill(drawings, byName);
    } catch (RuntimeException e) {
      for (String name : initializers.keySet()) {
        byName.get(name).parameter.close();
      }
      throw e;
    } finally {
      initializers.forEach((name, own) -> byName.get(name).parameter.setInitializer(own));
    }
  }

  private static void drawAsDjl(Parameter parameter, Initializer own, NDManager manager) {
    NDArray array = parameter.getArray();
    try (NDArray drawn = own.initialize(manager, array.getShape(), array.getDataType())) {
      drawn.copyTo(array);
    }
  }

  /**
   * Gives each parameter without an array an initialiser, which draws what {@link
   * #initialize(Block, long, Rules)} would: for trainers, whose {@code initialize} gives a block
   * its arrays. What is wrong is then said when a parameter gets its array, one at a time.
   */
  public static void defer(Block block, long seed, Rules rules) {
    for (BlockParameter parameter : Blocks.parameters(block)) {
      if (!parameter.parameter.isInitialized()) {
        parameter.parameter.setInitializer(new Deferred(parameter, seed, rules));
      }
    }
  }

  /**
   * The parameters of a block that has its arrays, for what walks a Fanwise model: files, cards,
   * fits to data. Numbers are the engine's own memory, which is there until the block's arrays are
   * closed.
   *
   * @throws IllegalArgumentException when they are visited, if one is no FLOAT32 or FLOAT64 on the
   *     CPU
   */
  public static ParameterSource parameters(Block block) {
    return visitor -> {
      List<BlockParameter> parameters = Blocks.parameters(block);
      requireArrays(parameters);
      Map<String, BlockParameter> byName = byName(parameters);
      Sources.visit(Blocks.read(parameters), byName, visitor);
    };
  }

  /**
   * Copies a Fanwise model's weights into a block.
   *
   * @param source walks the model: {@code visitor -> NetInitializer.visitParameters(net, visitor)}
   * @param names the block's names by those of the model; what is not there has one name
   * @return the block's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(ParameterSource source, Block block, Map<String, String> names) {
    return copy(source, block, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(ParameterSource source, Block block, CopyOptions options) {
    List<BlockParameter> parameters = Blocks.parameters(block);
    requireArrays(parameters);
    return Copies.intoEngine(
        source, BLOCK, Blocks.read(parameters), storage(byName(parameters)), options);
  }

  /**
   * Copies a block's parameters into a Fanwise model's arrays.
   *
   * @param target walks the model, whose null fields get arrays
   * @param names the block's names by those of the model; what is not there has one name
   * @return the model's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> copy(Block block, ParameterSource target, Map<String, String> names) {
    return copy(block, target, CopyOptions.names(names));
  }

  /** As the other. */
  public static List<String> copy(Block block, ParameterSource target, CopyOptions options) {
    List<BlockParameter> parameters = Blocks.parameters(block);
    requireArrays(parameters);
    return Copies.intoModel(
        BLOCK, Blocks.read(parameters), storage(byName(parameters)), target, options);
  }

  private static void requireArrays(List<BlockParameter> parameters) {
    Problems problems = new Problems("the block has not all its arrays");
    for (BlockParameter parameter : parameters) {
      if (!parameter.parameter.isInitialized()) {
        problems.add(
            parameter.name + " has none: call block.initialize(manager, type, shapes) first");
      }
    }
    problems.throwIfAny();
  }

  private static Map<String, BlockParameter> byName(List<BlockParameter> parameters) {
    Map<String, BlockParameter> byName = new HashMap<>();
    for (BlockParameter parameter : parameters) {
      byName.put(parameter.name, parameter);
    }
    return byName;
  }

  private static Function<EngineParameter, Storage> storage(Map<String, BlockParameter> byName) {
    return parameter -> memory(byName, parameter);
  }

  private static Memory memory(Map<String, BlockParameter> byName, EngineParameter parameter) {
    return new Memory(byName.get(parameter.name()).parameter.getArray(), parameter.dataType());
  }
}
