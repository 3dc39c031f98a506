package dev.fanwise.runtime;

/** UTF-8 as {@code String.getBytes} writes it. */
final class Utf8 {
  private Utf8() {}

  /**
   * Writes a text to the beginning of an array.
   *
   * @param into as long as three bytes for each {@code char} need, at most
   * @return how many bytes were written
   */
  static int encode(String text, byte[] into) {
    int n = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80) {
        into[n++] = (byte) point;
      } else if (point < 0x800) {
        into[n++] = (byte) (0xC0 | point >> 6);
        into[n++] = continued(point);
      } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        into[n++] = '?'; // half of a pair
      } else if (point < 0x10000) {
        into[n++] = (byte) (0xE0 | point >> 12);
        into[n++] = continued(point >> 6);
        into[n++] = continued(point);
      } else {
        into[n++] = (byte) (0xF0 | point >> 18);
        into[n++] = continued(point >> 12);
        into[n++] = continued(point >> 6);
        into[n++] = continued(point);
      }
    }
    return n;
  }

  private static byte continued(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }
}
