package dev.fanwise.checkpoint;

import java.util.Collections;
import java.util.List;

/** What was read. */
public final class ReadReport {
  private final List<String> read;
  private final List<String> ignored;
  private final List<String> missing;

  ReadReport(List<String> read, List<String> ignored, List<String> missing) {
    this.read = Collections.unmodifiableList(read);
    this.ignored = Collections.unmodifiableList(ignored);
    this.missing = Collections.unmodifiableList(missing);
  }

  /** The parameters that were read, by the model's names, in its order. */
  public List<String> read() {
    return read;
  }

  /** The tensors that were left out, by the file's names. */
  public List<String> ignored() {
    return ignored;
  }

  /** The parameters that the file has no tensor for, by the model's names. */
  public List<String> missing() {
    return missing;
  }

  @Override
  public String toString() {
    return read.size() + " tensors read, ignored " + ignored + ", missing " + missing;
  }
}
