package dev.fanwise.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The stream as the contract's section 4 reads, written a second time: loops and a table of
 * rotations, one element at a time, nothing shared with the code under test.
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

  /** The word of a 32-bit element: tiles of 1,024 elements are made of 512 counters. */
  static int word(long key, long element) {
    long tile = element / 1024;
    long inTile = element % 1024;
    long block = block(key, tile * 512 + inTile % 512);
    return (int) (inTile < 512 ? block >> 32 : block);
  }

  /** The words of a 64-bit element, which has a counter to itself. */
  static long word64(long key, long element) {
    return block(key, element);
  }
}
