package dev.fanwise.card.figures;

import dev.fanwise.card.model.Parameter;

/**
 * One parameter, for readers.
 *
 * @param number its number on the card, from 1
 * @param of the parameter
 * @param moments its statistics by its law, or null if they are known at run time only
 * @param verdict its standard deviation beside the ideal one, or null if none is defined
 * @param drawn what was drawn of it, or null
 * @param undrawn why nothing was drawn, or null
 * @param density what its law says of what was drawn, or null
 */
public record ParameterCard(
    int number,
    Parameter of,
    Moments moments,
    Verdict verdict,
    Drawn drawn,
    String undrawn,
    Density density) {
  ParameterCard with(Verdict other) {
    return new ParameterCard(number, of, moments, other, drawn, undrawn, density);
  }

  /** The class of submodules that it belongs to, or null for the model's own. */
  public String module() {
    return of.module();
  }

  /** The name as one says it: {@code hidden}, {@code Linear.weight}. */
  public String name() {
    return module() == null ? of.name() : module() + "." + of.name();
  }

  /** The number of elements, -1 if it is known at run time only. */
  public long elements() {
    return of.shape().elements();
  }

  /** The size in bytes, -1 likewise. */
  public long bytes() {
    return elements() < 0 ? -1 : elements() * of.type().bytes();
  }

  /** How its elements are spread, in a word. */
  public String distribution() {
    return of.law().distribution();
  }

  /** Whether it is the weights of a layer, with fans, rather than a bias. */
  public boolean isLayer() {
    return of.shape().isLayer();
  }
}
