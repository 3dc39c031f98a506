package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeysTest {
  /** The first eight bytes of SHA-256 values published in FIPS 180-2 and its example files. */
  @Test
  void idIsTheBeginningOfSha256() {
    assertEquals(0xba7816bf8f01cfeaL, Keys.id("abc"));
    assertEquals(0xe3b0c44298fc1c14L, Keys.id(""));
    assertEquals(
        0x248d6a61d20638b8L, Keys.id("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
  }

  @Property
  void idIsOfTheNamesUtf8(@ForAll String name) {
    assertEquals(ReferenceStream.id(name), Keys.id(name));
  }

  /** Of every length at which the padding takes another form, and of every kind of character. */
  @Test
  void idOfLongNames() {
    String letters = "a\u00e9\u20ac\ud83d\ude00\ud83d-\ude00";
    for (int length = 0; length < 300; length++) {
      String ascii = "x".repeat(length);
      assertEquals(ReferenceStream.id(ascii), Keys.id(ascii), ascii);
      String mixed = letters.repeat(50).substring(0, length);
      assertEquals(ReferenceStream.id(mixed), Keys.id(mixed), mixed);
    }
  }

  @Test
  void namesOutsideAsciiCountAsUtf8() {
    // SHA-256 of the bytes ce b2.
    assertEquals(0x2245c1c8daf7694bL, Keys.id("β"));
  }

  @Test
  void seedIsAKeyAndFoldIsABlock() {
    assertEquals(0x6b20015999ba4efeL, Keys.fold(0, 0));
    assertEquals(0x1cb996fcbb002be7L, Keys.fold(-1, -1));
  }

  @Test
  void theSameNameInTwoSubmodulesHasTwoKeys() {
    long query = Keys.id("query");
    long blocks = Keys.fold(42, Keys.id("blocks"));
    long second = Keys.fold(Keys.fold(blocks, 1), query);
    assertEquals(
        ReferenceStream.block(
            ReferenceStream.block(ReferenceStream.block(42, ReferenceStream.id("blocks")), 1),
            ReferenceStream.id("query")),
        second);
    assertNotEquals(second, Keys.fold(Keys.fold(blocks, 0), query));
  }
}
