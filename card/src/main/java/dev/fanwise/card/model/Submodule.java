package dev.fanwise.card.model;

import java.util.List;

/**
 * A field with submodules.
 *
 * @param name the field's name
 * @param pattern what the names of its parameters begin with: {@code blocks.*}
 * @param container what holds them, in words
 * @param className the binary name of their class, which has a page of its own
 * @param streamName the name that their seed comes from
 * @param streamId the number that the seed is folded with
 * @param streamNames the names in {@code @StreamName}s of their class
 */
public record Submodule(
    String name,
    String pattern,
    String container,
    String className,
    String streamName,
    long streamId,
    List<String> streamNames) {
  public Submodule {
    streamNames = List.copyOf(streamNames);
  }
}
