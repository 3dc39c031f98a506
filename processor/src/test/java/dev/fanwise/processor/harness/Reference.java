package dev.fanwise.processor.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * Version 2 of the random stream, written a second time: keys by Threefry's rounds, words by the
 * JDK's own generator.
 */
public final class Reference {
  private static final int[] ROTATIONS = {13, 15, 26, 6, 17, 29, 16, 24};

  private Reference() {}

  /** Threefry-2x32 with 20 rounds. */
  public static long threefry(long key, long counter) {
    int[] k = {(int) (key >>> 32), (int) key, 0x1BD11BDA ^ (int) (key >>> 32) ^ (int) key};
    int x0 = (int) (counter >>> 32) + k[0];
    int x1 = (int) counter + k[1];
    for (int round = 0; round < 20; round++) {
      x0 += x1;
      x1 = Integer.rotateLeft(x1, ROTATIONS[round % 8]) ^ x0;
      if (round % 4 == 3) {
        int injection = round / 4 + 1;
        x0 += k[injection % 3];
        x1 += k[(injection + 1) % 3] + injection;
      }
    }
    return (long) x0 << 32 | Integer.toUnsignedLong(x1);
  }

  /** The number that stands for a parameter's name. */
  public static long id(String name) {
    try {
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(utf8)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The key of a parameter. */
  public static long key(long seed, String name) {
    return threefry(seed, id(name));
  }

  /** The word of element e of a float parameter. */
  public static int word(long key, long e) {
    long word = word64(key, (e >>> 10) << 9 | e & 511);
    return (int) ((e >> 9 & 1) == 0 ? word >>> 32 : word);
  }

  /** The word of element e of a double parameter: the generator adds this number at every call. */
  public static long word64(long key, long e) {
    return new SplittableRandom(key + e * 0x9e3779b97f4a7c15L).nextLong();
  }

  /** Element e of a float parameter that is uniform on ±bound. */
  public static float uniformFloat(long key, long e, double bound) {
    return (float) (word(key, e) >> 8 | 1) * ((float) bound * 0x1p-23f);
  }

  /** Element e of a double parameter that is uniform on ±bound. */
  public static double uniformDouble(long key, long e, double bound) {
    return (word64(key, e) >> 11 | 1) * (bound * 0x1p-52);
  }
}
