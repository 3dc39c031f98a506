package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Fans;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of a law come about: lines for people, and steps for generated code where
 * dimensions are symbolic.
 */
final class Derivation {
  private final List<String> lines = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  Derivation line(String line) {
    lines.add(line);
    return this;
  }

  /** A formula by its name; with its numbers and their result, if that is known. */
  Derivation line(String name, Wording formula, Wording numbers, Term result) {
    String line = name + " = " + formula.text();
    return line(result.isKnown() ? line + " = " + numbers.text() + result.result() : line);
  }

  /** A formula by its name, and its result if that is known. */
  Derivation line(String name, String formula, Term result) {
    return line(name + " = " + formula + result.result());
  }

  /** The first line, about the fans, and what else there is to say of them. */
  static Derivation ofFans(Geometry geometry, String more) {
    return new Derivation().line(fans(geometry) + more);
  }

  /** {@code fan_in 784, fan_out 256}. */
  static String fans(Geometry geometry) {
    if (!geometry.isKnown()) {
      return "fan_in and fan_out of "
          + geometry.shape()
          + (geometry.ofFans().groups().isKnown() ? "" : ", groups = " + geometry.groups());
    }
    Fans fans = geometry.fans();
    return "fan_in " + Numbers.text(fans.fanIn()) + ", fan_out " + Numbers.text(fans.fanOut());
  }

  /** A number, by a name of its own if it is known at run time only. */
  Term name(String name, Term term) {
    if (term.isKnown()) {
      return term;
    }
    steps.add(new Step(name, term));
    return new Term.Named(name);
  }

  /** The end: a law with these numbers. */
  Resolution of(Law law) {
    return new Resolution(law, lines, steps);
  }
}
