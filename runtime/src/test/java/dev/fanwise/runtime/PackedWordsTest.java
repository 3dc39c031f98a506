package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PackedWordsTest {
  @Test
  void unpacksSixBitsACharacterHighestFirst() {
    // 110111 101010 110110 111110 111011 11|0000
    assertArrayEquals(new int[] {0xDEADBEEF}, PackedWords.unpack("wjv~{p", 1));
    assertArrayEquals(new int[] {0}, PackedWords.unpack("@@@@@@", 1));
  }

  @Test
  void aQuestionMarkIsSixtyThree() {
    assertArrayEquals(new int[] {-1}, PackedWords.unpack("?????p", 1));
  }

  @Test
  void wordsFollowWithoutPadding() {
    // 000000 000000 000000 000000 000000 01|1111 111111 111111 111111 111111 1111|0000 …
    assertArrayEquals(new int[] {1, -1, 0}, PackedWords.unpack("@@@@@_????|@@@@@", 3));
  }

  @Test
  void threeWordsAreSixteenCharacters() {
    // 000001 sixteen times: 96 bits.
    assertArrayEquals(
        new int[] {0x04104104, 0x10410410, 0x41041041}, PackedWords.unpack("AAAAAAAAAAAAAAAA", 3));
  }
}
