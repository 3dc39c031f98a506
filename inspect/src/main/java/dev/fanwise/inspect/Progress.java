package dev.fanwise.inspect;

import java.io.PrintWriter;

/** A bar that says how far a long step has come, on a terminal only. */
final class Progress {
  private static final int WIDTH = 30;

  private final PrintWriter terminal;
  private String what;
  private int all;
  private int done;
  private int shown;

  /**
   * @param terminal where the bar is drawn, or null for nowhere
   */
  Progress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  void begin(String what, int all) {
    this.what = what;
    this.all = all;
    this.done = 0;
    this.shown = -1;
    show();
  }

  void step() {
    done++;
    show();
  }

  /** Takes the bar away. */
  void end() {
    if (terminal != null && shown >= 0) {
      terminal.print("\r\033[K");
      terminal.flush();
    }
  }

  private void show() {
    int filled = all == 0 ? WIDTH : (int) ((long) WIDTH * Math.min(done, all) / all);
    if (terminal == null || filled == shown) {
      return;
    }
    shown = filled;
    String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    terminal.print("\r\033[K" + bar + " " + what + " " + done + "/" + all);
    terminal.flush();
  }
}
