package dev.fanwise.runtime;

/** One element of a law, by the steps that all of its loops take. */
final class Element {
  private Element() {}

  static float of(FloatLaw law, int word) {
    float[] one = {law.raw(word)};
    law.finish(one, 0, 1);
    return one[0];
  }
}
