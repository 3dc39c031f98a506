package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Layers of one role, and what most of them have in common.
 *
 * @param role what they are by name
 * @param byGain whether gains are compared, else standard deviations
 * @param activation the activation whose gain most have, or null
 * @param gain that gain
 * @param common the gain or standard deviation of most; NaN if most have none in common
 * @param votes how many have it
 * @param voters of how many
 */
record Peers(
    String role,
    boolean byGain,
    String activation,
    double gain,
    double common,
    int votes,
    int voters) {
  /** Fewer say nothing. */
  static final int FEWEST = 3;

  static Peers of(String role, List<Layer> voters, boolean byGain) {
    List<Double> numbers = new ArrayList<>();
    voters.forEach(layer -> numbers.add(number(layer, byGain)));
    Collections.sort(numbers);
    double median = numbers.get(numbers.size() / 2);
    int votes = (int) numbers.stream().filter(one -> Reference.isNear(one / median)).count();
    // Of weights without a law, which may be trained, nearly all must have it.
    boolean isRead = !voters.get(0).of().of().law().isSaid();
    boolean isCommon =
        isRead
            ? voters.size() > FEWEST && 5 * votes >= 4 * voters.size()
            : voters.size() >= FEWEST && 2 * votes > voters.size();
    Layer typical =
        voters.stream()
            .filter(one -> one.isConsistent() && Reference.isNear(number(one, byGain) / median))
            .findFirst()
            .orElse(null);
    return new Peers(
        role,
        byGain,
        typical == null ? null : typical.activation(),
        typical == null ? Double.NaN : typical.gain(),
        isCommon ? median : Double.NaN,
        votes,
        voters.size());
  }

  private static double number(Layer layer, boolean byGain) {
    return byGain ? layer.actualGain() : layer.std() / layer.factor();
  }

  boolean agree() {
    return !Double.isNaN(common);
  }

  /** The standard deviation that a layer would have, were it like most of them. */
  double stdFor(Layer layer) {
    return byGain ? layer.stdOf(common) : common * layer.factor();
  }

  /** Why a layer that is not like them is odd: by its gain, if that is another, else its std. */
  String ground(Layer layer) {
    String most = votes + " of " + voters + " like it (" + role + ") have ";
    boolean isGain =
        activation != null && layer.hasGain() && !Reference.isNear(layer.actualGain() / gain);
    if (isGain) {
      return most
          + activation
          + "’s gain "
          + Figures.brief(gain)
          + ". This one has gain "
          + Figures.brief(layer.actualGain())
          + (layer.activation() != null ? ", for " + layer.activation() + "." : ".");
    }
    String what = byGain ? "gain " : "std ";
    return most
        + what
        + Figures.brief(common)
        + ". This one has "
        + what
        + Figures.brief(number(layer, byGain))
        + ".";
  }
}
