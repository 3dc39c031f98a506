/**
 * What generated initialisers call, and what people may call by hand.
 *
 * <ul>
 *   <li>The random stream: {@link dev.fanwise.runtime.Keys}, {@link dev.fanwise.runtime.Words}.
 *   <li>How wide a layer is drawn: {@link dev.fanwise.runtime.Fans}, {@link
 *       dev.fanwise.runtime.Gains}, {@link dev.fanwise.runtime.Formulas}, {@link
 *       dev.fanwise.runtime.Truncation}.
 *   <li>The annotations' laws for shapes that are known at run time: {@link
 *       dev.fanwise.runtime.Schemes}, {@link dev.fanwise.runtime.Draws}.
 *   <li>The drawing itself: {@link dev.fanwise.runtime.Fill} for ranges, {@link
 *       dev.fanwise.runtime.Draw} for single elements.
 *   <li>What a model is made of: {@link dev.fanwise.runtime.ParameterInfo}.
 * </ul>
 *
 * <p>No bit depends on a state, but for PyTorch's generator, which is one by its nature. There is
 * no reflection and no dependency, so that the same code runs on any JVM, on Android from API level
 * 21 and in a native image.
 */
package dev.fanwise.runtime;
