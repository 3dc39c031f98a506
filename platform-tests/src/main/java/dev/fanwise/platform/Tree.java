package dev.fanwise.platform;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.KaimingInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model made of models: inherited weights, submodules in all places, a scheme in one word. */
final class Tree extends Layers {
  /** A scheme of one's own. */
  @KaimingInit(
      mode = FanMode.FAN_OUT,
      nonlinearity = Nonlinearity.SILU,
      distribution = Distribution.UNIFORM)
  @interface ConvInit {}

  /** A submodule with a type parameter. */
  static final class Box<T> {
    T content;

    @Shape({20, 10})
    @ConvInit
    float[] kernel;
  }

  @Submodule final Symbolic one = new Symbolic(8, 5);
  @Submodule final Box<String> box = new Box<>();
  @Submodule final Symbolic[] array = {new Symbolic(4, 2), new Symbolic(7, 3)};
  @Submodule final List<Symbolic> list = new ArrayList<>();
  @Submodule final Map<String, TorchNet> torches = new LinkedHashMap<>();
  @Submodule final JaxNet jax = new JaxNet();

  @Shape({10, 8})
  @XavierInit
  float[] own;

  Tree() {
    list.add(new Symbolic(6, 6));
    torches.put("pytorch", new TorchNet());
  }
}
