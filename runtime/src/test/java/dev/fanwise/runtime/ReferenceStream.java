package dev.fanwise.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * The stream, written a second time, one element at a time, nothing shared with the code under
 * test: keys by loops and a table of rotations, words by the JDK's own generator.
 */
final class ReferenceStream {
  private static final int[][] ROTATIONS = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  private static final int ROUNDS = 20;

  private ReferenceStream() {}

  /** Threefry-2x32-20 by its definition: four rounds, then a key injection, five times. */
  static long block(long key, long counter) {
    int k0 = (int) (key >>> 32);
    int k1 = (int) key;
    int[] schedule = {k0, k1, k0 ^ k1 ^ 0x1BD11BDA};
    int x0 = (int) (counter >>> 32) + schedule[0];
    int x1 = (int) counter + schedule[1];
    for (int round = 0; round < ROUNDS; round++) {
      int rotation = ROTATIONS[(round / 4) % 2][round % 4];
      x0 += x1;
      x1 = (x1 << rotation) | (x1 >>> (32 - rotation));
      x1 ^= x0;
      if (round % 4 == 3) {
        int injection = round / 4 + 1;
        x0 += schedule[injection % 3];
        x1 += schedule[(injection + 1) % 3] + injection;
      }
    }
    return ByteBuffer.allocate(8).putInt(x0).putInt(x1).getLong(0);
  }

  static long id(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The word of a 32-bit element: tiles of 1,024 elements are made of 512 words of 64 bits. */
  static int word(long key, long element) {
    long tile = element / 1024;
    long inTile = element % 1024;
    long word = word64(key, tile * 512 + inTile % 512);
    return (int) (inTile < 512 ? word >> 32 : word);
  }

  /** The word of a 64-bit element: {@code SplittableRandom} adds this number at every call. */
  static long word64(long key, long element) {
    return new SplittableRandom(key + element * 0x9E3779B97F4A7C15L).nextLong();
  }
}
