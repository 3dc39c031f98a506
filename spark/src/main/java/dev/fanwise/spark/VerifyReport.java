package dev.fanwise.spark;

import java.util.List;
import java.util.Optional;

/** What a comparison of a checkpoint with its model has found. */
public final class VerifyReport {
  private final List<String> files;
  private final int tensors;
  private final long totalSize;
  private final Difference difference;

  VerifyReport(List<String> files, int tensors, long totalSize, Difference difference) {
    this.files = List.copyOf(files);
    this.tensors = tensors;
    this.totalSize = totalSize;
    this.difference = difference;
  }

  /** Whether each byte of each tensor is what the model draws. */
  public boolean isSame() {
    return difference == null;
  }

  /** The first element that is not, by files' names and places in the file. */
  public Optional<Difference> difference() {
    return Optional.ofNullable(difference);
  }

  /** The files that were read, but for the index. */
  public List<String> files() {
    return files;
  }

  /** The number of tensors. */
  public int tensors() {
    return tensors;
  }

  /** The bytes of all tensors. */
  public long totalSize() {
    return totalSize;
  }

  @Override
  public String toString() {
    return isSame()
        ? tensors + " tensors, " + totalSize + " bytes in " + files + " are those of the model"
        : difference.toString();
  }
}
