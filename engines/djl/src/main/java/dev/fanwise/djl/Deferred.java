package dev.fanwise.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Rules;

/** The initialiser of one parameter, which knows its name and its layer. */
final class Deferred implements Initializer {
  private final BlockParameter parameter;
  private final long seed;
  private final Rules rules;

  /** What draws a parameter that the rules keep. */
  private final Initializer own;

  Deferred(BlockParameter parameter, long seed, Rules rules) {
    this.parameter = parameter;
    this.seed = seed;
    this.rules = rules;
    Initializer before = parameter.parameter.getInitializer();
    this.own = before instanceof Deferred ? ((Deferred) before).own : before;
  }

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    EngineParameter declared = parameter.read(shape, dataType);
    Drawing drawing = Drawings.of(declared, seed, rules);
    if (drawing == null) {
      return own.initialize(manager, shape, dataType);
    }
    NDArray array = manager.create(shape, dataType);
    new Memory(array, declared.dataType()).fill(drawing::into);
    return array;
  }
}
