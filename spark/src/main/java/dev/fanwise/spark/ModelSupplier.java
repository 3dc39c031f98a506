package dev.fanwise.spark;

import dev.fanwise.runtime.LazyParameter;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lists a model's parameters on any machine: what travels to Spark's executors instead of weights.
 *
 * <pre>{@code
 * ModelSupplier model = () -> NetInitializer.lazyParameters(new Net(), 42L);
 * }</pre>
 *
 * <p>What a lambda captures must be {@link Serializable}: numbers and texts are, a model need not
 * be, since it is made where it is asked for. Each call gives the same parameters; it is called
 * once a task.
 */
@FunctionalInterface
public interface ModelSupplier extends Supplier<List<LazyParameter>>, Serializable {
  /**
   * A model by the name of its class, which only those who draw need to have.
   *
   * @param className the model's class; or its initialiser, if its name is not the usual one; or a
   *     class that implements this interface, whose constructor takes the seed and the arguments
   * @param seed the seed
   * @param arguments what the model's constructor takes; texts become numbers where it wants these
   */
  static ModelSupplier of(String className, long seed, Serializable... arguments) {
    return new NamedModel(className, seed, arguments);
  }
}
