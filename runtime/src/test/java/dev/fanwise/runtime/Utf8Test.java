package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8Test {
  /** Halves of surrogate pairs among them. */
  @Test
  void everyLetter() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      assertSame(new String(Character.toChars(point)));
    }
  }

  @Property
  void anyText(@ForAll String text) {
    assertSame(text);
    assertSame("a" + text + "\ud800b\udc00");
  }

  private static void assertSame(String text) {
    byte[] into = new byte[3 * text.length()];
    int count = Utf8.encode(text, into);
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(into, count));
  }
}
