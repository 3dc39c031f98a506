package dev.fanwise.checkpoint;

/** Adds up what was written. */
final class Progress {
  private final ProgressListener listener;
  private final long all;
  private long done;
  private String tensor = "the header";

  Progress(ProgressListener listener, long all) {
    this.listener = listener;
    this.all = all;
  }

  synchronized void add(long bytes, String name) {
    done += bytes;
    tensor = name;
    listener.progress(done, all, name);
  }

  /** The tensor of which something was written last. */
  synchronized String tensor() {
    return tensor;
  }
}
