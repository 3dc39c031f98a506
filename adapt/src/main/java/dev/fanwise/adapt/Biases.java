package dev.fanwise.adapt;

import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parameter is the bias of which weights: the one that was named, or {@code hiddenBias} and
 * {@code hidden_bias} of {@code hidden}, or {@code bias} and {@code b} of the only weights of their
 * submodule.
 */
final class Biases {
  private final Map<String, String> named = new LinkedHashMap<>();
  private final Set<String> without = new LinkedHashSet<>();

  void name(String weights, String bias) {
    named.put(weights, bias);
    without.remove(weights);
  }

  void none(String weights) {
    without.add(weights);
    named.remove(weights);
  }

  /** Refuses names that are not those of weights that are fitted. */
  void check(Set<String> fitted) {
    Set<String> all = new LinkedHashSet<>(named.keySet());
    all.addAll(without);
    for (String name : all) {
      if (!fitted.contains(name)) {
        throw new IllegalStateException(
            (named.containsKey(name) ? "bias(\"" : "withoutBias(\"")
                + name
                + "\") names no weights that are fitted."
                + Names.suggestion(name, fitted));
      }
    }
  }

  /** The name of the bias, or null if there is none. */
  String of(ParameterInfo weights, Map<String, ParameterInfo> all) {
    String name = weights.name();
    if (without.contains(name)) {
      return null;
    }
    int units = Units.of(weights).count();
    if (named.containsKey(name)) {
      return checked(named.get(name), name, units, all);
    }
    int dot = name.lastIndexOf('.') + 1;
    String within = name.substring(0, dot);
    String[] guesses = {name + "Bias", name + "_bias", within + "bias", within + "b"};
    for (int g = 0; g < guesses.length; g++) {
      ParameterInfo guess = all.get(guesses[g]);
      if (guess != null && fits(guess, units) && (g < 2 || isOnly(name, within, all))) {
        return guesses[g];
      }
    }
    return null;
  }

  private static String checked(
      String bias, String weights, int units, Map<String, ParameterInfo> all) {
    ParameterInfo info = all.get(bias);
    if (info == null) {
      throw new IllegalStateException(
          "bias(\""
              + weights
              + "\", \""
              + bias
              + "\") names no parameter of the model, which has "
              + all.size()
              + "."
              + Names.suggestion(bias, all.keySet()));
    }
    if (!fits(info, units)) {
      throw new IllegalStateException(
          bias
              + " has shape "
              + Arrays.toString(info.shape())
              + ", but "
              + weights
              + " has "
              + units
              + " units and needs a bias of shape ["
              + units
              + "]");
    }
    return bias;
  }

  private static boolean fits(ParameterInfo bias, int units) {
    return bias.shape().length == 1 && bias.elements() == units;
  }

  /** Whether no other weights stand beside these in their submodule. */
  private static boolean isOnly(String name, String within, Map<String, ParameterInfo> all) {
    for (ParameterInfo info : all.values()) {
      String other = info.name();
      boolean beside = other.startsWith(within) && other.indexOf('.', within.length()) < 0;
      if (beside && info.shape().length > 1 && !other.equals(name)) {
        return false;
      }
    }
    return true;
  }
}
