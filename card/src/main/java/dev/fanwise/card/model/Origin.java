package dev.fanwise.card.model;

/** Where a card's weights come from. */
public enum Origin {
  /** Nowhere yet: a class that is compiled, and what it would draw at a seed. */
  COMPILED,
  /** A model in memory, as it is. */
  LIVE,
  /** Parameters that are drawn where they are needed, of which samples were taken. */
  LAZY,
  /** A checkpoint. */
  FILE
}
