package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the random numbers of a model and of its submodules: those of another library, bit for
 * bit, for models that are moved from there.
 *
 * <p>Without it a model has {@link RandomEngine#FANWISE}. A class has the stream of its superclass,
 * and submodules have that of the model which holds them, unless they say otherwise. The page
 * {@code docs/parity.md} says which schemes and types can have the numbers of another library.
 *
 * <pre>{@code
 * @RandomStream(RandomEngine.TORCH)
 * final class Mlp {
 *   @Shape({256, 784}) @KaimingInit(a = 2.23606797749979, distribution = UNIFORM) float[] weight;
 *   @Shape(256) @BiasInit(of = "weight") float[] bias; // as nn.Linear(784, 256)
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandomStream {
  /** The stream. */
  RandomEngine value();
}
