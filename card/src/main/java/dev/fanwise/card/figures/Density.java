package dev.fanwise.card.figures;

import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.runtime.Truncation;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What a law says of its elements in theory: the values that many have, and how the others are
 * spread.
 *
 * @param atoms the values that many elements have, in ascending order
 * @param low the bound below the others, or where there is next to nothing below
 * @param high the bound above them, likewise
 * @param isBounded whether these are bounds
 * @param pdf the density of the others, which integrates to 1; null if there are none
 * @param cdf the share of the others at or below a number; null if it is not known
 */
public record Density(
    List<Atom> atoms,
    double low,
    double high,
    boolean isBounded,
    DoubleUnaryOperator pdf,
    DoubleUnaryOperator cdf) {
  /** How far the plot of a normal reaches, in standard deviations. */
  private static final double REACH = 4;

  public Density {
    atoms = List.copyOf(atoms);
  }

  /** Whether any elements are spread. */
  public boolean isSpread() {
    return pdf != null;
  }

  /** The density of a parameter, or null if no formula is known. */
  static Density of(Parameter parameter) {
    return parameter
        .law()
        .accept(
            new Law.Cases<>(
                constant ->
                    only(List.of(new Atom(Stored.of(constant.value(), parameter.type()), 1))),
                uniform -> uniform(List.of(), uniform.low(), uniform.high()),
                normal -> normal(List.of(), normal.mean(), normal.std()),
                Density::truncated,
                placed -> placed(placed, parameter),
                described -> null,
                unsaid -> null,
                unknown -> null));
  }

  private static Density placed(Law.Placed law, Parameter parameter) {
    Density density = PatternDensity.of(law.pattern(), parameter.shape().elements());
    return new Density(
        density.atoms().stream()
            .map(atom -> new Atom(Stored.of(atom.value(), parameter.type()), atom.share()))
            .toList(),
        density.low(),
        density.high(),
        density.isBounded(),
        density.pdf(),
        density.cdf());
  }

  static Density only(List<Atom> atoms) {
    return new Density(atoms, 0, 0, false, null, null);
  }

  /** Spread between two bounds. */
  static Density bounded(List<Atom> atoms, double low, double high, DoubleUnaryOperator inside) {
    return new Density(
        atoms, low, high, true, x -> x < low || x > high ? 0 : inside.applyAsDouble(x), null);
  }

  static Density uniform(List<Atom> atoms, double low, double high) {
    return bounded(atoms, low, high, x -> 1 / (high - low))
        .with(x -> Math.max(0, Math.min(1, (x - low) / (high - low))));
  }

  static Density normal(List<Atom> atoms, double mean, double std) {
    return new Density(
        atoms,
        mean - REACH * std,
        mean + REACH * std,
        false,
        x -> bell((x - mean) / std) / std,
        atoms.isEmpty() ? x -> NormalCdf.below((x - mean) / std) : null);
  }

  private static Density truncated(Law.TruncatedNormal cut) {
    double std = cut.std();
    double mass = Truncation.mass(cut.lower(), cut.upper());
    double low = Math.max(cut.lower(), -REACH);
    double high = Math.min(cut.upper(), REACH);
    if (!(low < high)) {
      // Cut far out in a tail, where most of it is near the inner bound.
      low = cut.lower();
      high = cut.upper();
    }
    return bounded(
            List.of(),
            cut.mean() + low * std,
            cut.mean() + high * std,
            x -> bell((x - cut.mean()) / std) / (std * mass))
        .with(x -> part(cut, (x - cut.mean()) / std) / mass);
  }

  private static double part(Law.TruncatedNormal cut, double z) {
    double up = Math.min(z, cut.upper());
    return up <= cut.lower() ? 0 : Truncation.mass(cut.lower(), up);
  }

  private Density with(DoubleUnaryOperator other) {
    return new Density(atoms, low, high, isBounded, pdf, other);
  }

  /** The standard normal density; by StrictMath, since pages have the same bytes everywhere. */
  static double bell(double z) {
    return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
