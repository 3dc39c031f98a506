package dev.fanwise.processor.engines;

/** A field of a model: weights, or models. */
interface EngineMember {
  String name();

  /** The field as a user would write it. */
  String declaration();
}
