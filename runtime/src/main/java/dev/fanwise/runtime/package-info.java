/**
 * What generated initialisers call, and what people may call by hand. No bit depends on a state,
 * there is no reflection and no dependency, so that the same code runs on any JVM, on Android from
 * API level 21 and in a native image.
 *
 * <p>Each public class is here for somebody; {@code AudienceTest} reads these lists.
 *
 * <h2>For people, and for generated code</h2>
 *
 * <ul>
 *   <li>The random stream: {@link dev.fanwise.runtime.Keys}, {@link dev.fanwise.runtime.Words},
 *       {@link dev.fanwise.runtime.Threefry2x32}.
 *   <li>How wide a layer is drawn: {@link dev.fanwise.runtime.Fans}, {@link
 *       dev.fanwise.runtime.Gains}, {@link dev.fanwise.runtime.Formulas}, {@link
 *       dev.fanwise.runtime.MupScale}, {@link dev.fanwise.runtime.Truncation}.
 *   <li>The annotations' laws for shapes that are known at run time: {@link
 *       dev.fanwise.runtime.Schemes}, {@link dev.fanwise.runtime.Scheme}, {@link
 *       dev.fanwise.runtime.Draws}, {@link dev.fanwise.runtime.Pattern}.
 *   <li>The drawing itself: {@link dev.fanwise.runtime.Fill} for ranges, {@link
 *       dev.fanwise.runtime.Draw} for single elements, {@link dev.fanwise.runtime.HalfFloats} for
 *       16-bit formats.
 *   <li>What a model is made of: {@link dev.fanwise.runtime.ParameterInfo}, {@link
 *       dev.fanwise.runtime.DataType}, {@link dev.fanwise.runtime.ParameterVisitor}, {@link
 *       dev.fanwise.runtime.ParameterSource}, {@link dev.fanwise.runtime.LazyParameter}.
 *   <li>What PyTorch's generator is: {@link dev.fanwise.runtime.SequentialGenerator}.
 * </ul>
 *
 * <h2>For generated code alone</h2>
 *
 * Public because models live in packages of their own: {@link dev.fanwise.runtime.Allocation},
 * {@link dev.fanwise.runtime.Checks}, {@link dev.fanwise.runtime.GateBiases}, {@link
 * dev.fanwise.runtime.Hadamard}, {@link dev.fanwise.runtime.IndexedLists}, {@link
 * dev.fanwise.runtime.LazyParameters}, {@link dev.fanwise.runtime.MapKeys}, {@link
 * dev.fanwise.runtime.ModelPath}, {@link dev.fanwise.runtime.Orthogonal}, {@link
 * dev.fanwise.runtime.OutOfMemory}, {@link dev.fanwise.runtime.Shards}, {@link
 * dev.fanwise.runtime.Sink}, {@link dev.fanwise.runtime.Sparse}, {@link
 * dev.fanwise.runtime.SymbolicShape}, {@link dev.fanwise.runtime.Taps}.
 *
 * <h2>For Fanwise's other modules and packages</h2>
 *
 * Public because the processor, the checkpoints, the adapters and the subpackages are elsewhere:
 * {@link dev.fanwise.runtime.Channels}, {@link dev.fanwise.runtime.ChronoPattern}, {@link
 * dev.fanwise.runtime.DeltaOrthogonalPattern}, {@link dev.fanwise.runtime.Drawable}, {@link
 * dev.fanwise.runtime.HadamardPattern}, {@link dev.fanwise.runtime.Likeness}, {@link
 * dev.fanwise.runtime.NguyenWidrowPattern}, {@link dev.fanwise.runtime.OrthogonalPattern}, {@link
 * dev.fanwise.runtime.SparsePattern}, {@link dev.fanwise.runtime.TapPattern}.
 */
package dev.fanwise.runtime;
