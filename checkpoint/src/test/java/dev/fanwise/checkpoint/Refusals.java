package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Refused arguments, with the exact text of the refusal. */
final class Refusals {
  private Refusals() {}

  static void assertIllegal(String text, Executable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  static void assertOutOfBounds(String text, Executable call) {
    assertEquals(text, assertThrows(IndexOutOfBoundsException.class, call).getMessage());
  }
}
