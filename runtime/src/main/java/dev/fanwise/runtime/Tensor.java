package dev.fanwise.runtime;

import java.util.Arrays;

/** A tensor that a scheme is asked to draw. */
final class Tensor {
  private final Scheme scheme;
  private final Fans fans;
  private final int[] shape;

  Tensor(Scheme scheme, Fans fans, int[] shape) {
    this.scheme = scheme;
    this.fans = fans;
    this.shape = shape;
    for (int dimension : shape) {
      if (dimension < 1) {
        throw refusal("every dimension must be at least 1");
      }
    }
  }

  /** fan_in and fan_out of the tensor itself. */
  Fans fans() {
    if (shape.length < 2) {
      throw refusal("it needs fan_in and fan_out; give at least two dimensions");
    }
    Fans given = givenFans();
    if (!given.areOf(shape)) {
      throw refusal("the fans that were given are those of another shape");
    }
    return given;
  }

  /** The fans that were given, of whatever tensor. */
  Fans givenFans() {
    if (fans == null) {
      throw refusal("it needs fan_in and fan_out, but no fans were given");
    }
    return fans;
  }

  /** Inputs and outputs of a tensor of some number of dimensions. */
  Channels channels(int least, int most) {
    if (shape.length < least || shape.length > most) {
      throw refusal(
          "it needs "
              + (least == most
                  ? "" + least
                  : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most)
              + " dimensions");
    }
    return fans().channels();
  }

  long elements() {
    long elements = 1;
    for (int dimension : shape) {
      if (elements > Long.MAX_VALUE / dimension) {
        throw refusal("it has more than 2^63 elements");
      }
      elements *= dimension;
    }
    return elements;
  }

  /** The size of each of some blocks of equal size. */
  int block(int gates) {
    long elements = elements();
    if (elements % gates != 0) {
      throw refusal("gates = " + gates + " does not divide its " + elements + " elements");
    }
    if (elements / gates > Integer.MAX_VALUE) {
      throw refusal("a gate has " + elements / gates + " elements, more than 2^31");
    }
    return (int) (elements / gates);
  }

  IllegalArgumentException refusal(String rule) {
    return new IllegalArgumentException(
        scheme + " on shape " + Arrays.toString(shape) + ": " + rule);
  }
}
