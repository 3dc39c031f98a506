package dev.fanwise.card.model;

import dev.fanwise.runtime.DataType;
import java.util.List;

/**
 * One parameter of a model.
 *
 * @param path its name in the whole model: {@code blocks.3.query.weight}; {@code *} stands for the
 *     places in an array or list, or keys of a map, that are known at run time only
 * @param module the class of submodules that it belongs to, or null for the model's own
 * @param methodSuffix what the names of its methods end with, or null if there are none
 * @param shape its shape, and how that is to be read
 * @param type how an element is stored
 * @param fans its fans, or null where they are undefined or unknown
 * @param scheme what is written on it
 * @param law what its elements are drawn from
 * @param derivation how the law's numbers come about, a line each
 * @param intent what its standard deviation is for, or null if it has no fans that are known
 * @param stream where its bits come from, or null if that is not known
 * @param sample some of its elements
 * @param doubts what speaks against the reading of its shape
 */
public record Parameter(
    String path,
    String module,
    String methodSuffix,
    Shape shape,
    DataType type,
    FanNumbers fans,
    SchemeUse scheme,
    Law law,
    List<String> derivation,
    Intent intent,
    Stream stream,
    Sample sample,
    List<Doubt> doubts) {
  /**
   * fan_in and fan_out.
   *
   * @param fanIn the number, or NaN where it is known at run time only
   * @param fanOut likewise
   * @param inFormula how it comes of the dimensions by name: {@code width * 9}; or null
   * @param outFormula likewise
   */
  public record FanNumbers(double fanIn, double fanOut, String inFormula, String outFormula) {
    /** Known numbers. */
    public FanNumbers(double fanIn, double fanOut) {
      this(fanIn, fanOut, null, null);
    }

    /** Whether they are numbers. */
    public boolean isKnown() {
      return fanIn > 0 && fanOut > 0;
    }
  }

  /**
   * Where bits come from.
   *
   * @param name the name of the stream
   * @param id the number that the seed is folded with
   * @param isRenamed whether the name is another than the field's
   */
  public record Stream(String name, long id, boolean isRenamed) {}

  /**
   * The scheme as it is written on the field.
   *
   * @param annotation the simple name of its annotation
   * @param composed the annotations from a user's own on the field to the scheme's; empty if that
   *     one stands there
   * @param composedScaling the same for the scaling, if there is one
   * @param isUnitVariance whether the weights are marked to be scaled by a fit to data
   */
  public record SchemeUse(
      String annotation,
      List<String> composed,
      List<String> composedScaling,
      boolean isUnitVariance) {
    public SchemeUse {
      composed = List.copyOf(composed);
      composedScaling = List.copyOf(composedScaling);
    }
  }

  public Parameter {
    derivation = List.copyOf(derivation);
    doubts = List.copyOf(doubts);
  }

  /** The same without its elements. */
  public Parameter without(Sample elements) {
    return new Parameter(
        path,
        module,
        methodSuffix,
        shape,
        type,
        fans,
        scheme,
        law,
        derivation,
        intent,
        stream,
        new Sample(null, elements.isWhole(), elements.reason()),
        doubts);
  }

  /** Whether the model has it once, rather than as often as it says at run time. */
  public boolean isSingle() {
    return !path.startsWith("*.") && !path.contains(".*.");
  }
}
