package dev.fanwise.engines;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Which parameters of a Fanwise model are which of an engine; immutable, each method gives options
 * of its own.
 */
public final class CopyOptions {
  private final Map<String, String> names;
  private final boolean ignoresExtra;
  private final boolean allowsMissing;
  private final boolean narrows;

  private CopyOptions(
      Map<String, String> names, boolean ignoresExtra, boolean allowsMissing, boolean narrows) {
    this.names = names;
    this.ignoresExtra = ignoresExtra;
    this.allowsMissing = allowsMissing;
    this.narrows = narrows;
  }

  /**
   * Each parameter of either side has one of the other; an engine's running statistics may be
   * without.
   *
   * @param modelToEngine the engine's names by those of the Fanwise model; what is not there has
   *     one name
   */
  public static CopyOptions names(Map<String, String> modelToEngine) {
    return new CopyOptions(
        Collections.unmodifiableMap(new HashMap<>(modelToEngine)), false, false, false);
  }

  /** Leaves out what the side that is read has more. */
  public CopyOptions ignoreExtra() {
    return new CopyOptions(names, true, allowsMissing, narrows);
  }

  /** Leaves as it is what the side that is written has more. */
  public CopyOptions allowMissing() {
    return new CopyOptions(names, ignoresExtra, true, narrows);
  }

  /** Lets types be narrower where is written than where is read: each number is rounded once. */
  public CopyOptions narrow() {
    return new CopyOptions(names, ignoresExtra, allowsMissing, true);
  }

  Map<String, String> names() {
    return names;
  }

  String engineName(String modelName) {
    return names.getOrDefault(modelName, modelName);
  }

  boolean ignoresExtra() {
    return ignoresExtra;
  }

  boolean allowsMissing() {
    return allowsMissing;
  }

  boolean narrows() {
    return narrows;
  }
}
