package dev.fanwise.runtime;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.Layout;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of one parameter of a model: its name and shape, and the law its elements are drawn
 * from. Generated classes list theirs as constants, so no reflection is needed to walk a model.
 */
public final class ParameterInfo {
  private final String name;
  private final int[] shape;
  private final DataType dataType;
  private final Layout layout;
  private final Connection connection;
  private final int groups;
  private final boolean lazy;
  private final String scheme;
  private final boolean unitVariance;
  private final double factor;
  private final double fanIn;
  private final double fanOut;
  private final Distribution distribution;
  private final double mean;
  private final double std;
  private final double low;
  private final double high;

  private ParameterInfo(
      Builder of, Distribution distribution, double mean, double std, double low, double high) {
    this.name = of.name;
    this.shape = of.shape;
    this.dataType = of.dataType;
    this.layout = of.layout;
    this.connection = of.connection;
    this.groups = of.groups;
    this.lazy = of.lazy;
    this.scheme = of.scheme;
    this.unitVariance = of.unitVariance;
    this.factor = of.factor;
    this.fanIn = of.fanIn;
    this.fanOut = of.fanOut;
    this.distribution = distribution;
    this.mean = mean;
    this.std = std;
    this.low = low;
    this.high = high;
  }

  /**
   * Starts the description of a parameter.
   *
   * @param name the field's name
   * @param shape the tensor's dimensions, outermost first
   */
  public static Builder of(String name, int... shape) {
    return new Builder(name, shape.clone());
  }

  /** The name of the field; inside a larger model a path with dots, as {@code blocks.3.query}. */
  public String name() {
    return name;
  }

  /** The tensor's dimensions, outermost first; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The number of elements: the product of the dimensions. */
  public long elements() {
    long elements = 1;
    for (int dimension : shape) {
      elements *= dimension;
    }
    return elements;
  }

  /**
   * The number of elements of several parameters.
   *
   * @throws IllegalArgumentException if it is more than a {@code long} can count
   */
  public static long count(List<ParameterInfo> parameters) {
    long count = 0;
    for (ParameterInfo parameter : parameters) {
      count += parameter.elements();
      if (count < 0) {
        throw new IllegalArgumentException(
            "with " + parameter.name() + " there are more than 2^63 weights");
      }
    }
    return count;
  }

  /** How an element is stored. */
  public DataType dataType() {
    return dataType;
  }

  /** Whether its field is left null unless the user gives it an array: {@code @Lazy}. */
  public boolean isLazy() {
    return lazy;
  }

  /** How the dimensions are to be read: OI unless the shape says otherwise. */
  public Layout layout() {
    return layout;
  }

  /** How the layer connects its inputs with its outputs. */
  public Connection connection() {
    return connection;
  }

  /** The groups that a convolution's channels are divided into; 1 of all other layers. */
  public int groups() {
    return groups;
  }

  /** fan_in, or −1 where it is undefined: a tensor of one dimension has none. */
  public double fanIn() {
    return fanIn;
  }

  /** fan_out, or −1 where it is undefined. */
  public double fanOut() {
    return fanOut;
  }

  /** The simple name of the scheme's annotation, such as {@code XavierInit}. */
  public String scheme() {
    return scheme;
  }

  /**
   * Whether the weights are marked to be scaled once more, until the layer's output has variance 1
   * on a batch: by {@code @UnitVariance}.
   */
  public boolean isUnitVariance() {
    return unitVariance;
  }

  /**
   * What the scheme's standard deviation was multiplied by, as {@code @ResidualScaled} does; 1 of
   * all other weights. {@link #std} is after it.
   */
  public double factor() {
    return factor;
  }

  /** The law that elements are drawn from, or null where nothing is drawn, as for constants. */
  public Distribution distribution() {
    return distribution;
  }

  /** The mean of an element. */
  public double mean() {
    return mean;
  }

  /** The standard deviation of an element, after any truncation. */
  public double std() {
    return std;
  }

  /** The bound below every element, or −∞ for a normal. */
  public double low() {
    return low;
  }

  /** The bound above every element, or ∞ for a normal. */
  public double high() {
    return high;
  }

  /**
   * The same parameter, named from a model that holds this one.
   *
   * @param path the way to the model that the parameter belongs to, such as {@code blocks.3}
   */
  public ParameterInfo within(String path) {
    return named(path + "." + name);
  }

  /** The same parameter under another name, such as the one that a file has for it. */
  public ParameterInfo named(String other) {
    Builder copy = new Builder(other, shape);
    copy.dataType = dataType;
    copy.lazy = lazy;
    copy.layout = layout;
    copy.connection = connection;
    copy.groups = groups;
    copy.scheme = scheme;
    copy.unitVariance = unitVariance;
    copy.factor = factor;
    copy.fanIn = fanIn;
    copy.fanOut = fanOut;
    return new ParameterInfo(copy, distribution, mean, std, low, high);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append(Arrays.toString(shape));
    text.append(' ').append(scheme);
    if (distribution != null) {
      text.append(' ').append(distribution);
    }
    text.append(", mean ").append(mean).append(", std ").append(std);
    if (unitVariance) {
      text.append(", scaled to unit variance");
    }
    return text.toString();
  }

  /** A description that lacks its law. */
  public static final class Builder {
    private final String name;
    private final int[] shape;
    private DataType dataType = DataType.F32;
    private boolean lazy;
    private Layout layout = Layout.OI;
    private Connection connection = Connection.FORWARD;
    private int groups = 1;
    private String scheme = "";
    private boolean unitVariance;
    private double factor = 1;
    private double fanIn = -1;
    private double fanOut = -1;

    private Builder(String name, int[] shape) {
      this.name = name;
      this.shape = shape;
    }

    /** Sets the scheme: the simple name of its annotation. */
    public Builder scheme(String scheme) {
      this.scheme = scheme;
      return this;
    }

    /** Says that the field is left null unless the user gives it an array. */
    public Builder lazy() {
      this.lazy = true;
      return this;
    }

    /** Sets how an element is stored; without this as a {@code float}. */
    public Builder dataType(DataType dataType) {
      this.dataType = dataType;
      return this;
    }

    /**
     * Sets how the dimensions are to be read; without this as {@code [out, in, ...]}.
     *
     * @param layout the order of the dimensions
     * @param connection how inputs and outputs are connected
     * @param groups the groups of a convolution, 1 for none
     */
    public Builder layout(Layout layout, Connection connection, int groups) {
      this.layout = layout;
      this.connection = connection;
      this.groups = groups;
      return this;
    }

    /** Marks the weights as ones that a fit to data is to scale. */
    public Builder unitVariance() {
      this.unitVariance = true;
      return this;
    }

    /** Says what the scheme's standard deviation was multiplied by. */
    public Builder scaled(double factor) {
      this.factor = factor;
      return this;
    }

    /** Sets both fans; without this they are −1. */
    public Builder fans(double fanIn, double fanOut) {
      this.fanIn = fanIn;
      this.fanOut = fanOut;
      return this;
    }

    /** Sets both fans. */
    public Builder fans(Fans fans) {
      return fans(fans.fanIn(), fans.fanOut());
    }

    /** Ends with a uniform law between two bounds. */
    public ParameterInfo uniform(double std, double low, double high) {
      return new ParameterInfo(this, Distribution.UNIFORM, low / 2 + high / 2, std, low, high);
    }

    /** Ends with a normal law. */
    public ParameterInfo normal(double mean, double std) {
      return new ParameterInfo(
          this, Distribution.NORMAL, mean, std, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Ends with a truncated normal law.
     *
     * @param mean the mean after the cut
     * @param std the standard deviation after the cut
     * @param low the lower cut
     * @param high the upper cut
     */
    public ParameterInfo truncatedNormal(double mean, double std, double low, double high) {
      return new ParameterInfo(this, Distribution.TRUNCATED_NORMAL, mean, std, low, high);
    }

    /**
     * Ends with elements that do not come from one distribution, such as those of an orthogonal
     * matrix.
     *
     * @param mean the mean of all elements
     * @param std their root mean square distance from it
     * @param low the bound below them
     * @param high the bound above them
     */
    public ParameterInfo structured(double mean, double std, double low, double high) {
      return new ParameterInfo(this, null, mean, std, low, high);
    }

    /** Ends with the moments and bounds of a pattern's elements. */
    public ParameterInfo structured(Pattern pattern) {
      return structured(pattern.mean(), pattern.std(), pattern.low(), pattern.high());
    }

    /** Ends with one value for every element. */
    public ParameterInfo constant(double value) {
      return new ParameterInfo(this, null, value, 0, value, value);
    }
  }
}
