package dev.fanwise.processor.plan;

/** What holds several submodules. */
public enum Container {
  ARRAY,
  LIST,
  /** A map with strings as keys. */
  MAP
}
