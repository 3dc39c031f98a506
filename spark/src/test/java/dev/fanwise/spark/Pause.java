package dev.fanwise.spark;

/** Waits a little. */
final class Pause {
  private Pause() {}

  static void of(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
