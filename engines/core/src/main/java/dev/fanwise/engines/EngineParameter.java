package dev.fanwise.engines;

import dev.fanwise.runtime.DataType;
import java.util.Arrays;
import java.util.Objects;

/** A parameter as an engine declares it. */
public final class EngineParameter {
  private final String name;
  private final int[] shape;
  private final DataType dataType;
  private final LayerKind layer;
  private final ParameterKind kind;
  private final String layerText;
  private final Geometry geometry;
  private final String unreadable;
  private final boolean frozen;

  private EngineParameter(Builder builder) {
    this.name = builder.name;
    this.shape = builder.shape;
    this.dataType = builder.dataType;
    this.layer = builder.layer;
    this.kind = builder.kind;
    this.layerText = builder.layerText;
    this.geometry = builder.geometry;
    this.unreadable = builder.unreadable;
    this.frozen = builder.frozen;
  }

  /**
   * Starts a description.
   *
   * @param name the engine's own name of the parameter
   * @param shape its dimensions in the order of memory, outermost first; none for a single number
   */
  public static Builder of(String name, int... shape) {
    return new Builder(name, shape.clone());
  }

  /** The engine's own name. */
  public String name() {
    return name;
  }

  /** The dimensions in the order of memory; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The number of elements. */
  public long elements() {
    long elements = 1;
    for (int dimension : shape) {
      elements *= dimension;
    }
    return elements;
  }

  /** How an element is stored. */
  public DataType dataType() {
    return dataType;
  }

  /** What its layer is. */
  public LayerKind layer() {
    return layer;
  }

  /** What it does in the layer. */
  public ParameterKind kind() {
    return kind;
  }

  /** The engine's name of the kind of layer, such as {@code Conv2d}. */
  public String layerText() {
    return layerText;
  }

  /**
   * The geometry of the layer's weights, which for a bias are those that it is added to the outputs
   * of; null where the engine does not tell it.
   */
  public Geometry geometry() {
    return geometry;
  }

  /** Whether training leaves it as it is: it is frozen, or a running statistic. */
  public boolean isFrozen() {
    return frozen || kind == ParameterKind.RUNNING_STATISTIC;
  }

  /** Why there is no geometry, or null. */
  String unreadable() {
    return unreadable;
  }

  /** The same with a geometry that somebody gave. */
  EngineParameter with(Geometry given) {
    Builder copy = new Builder(name, shape);
    copy.dataType = dataType;
    copy.layer = layer == LayerKind.OTHER ? kindOf(given) : layer;
    copy.kind = kind == ParameterKind.OTHER && shape.length > 1 ? ParameterKind.WEIGHT : kind;
    copy.layerText = layerText;
    copy.geometry = given;
    copy.frozen = frozen;
    return new EngineParameter(copy);
  }

  private static LayerKind kindOf(Geometry given) {
    switch (given.connection()) {
      case TRANSPOSED:
        return LayerKind.TRANSPOSED_CONVOLUTION;
      case DEPTHWISE:
        return LayerKind.CONVOLUTION;
      default:
        return given.shape().length == 2 ? LayerKind.DENSE : LayerKind.CONVOLUTION;
    }
  }

  @Override
  public String toString() {
    return name + Arrays.toString(shape) + " of " + layerText;
  }

  /** A description that is not complete. */
  public static final class Builder {
    private final String name;
    private final int[] shape;
    private DataType dataType = DataType.F32;
    private LayerKind layer = LayerKind.OTHER;
    private ParameterKind kind = ParameterKind.OTHER;
    private String layerText = "an unknown layer";
    private Geometry geometry;
    private String unreadable;
    private boolean frozen;

    private Builder(String name, int[] shape) {
      this.name = Objects.requireNonNull(name, "name");
      this.shape = shape;
    }

    /** Sets how an element is stored; without this as a {@code float}. */
    public Builder dataType(DataType dataType) {
      this.dataType = dataType;
      return this;
    }

    /**
     * Sets the layer.
     *
     * @param layer what it is
     * @param layerText the engine's name for it
     */
    public Builder layer(LayerKind layer, String layerText) {
      this.layer = layer;
      this.layerText = layerText;
      return this;
    }

    /** Sets what the parameter does. */
    public Builder kind(ParameterKind kind) {
      this.kind = kind;
      return this;
    }

    /** Sets the geometry of the layer's weights. */
    public Builder geometry(Geometry geometry) {
      this.geometry = geometry;
      return this;
    }

    /** Says why there is no geometry. */
    public Builder unreadable(String reason) {
      this.unreadable = reason;
      return this;
    }

    /** Says whether training leaves it as it is. */
    public Builder frozen(boolean frozen) {
      this.frozen = frozen;
      return this;
    }

    /** Ends the description. */
    public EngineParameter build() {
      return new EngineParameter(this);
    }
  }
}
