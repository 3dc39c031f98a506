package dev.fanwise.platform;

import java.nio.DoubleBuffer;

/** As {@link Pieces}, for shapes that only the object knows. */
final class SymbolicPieces {
  private static final int OUT = Models.OUT;
  private static final int IN = Models.IN;

  private final Lines lines;
  private final long seed;

  SymbolicPieces(Lines lines, long seed) {
    this.lines = lines;
    this.seed = seed;
  }

  private interface OfOne<A> {
    void fill(A into, int offset, long from, int count, int dimension, long seed);
  }

  private interface OfTwo<A> {
    void fill(A into, int offset, long from, int count, int first, int second, long seed);
  }

  private static <A> Part<A> of(int dimension, OfOne<A> part) {
    return (into, offset, from, count, seed) ->
        part.fill(into, offset, from, count, dimension, seed);
  }

  private static <A> Part<A> of(int first, int second, OfTwo<A> part) {
    return (into, offset, from, count, seed) ->
        part.fill(into, offset, from, count, first, second, seed);
  }

  void print() {
    line(
        "Symbolic.xavier",
        new float[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillXavier));
    line(
        "Symbolic.kaiming",
        new float[OUT * IN * 9],
        OUT * IN * 9,
        of(OUT, IN, SymbolicInitializer::fillKaiming));
    line(
        "Symbolic.lecun",
        new double[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillLecun));
    line(
        "Symbolic.varianceScaling",
        new float[3 * IN * OUT],
        3 * IN * OUT,
        of(IN, OUT, SymbolicInitializer::fillVarianceScaling));
    line("Symbolic.bias", new float[OUT], OUT, of(OUT, IN, SymbolicInitializer::fillBias));
    line(
        "Symbolic.uniform",
        new short[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillUniform));
    line(
        "Symbolic.normal",
        DoubleBuffer.allocate(OUT * IN),
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillNormal));
    line(
        "Symbolic.truncated",
        new float[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillTruncated));
    line("Symbolic.ones", new float[OUT], OUT, of(OUT, SymbolicInitializer::fillOnes));
    line(
        "Symbolic.identity",
        new float[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillIdentity));
    line(
        "Symbolic.dirac",
        new float[OUT * IN * 3],
        OUT * IN * 3,
        of(OUT, IN, SymbolicInitializer::fillDirac));
    line(
        "Symbolic.siren",
        new float[OUT * IN],
        OUT * IN,
        of(OUT, IN, SymbolicInitializer::fillSiren));
    line(
        "Symbolic.zerO", new float[OUT * IN], OUT * IN, of(OUT, IN, SymbolicInitializer::fillZerO));
    line(
        "Symbolic.chrono",
        new float[4 * OUT],
        4 * OUT,
        of(4 * OUT, SymbolicInitializer::fillChrono));
    line(
        "Symbolic.forgetGate",
        new float[4 * OUT],
        4 * OUT,
        of(4 * OUT, SymbolicInitializer::fillForgetGate));
    line(
        "Symbolic.mup",
        new float[IN * OUT * 4],
        IN * OUT * 4,
        of(IN, OUT, SymbolicInitializer::fillMup));
    line("JaxNet.symbolic", new float[84], 84, of(12, JaxNetInitializer::fillSymbolic));
  }

  private <A> void line(String name, A into, int elements, Part<A> part) {
    Part.whole(into, elements, part, seed);
    lines.line(name, new Checksum().add(into).value());
  }
}
