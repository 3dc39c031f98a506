package dev.fanwise.peers;

/**
 * A library that draws a tensor of one size, into memory of its own and from there into an array.
 */
interface Peer extends AutoCloseable {
  /** Draws the whole tensor once more, and leaves it where the library keeps its tensors. */
  Object draw(Law law);

  /** Draws the whole tensor once more, into an array of its size. */
  void draw(Law law, float[] into);

  @Override
  void close();
}
