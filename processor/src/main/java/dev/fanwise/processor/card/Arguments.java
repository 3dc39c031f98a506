package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import java.util.Optional;

/** The numbers that a kernel takes, by name. */
record Arguments(Law.Structured law) {
  double number(String name) {
    return find(name).orElseThrow().doubleValue();
  }

  long whole(String name) {
    return find(name).orElseThrow().longValue();
  }

  long whole(String name, long otherwise) {
    return find(name).map(Number::longValue).orElse(otherwise);
  }

  int integer(String name) {
    return Math.toIntExact(whole(name));
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<Number> find(String name) {
    return law.arguments().stream()
        .filter(one -> one.name().equals(name))
        .map(Law.Argument::value)
        .findFirst();
  }
}
