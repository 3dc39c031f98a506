package dev.fanwise.card.model;

import dev.fanwise.runtime.DataType;
import java.util.List;

/**
 * One parameter of a model.
 *
 * @param module the class of submodules that it belongs to, or null for the model's own
 * @param name its name in the model or that class
 * @param methodSuffix what the names of its methods end with, or null if there are none
 * @param shape its shape, and how that is to be read
 * @param type how an element is stored
 * @param fans its fans, or null where they are undefined or unknown
 * @param scheme what is written on it
 * @param law what its elements are drawn from
 * @param derivation how the law's numbers come about, a line each
 * @param intent what its standard deviation is for, or null if no gain describes it
 * @param stream where its bits come from, or null if that is not known
 * @param sample some of its elements
 */
public record Parameter(
    String module,
    String name,
    String methodSuffix,
    Shape shape,
    DataType type,
    FanNumbers fans,
    SchemeUse scheme,
    Law law,
    List<String> derivation,
    Intent intent,
    Stream stream,
    Sample sample) {
  /** fan_in and fan_out. */
  public record FanNumbers(double fanIn, double fanOut) {}

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
  }
}
