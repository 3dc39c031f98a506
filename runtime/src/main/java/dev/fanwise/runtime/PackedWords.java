package dev.fanwise.runtime;

/**
 * Tables as text: a constant in the class file costs nothing until it is used, needs no resource to
 * be found at run time, and is not initialised by kilobytes of bytecode.
 */
final class PackedWords {
  private PackedWords() {}

  /**
   * Unpacks words of 32 bits, highest bits first.
   *
   * @param packed characters whose lowest six bits count
   * @param count how many words
   */
  static int[] unpack(String packed, int count) {
    int[] words = new int[count];
    long bits = 0;
    int held = 0;
    int done = 0;
    for (int i = 0; done < count; i++) {
      bits = (bits << 6) | (packed.charAt(i) & 63);
      held += 6;
      if (held >= 32) {
        held -= 32;
        words[done++] = (int) (bits >>> held);
      }
    }
    return words;
  }
}
