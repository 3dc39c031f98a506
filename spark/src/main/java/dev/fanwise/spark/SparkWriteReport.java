package dev.fanwise.spark;

import java.util.List;

/** What was written. */
public final class SparkWriteReport {
  private final List<String> files;
  private final List<String> kept;
  private final List<String> joined;
  private final long totalSize;
  private final int tensors;
  private final int tasks;

  SparkWriteReport(
      List<String> files,
      List<String> kept,
      List<String> joined,
      long totalSize,
      int tensors,
      int tasks) {
    this.files = List.copyOf(files);
    this.kept = List.copyOf(kept);
    this.joined = List.copyOf(joined);
    this.totalSize = totalSize;
    this.tensors = tensors;
    this.tasks = tasks;
  }

  /** The names of the checkpoint's files, the index last if there is one. */
  public List<String> files() {
    return files;
  }

  /** Those of them that were there already and are as they should be. */
  public List<String> kept() {
    return kept;
  }

  /**
   * Those of them that were written in ranges, by several tasks, and joined by the file system. All
   * others were the work of one task each.
   */
  public List<String> joined() {
    return joined;
  }

  /** The bytes of all tensors, without headers. */
  public long totalSize() {
    return totalSize;
  }

  /** The number of tensors. */
  public int tensors() {
    return tensors;
  }

  /** The number of tasks that wrote, however often each was tried. */
  public int tasks() {
    return tasks;
  }

  @Override
  public String toString() {
    return tensors
        + " tensors, "
        + totalSize
        + " bytes, by "
        + tasks
        + " tasks, in "
        + files
        + ", kept "
        + kept
        + ", joined from ranges "
        + joined;
  }
}
