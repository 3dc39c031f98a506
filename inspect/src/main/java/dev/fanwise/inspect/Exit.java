package dev.fanwise.inspect;

/** What the command's exit codes say. */
final class Exit {
  static final int OK = 0;

  /** A model could not be read, or there is none. */
  static final int NO_MODEL = 1;

  /** The arguments are wrong, or what they name is missing or foreign; picocli's code, too. */
  static final int USAGE = 2;

  /** There is no compiler: not a JDK, or one that is too old for the classes. */
  static final int NO_COMPILER = 3;

  private Exit() {}
}
