package dev.fanwise.adapt;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.ParameterInfo;

/** Which of a layer's units, or output channels, each element of its weights belongs to. */
final class Units {
  private final int count;
  private final long step;
  private final int axis;
  private final long groupStep;

  /**
   * Element e is of unit {@code (e / step) % axis + (e / groupStep) · axis}.
   *
   * @param count how many units there are
   * @param groupStep how many elements a group has whose units come after those of the groups
   *     before it
   */
  private Units(int count, long step, int axis, long groupStep) {
    this.count = count;
    this.step = step;
    this.axis = axis;
    this.groupStep = groupStep;
  }

  /** A bias: an element a unit. */
  static Units each(int count) {
    return new Units(count, 1, count, Long.MAX_VALUE);
  }

  /** The units of weights of rank 2 or more; the layouts are those of {@code @Shape}. */
  static Units of(ParameterInfo info) {
    int[] shape = info.shape();
    int last = shape.length - 1;
    long elements = info.elements();
    if (info.connection() == Connection.DEPTHWISE) {
      return each(shape[last - 1] * shape[last]);
    }
    if (info.connection() == Connection.FORWARD) {
      return info.layout() == Layout.IO
          ? each(shape[last])
          : new Units(shape[0], elements / shape[0], shape[0], Long.MAX_VALUE);
    }
    if (info.layout() == Layout.IO) { // [k..., out, in / groups]
      return new Units(shape[last - 1], shape[last], shape[last - 1], Long.MAX_VALUE);
    }
    // [in, out / groups, k...]
    long taps = elements / ((long) shape[0] * shape[1]);
    int groups = info.groups();
    return new Units(shape[1] * groups, taps, shape[1], elements / groups);
  }

  int count() {
    return count;
  }

  /** Starts at the first element. */
  Walk walk() {
    return new Walk();
  }

  /** The unit of one element after the other, without a division for each. */
  final class Walk {
    private long leftOfStep = step;
    private long leftOfGroup = groupStep;
    private int place;
    private int base;

    /** The unit of the element that it stands at; goes on to the next. */
    int next() {
      int unit = base + place;
      if (--leftOfStep == 0) {
        leftOfStep = step;
        place = place + 1 == axis ? 0 : place + 1;
      }
      if (--leftOfGroup == 0) {
        leftOfGroup = groupStep;
        base += axis;
      }
      return unit;
    }
  }
}
