package dev.fanwise.checkpoint;

import java.util.Collections;
import java.util.List;

/** What was written. */
public final class WriteReport {
  private final List<String> files;
  private final List<String> kept;
  private final long totalSize;
  private final int tensors;

  WriteReport(List<String> files, List<String> kept, long totalSize, int tensors) {
    this.files = Collections.unmodifiableList(files);
    this.kept = Collections.unmodifiableList(kept);
    this.totalSize = totalSize;
    this.tensors = tensors;
  }

  /** The names of the checkpoint's files, the index last if there is one. */
  public List<String> files() {
    return files;
  }

  /** Those of them that were there already and are as they should be. */
  public List<String> kept() {
    return kept;
  }

  /** The bytes of all tensors, without headers. */
  public long totalSize() {
    return totalSize;
  }

  /** The number of tensors. */
  public int tensors() {
    return tensors;
  }

  @Override
  public String toString() {
    return tensors + " tensors, " + totalSize + " bytes, in " + files + ", kept " + kept;
  }
}
