package dev.fanwise.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void leavesWhatIsPlain() {
    assertEquals("\"\"", Quoted.of(""));
    assertEquals("\"größe 世界 \ud83d\ude00\"", Quoted.of("größe 世界 \ud83d\ude00"));
  }

  @Test
  void escapesAsJavaDoes() {
    assertEquals("\"a\\\"b\\\\c\\n\\r\\t\"", Quoted.of("a\"b\\c\n\r\t"));
  }

  @Test
  void escapesWhatATerminalObeysOrDoesNotShow() {
    // Escape, right-to-left override, line and paragraph separator, half a pair, a tag, unassigned.
    assertEquals(
        "\"\\u001b\\u202e\\u2028\\u2029\\ud800x\\udb40\\udc41\\u0378\"",
        Quoted.of("\u001b\u202e\u2028\u2029\ud800x\udb40\udc41\u0378"));
  }

  @Test
  void cutsBehindSixtyLetters() {
    assertEquals('"' + "x".repeat(60) + '"', Quoted.of("x".repeat(60)));
    assertEquals('"' + "x".repeat(60) + "...\"", Quoted.of("x".repeat(61)));
    assertEquals(
        '"' + "\ud83d\ude00".repeat(60) + "...\"", Quoted.of("\ud83d\ude00".repeat(60) + "y"));
    assertEquals('"' + "\ud83d\ude00".repeat(60) + '"', Quoted.of("\ud83d\ude00".repeat(60)));
  }
}
