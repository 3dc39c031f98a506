package dev.fanwise.spark;

import java.util.Arrays;

/**
 * An element that is not what the model draws.
 *
 * @param file the name of its file
 * @param position its first byte's place in the file
 * @param tensor the name of its tensor
 * @param index its place in the tensor, one number for each dimension
 * @param drawn the number that the model draws
 * @param drawnBits its bits
 * @param stored the number in the file
 * @param storedBits its bits
 */
public record Difference(
    String file,
    long position,
    String tensor,
    long[] index,
    double drawn,
    long drawnBits,
    double stored,
    long storedBits) {
  @Override
  public String toString() {
    return tensor
        + Arrays.toString(index)
        + " is "
        + stored
        + " (0x"
        + Long.toHexString(storedBits)
        + ") in "
        + file
        + " at byte "
        + position
        + ", but the model draws "
        + drawn
        + " (0x"
        + Long.toHexString(drawnBits)
        + ")";
  }
}
