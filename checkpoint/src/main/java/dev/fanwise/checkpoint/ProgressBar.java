package dev.fanwise.checkpoint;

import java.io.PrintStream;
import java.util.Locale;

/** One line of a console, written anew ten times a second. */
final class ProgressBar implements ProgressListener {
  private static final int WIDTH = 30;
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final double SECOND_NANOS = 1e9;
  private static final double MEGABYTE = 1e6;

  private final PrintStream console;
  private long begin;
  private long last;
  private long doneBefore;
  private boolean isBegun;
  private int length;

  ProgressBar(PrintStream console) {
    this.console = console;
  }

  @Override
  public void progress(long done, long all, String tensor) {
    long now = System.nanoTime();
    if (!isBegun) {
      isBegun = true;
      begin = now;
      doneBefore = done; // what was kept took no time
    } else if (done < all && now - last < INTERVAL_NANOS) {
      return;
    }
    last = now;
    show(line(done, all, (now - begin) / SECOND_NANOS, tensor), done == all);
  }

  private String line(long done, long all, double seconds, String tensor) {
    StringBuilder line = new StringBuilder("[");
    int filled = all == 0 ? WIDTH : (int) (WIDTH * ((double) done / all));
    for (int i = 0; i < WIDTH; i++) {
      line.append(i < filled ? '#' : '.');
    }
    line.append(
        String.format(
            Locale.ROOT,
            "] %3.0f %%  %.1f of %.1f MB",
            all == 0 ? 100 : 100.0 * done / all,
            done / MEGABYTE,
            all / MEGABYTE));
    double speed = seconds > 0 ? (done - doneBefore) / seconds : 0;
    if (speed > 0) {
      line.append(String.format(Locale.ROOT, "  %.0f MB/s", speed / MEGABYTE));
      line.append(
          done == all
              ? String.format(Locale.ROOT, "  %.1f s", seconds)
              : String.format(Locale.ROOT, "  %.0f s left  %s", (all - done) / speed, tensor));
    }
    return line.toString();
  }

  /** Over the line before, with blanks where that was longer. */
  private void show(String line, boolean isLast) {
    StringBuilder text = new StringBuilder("\r").append(line);
    for (int i = line.length(); i < length; i++) {
      text.append(' ');
    }
    length = line.length();
    console.print(text);
    if (isLast) {
      console.println();
    }
    console.flush();
  }
}
