package dev.fanwise.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks a block and those in it. */
final class Blocks {
  private Blocks() {}

  /**
   * All parameters, with the names that {@code block.getParameters()} has for them, each once: of a
   * block that is used twice, DJL knows two names, and the first is taken.
   */
  static List<BlockParameter> parameters(Block block) {
    List<BlockParameter> parameters = new ArrayList<>();
    walk("", block, null, parameters, Collections.newSetFromMap(new IdentityHashMap<>()));
    return parameters;
  }

  private static void walk(
      String prefix,
      Block block,
      Block parent,
      List<BlockParameter> parameters,
      Set<Parameter> met) {
    for (Pair<String, Parameter> pair : block.getDirectParameters()) {
      if (met.add(pair.getValue())) {
        parameters.add(
            new BlockParameter(
                prefix + pair.getKey(), pair.getKey(), pair.getValue(), block, parent));
      }
    }
    for (Pair<String, Block> child : block.getChildren()) {
      walk(prefix + child.getKey() + "_", child.getValue(), block, parameters, met);
    }
  }

  /**
   * What all parameters are, of a block that has its arrays.
   *
   * @throws IllegalArgumentException if there is one of a type that Fanwise does not draw
   */
  static List<EngineParameter> read(List<BlockParameter> parameters) {
    Problems problems = new Problems("the block cannot be read");
    List<EngineParameter> read = new ArrayList<>();
    for (BlockParameter parameter : parameters) {
      try {
        read.add(parameter.read());
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    problems.throwIfAny();
    return read;
  }
}
