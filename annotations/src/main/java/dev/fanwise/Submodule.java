package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part of a model that is a model itself: its weights are initialised with those of the model
 * that holds it.
 *
 * <p>The field's type is a class with weights, or an array, a {@code List} or a {@code Map} with
 * {@code String} keys of such, nested as one likes. Which weights there are is decided by that
 * class, not by the class that an object turns out to have. The objects must be there when the
 * model is initialised, each of them once.
 *
 * <pre>{@code
 * final class Mlp {
 *   @Submodule final Linear up;
 *   @Submodule final Linear down;
 * }
 *
 * final class Gpt {
 *   @Submodule final Block[] blocks;
 *   @Submodule final Map<String, Linear> heads;
 * }
 * }</pre>
 *
 * <p>The seed of a submodule is {@code fold(seed, id(field))}; of element i of an array or list
 * {@code fold(fold(seed, id(field)), i)}; of a map's entry {@code fold(fold(seed, id(field)),
 * id(key))}. So weights keep their bits when other fields come and go. The parameters' names have
 * dots: {@code blocks.3.query}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Submodule {}
