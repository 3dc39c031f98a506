package dev.fanwise.card.model;

import java.util.Arrays;
import java.util.Set;

/**
 * Numbers of a shape that look as if another reading was meant. The thresholds are such that no
 * layer of the usual networks is among them, in either layout, while those layers written in the
 * other way nearly all are; a test of the processor's counts both.
 */
public final class Readings {
  /** Kernels up to this size are common; as a number of channels it is rare. */
  private static final int LARGEST_KERNEL = 11;

  /** The largest patch of a vision transformer. */
  private static final int LARGEST_PATCH = 32;

  /** Kernels that nobody has along one axis alone: 1 × 8 and the like are of other layers. */
  private static final Set<Integer> RARE_SQUARES = Set.of(8, 10);

  /** Where there are fewer channels, all is possible. */
  private static final int FEW_CHANNELS = 16;

  private Readings() {}

  /**
   * Whether a shape {@code [out, in, k...]} looks like {@code [k..., in, out]}.
   *
   * @param shape its dimensions
   */
  public static boolean isLikeIo(int... shape) {
    int rank = shape.length;
    if (rank < 4 || rank > 5) {
      return false;
    }
    int[] kernel = Arrays.copyOf(shape, rank - 2);
    int third = shape[rank - 2];
    int last = shape[rank - 1];
    int largest = Arrays.stream(kernel).max().orElseThrow();
    boolean isCube = Arrays.stream(kernel).allMatch(side -> side == kernel[0]);
    return isCube
        ? areChannels(largest, third, last)
        : largest <= LARGEST_KERNEL && third != last && Math.min(third, last) >= FEW_CHANNELS;
  }

  /** Whether two numbers behind a cube are channels rather than the sides of a kernel. */
  private static boolean areChannels(int side, int third, int last) {
    if (side > LARGEST_KERNEL) {
      // DeepSpeech has 32 channels and a kernel of 21 × 11; patches have some hundred outputs.
      return side <= LARGEST_PATCH && third < last && last >= 8 * side;
    }
    int most = Math.max(third, last);
    if (third == last) {
      return most > LARGEST_KERNEL && most % 2 == 0;
    }
    if (Math.min(third, last) == 1 && RARE_SQUARES.contains(side)) {
      return false;
    }
    return most > LARGEST_KERNEL || most >= 6 && most % 2 == 0;
  }

  /**
   * Whether the channels that a shape has for each group look like those of all groups.
   *
   * @param groups the number of groups
   * @param whole the channels that the shape has in full
   * @param divided those that it has for one group
   * @param isPointwise whether its kernel is of one element
   */
  public static boolean isUndivided(int groups, int whole, int divided, boolean isPointwise) {
    if (groups < 2 || divided % groups != 0 || divided > whole) {
      return false;
    }
    // Grouped convolutions may well reduce their channels to a quarter, as in ShuffleNet and
    // CondenseNet, but not to a half or a third where they have a kernel.
    long all = (long) divided * groups;
    boolean isSquare = divided == whole && divided >= FEW_CHANNELS;
    return all > 4L * whole || all < 4L * whole && !isPointwise && isSquare;
  }
}
