package dev.fanwise.runtime;

import dev.fanwise.Connection;
import dev.fanwise.Layout;

/**
 * Where input and output channels lie in a tensor, in row-major elements: output o and input i of
 * group g and part p meet, at kernel tap t, in element o·outStep + i·inStep + g·groupStep +
 * p·partStep + t·tapStep.
 *
 * <p>The layouts are those of {@link Fans}.
 */
public final class Channels {
  /** Outputs of one part of one group. */
  public final int out;

  /** Inputs of one group. */
  public final int in;

  public final int groups;
  public final int parts;

  /** The number of elements of the tensor. */
  public final long elements;

  /** The number of kernel taps. */
  public final long taps;

  /** The tap in the middle of the kernel: k / 2 in each dimension. */
  public final long centre;

  /** The length of the axis, or the two axes, that outputs lie along. */
  public final int outAxis;

  public final long outStep;
  public final long inStep;
  public final long groupStep;
  public final long partStep;
  public final long tapStep;

  private Channels(int[] shape, Layout layout, Connection connection, int groups, int parts) {
    int rank = shape.length;
    boolean channelsFirst = layout == Layout.OI;
    int first = channelsFirst ? shape[0] : shape[rank - 2];
    int second = channelsFirst ? shape[1] : shape[rank - 1];
    int kernelFrom = channelsFirst ? 2 : 0;
    int kernelTo = channelsFirst ? rank : rank - 2;
    long volume = 1;
    long middle = 0;
    for (int i = kernelFrom; i < kernelTo; i++) {
      volume *= shape[i];
      middle = middle * shape[i] + shape[i] / 2;
    }
    taps = volume;
    elements = volume * first * second;
    centre = middle;
    tapStep = channelsFirst ? 1 : (long) first * second;
    long secondStep = channelsFirst ? volume : 1;
    long firstStep = secondStep * second;
    this.parts = parts;
    if (connection == Connection.DEPTHWISE) {
      // [k..., in, multiplier]: every input is a group with one input and its own outputs.
      this.groups = first;
      in = 1;
      out = second;
      inStep = 0;
      outStep = secondStep;
      outAxis = first * second;
      groupStep = firstStep;
      partStep = 0;
      return;
    }
    this.groups = groups;
    // The first axis is the grouped one in OI; which of the two is the output differs.
    boolean outFirst = channelsFirst == (connection == Connection.FORWARD);
    outAxis = outFirst ? first : second;
    int inAxis = outFirst ? second : first;
    outStep = outFirst ? firstStep : secondStep;
    inStep = outFirst ? secondStep : firstStep;
    boolean groupsOnOut = connection == Connection.FORWARD || !channelsFirst;
    int outOfGroup = groupsOnOut ? outAxis / groups : outAxis;
    in = groupsOnOut ? inAxis : inAxis / groups;
    out = outOfGroup / parts;
    groupStep = groupsOnOut ? outOfGroup * outStep : in * inStep;
    partStep = out * outStep;
  }

  /** The channels of a tensor; the arguments are those of {@link Fans#of}, and valid there. */
  public static Channels of(
      int[] shape, Layout layout, Connection connection, int groups, int parts) {
    return new Channels(shape, layout, connection, groups, parts);
  }
}
