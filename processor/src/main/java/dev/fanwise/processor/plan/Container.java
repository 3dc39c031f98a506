package dev.fanwise.processor.plan;

/**
 * What holds several submodules.
 *
 * @param kind what it is
 * @param isBounded whether its type is a bound that compilers do not see through, as that of {@code
 *     ? extends Block[]}, or of an {@code L extends List<Block>}
 */
public record Container(Kind kind, boolean isBounded) {
  /** The kinds of containers. */
  public enum Kind {
    ARRAY,
    LIST,
    /** A map with strings as keys. */
    MAP
  }
}
