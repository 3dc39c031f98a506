package dev.fanwise.card.figures;

import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;

/**
 * One parameter, for readers.
 *
 * @param number its number on the card, from 1
 * @param of the parameter
 * @param moments its statistics by its law, or null if they are not known
 * @param verdict its standard deviation beside the ideal one, or null if none is defined
 * @param measured its elements as they are, or null
 * @param undrawn why none were looked at, or null
 * @param density what its law says of what was looked at, or null
 */
public record ParameterCard(
    int number,
    Parameter of,
    Moments moments,
    Verdict verdict,
    Measured measured,
    String undrawn,
    Density density) {
  /** Measures the elements of a parameter, which the card does not hold. */
  public static ParameterCard of(int number, Parameter parameter) {
    Moments moments = Moments.of(parameter);
    boolean allows = moments == null || moments.allowStatistics();
    Sample sample =
        parameter.sample().isDrawn() && !allows
            ? Sample.none("its numbers are so large or small that no double holds their squares")
            : parameter.sample();
    Density density = sample.isDrawn() && moments != null ? Density.of(parameter) : null;
    Measured measured =
        sample.isDrawn()
            ? Measured.of(sample.values(), density, FitTest.of(parameter, moments, density))
            : null;
    return new ParameterCard(
        number, parameter.without(sample), moments, null, measured, sample.reason(), density);
  }

  ParameterCard with(Verdict other) {
    return new ParameterCard(number, of, moments, other, measured, undrawn, density);
  }

  /** The class of submodules that it belongs to, or null for the model's own. */
  public String module() {
    return of.module();
  }

  /** The name in the whole model: {@code hidden}, {@code blocks.3.weight}. */
  public String name() {
    return of.path();
  }

  /** The number of elements, -1 if it is known at run time only. */
  public long elements() {
    return of.shape().elements();
  }

  /** The size in bytes, -1 likewise. */
  public long bytes() {
    return elements() < 0 ? -1 : elements() * of.type().bytes();
  }

  /** Whether the model has so many elements of it: not where it has it several times, say. */
  public boolean isCounted() {
    return elements() >= 0 && of.isSingle();
  }

  /** How its elements are spread, in a word. */
  public String distribution() {
    return of.law().distribution();
  }

  /** Whether it is the weights of a layer, with fans, rather than a bias. */
  public boolean isLayer() {
    return of.shape().isLayer();
  }

  /** Its standard deviation: by its law, or else as measured; NaN if neither is known. */
  public double std() {
    if (moments != null) {
      return moments.std();
    }
    return measured == null ? Double.NaN : measured.std();
  }
}
