package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.Fans;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one writes a formula: the description that stands beside it in the runtime, with numbers in
 * place of names as far as they are known.
 */
record Wording(String text) {
  private static final String NUMBER = "([0-9.]+(?:e-?[0-9]+)?)";

  /** A sum of numbers in brackets, {@code (784 + 256)} or {@code (2 * 3 - 2)}. */
  private static final Pattern SUM =
      Pattern.compile("\\((?:" + NUMBER + " \\* )?" + NUMBER + " ([+-]) " + NUMBER + "\\)");

  /** The same with something else in place of a name. */
  Wording with(String name, String replacement) {
    String replaced = text.replaceAll("\\b" + name + "\\b", Matcher.quoteReplacement(replacement));
    return new Wording(SUM.matcher(replaced).replaceAll(Wording::worked));
  }

  /** The same with a number in place of a name; a factor of 1 in front is left out. */
  Wording with(String name, double number) {
    Wording replaced = with(name, Numbers.text(number));
    return replaced.text.startsWith("1 * ")
        ? new Wording(replaced.text.substring("1 * ".length()))
        : replaced;
  }

  /** The same with the fans, where they are known. */
  Wording with(Geometry geometry) {
    if (!geometry.isKnown()) {
      return this;
    }
    Fans fans = geometry.fans();
    return with("fan_in", fans.fanIn()).with("fan_out", fans.fanOut());
  }

  private static String worked(MatchResult sum) {
    double factor = sum.group(1) == null ? 1 : Double.parseDouble(sum.group(1));
    double first = factor * Double.parseDouble(sum.group(2));
    double second = Double.parseDouble(sum.group(4));
    return Numbers.text(sum.group(3).equals("+") ? first + second : first - second);
  }
}
