package dev.fanwise.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Scheme;
import java.util.Objects;

/**
 * A scheme as an initialiser of DJL's, for {@code block.setInitializer} and {@code
 * Parameter.Builder}.
 *
 * <p>DJL tells an initialiser a shape and a type, and neither a name nor a layer. So what is drawn
 * is the stream of the name that is given here, whatever parameter it is for: give each parameter
 * an object of its own, since two of one shape with one object get equal weights. And the fans are
 * those of {@code [out, in, kernel…]} without groups, unless a geometry is given. {@link
 * FanwiseDjl#initialize} needs neither.
 */
public final class FanwiseInitializer implements Initializer {
  private final Scheme scheme;
  private final long seed;
  private final String name;
  private final Geometry geometry;

  /**
   * For weights {@code [out, in, kernel…]}, or a vector.
   *
   * @param scheme the law
   * @param seed the model's seed
   * @param name the name of the parameter's stream
   */
  public FanwiseInitializer(Scheme scheme, long seed, String name) {
    this(scheme, seed, name, null);
  }

  /**
   * For weights of some geometry.
   *
   * @param geometry how they connect, in the order of DJL's arrays; for a bias, of the layer's
   *     weights
   */
  public FanwiseInitializer(Scheme scheme, long seed, String name, Geometry geometry) {
    this.scheme = Objects.requireNonNull(scheme, "scheme");
    this.seed = seed;
    this.name = Objects.requireNonNull(name, "name");
    this.geometry = geometry;
  }

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    int[] dimensions = BlockParameter.dimensions(name, shape);
    EngineParameter.Builder builder =
        EngineParameter.of(name, dimensions)
            .dataType(Types.of(name, dataType))
            .layer(LayerKind.OTHER, "a layer that DJL does not tell of")
            .kind(dimensions.length < 2 ? ParameterKind.BIAS : ParameterKind.WEIGHT);
    if (geometry != null) {
      builder.geometry(geometry);
    } else if (dimensions.length >= 2) {
      builder.geometry(Geometry.outIn(dimensions));
    }
    Drawing drawing = Drawings.of(builder.build(), seed, Rules.all(scheme));
    NDArray array = manager.create(shape, dataType);
    new Memory(array, drawing.parameter().dataType()).fill(drawing::into);
    return array;
  }
}
