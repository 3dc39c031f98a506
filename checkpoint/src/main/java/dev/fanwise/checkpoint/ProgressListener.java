package dev.fanwise.checkpoint;

import java.io.PrintStream;

/** Hears how far a checkpoint has been written. */
public interface ProgressListener {
  /**
   * Called after each piece that was written, by one thread at a time, and quickly left. What it
   * throws ends the writing.
   *
   * @param done the bytes of tensors that are written, kept ones included
   * @param all the bytes of all tensors
   * @param tensor the name of the tensor that the piece belongs to
   */
  void progress(long done, long all, String tensor);

  /** A bar on a console: how much is written, how fast, and how long it will still take. */
  static ProgressListener bar(PrintStream console) {
    return new ProgressBar(console);
  }
}
