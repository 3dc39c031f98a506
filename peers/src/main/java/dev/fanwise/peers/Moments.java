package dev.fanwise.peers;

/** That a peer has drawn what it was asked for, and no other law or scale. */
final class Moments {
  private Moments() {}

  /** Standard deviation to a tenth, and range. */
  static void check(Law law, float[] drawn) {
    double squares = 0;
    double most = 0;
    for (float x : drawn) {
      squares += (double) x * x;
      most = Math.max(most, Math.abs(x));
    }
    double std = Math.sqrt(squares / drawn.length);
    double expected =
        switch (law) {
          case UNIFORM -> Law.BOUND / Math.sqrt(3);
          case NORMAL -> Law.STD;
          case TRUNCATED -> Law.STD * 0.87962566103423978;
        };
    double limit =
        switch (law) {
          case UNIFORM -> Law.BOUND;
          case NORMAL -> 8 * Law.STD;
          case TRUNCATED -> 2 * Law.STD;
        };
    if (!(Math.abs(std / expected - 1) < 0.1) || !(most <= limit * 1.000001)) {
      throw new IllegalStateException(
          law + ": standard deviation " + std + " for " + expected + ", up to " + most);
    }
  }
}
