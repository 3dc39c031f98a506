package dev.fanwise.runtime;

/**
 * Numbers for names: the beginning of their SHA-256 (FIPS 180-4). Written out here, since {@code
 * java.security} finds its algorithms by reflection and brings all of them into a native image.
 *
 * <p>Apart from {@link Keys}, which every fill loads: a JVM verifies whole classes, and would load
 * what is only needed here.
 */
final class NameDigest {
  private static final int BLOCK = 64;

  /** The length in bits stands in the last eight bytes of the last block. */
  private static final int LENGTH = 8;

  /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
  private static final int[] CUBE_ROOTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  /** The same of the square roots of the first eight primes. */
  private static final int[] SQUARE_ROOTS = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private NameDigest() {}

  static long id(String name) {
    byte[] message = padded(name);
    int[] state = SQUARE_ROOTS.clone();
    int[] words = new int[BLOCK];
    for (int at = 0; at < message.length; at += BLOCK) {
      schedule(message, at, words);
      compress(words, state);
    }
    return (long) state[0] << 32 | state[1] & 0xFFFFFFFFL;
  }

  /** The name in UTF-8, a set bit, zeros, and the name's length, in whole blocks. */
  private static byte[] padded(String name) {
    byte[] utf8 = new byte[3 * name.length()];
    int count = Utf8.encode(name, utf8);
    int blocks = (count + 1 + LENGTH + BLOCK - 1) / BLOCK;
    byte[] message = new byte[blocks * BLOCK];
    System.arraycopy(utf8, 0, message, 0, count);
    message[count] = (byte) 0x80;
    long bits = 8L * count;
    for (int i = 1; i <= LENGTH; i++, bits >>>= 8) {
      message[message.length - i] = (byte) bits;
    }
    return message;
  }

  private static void schedule(byte[] message, int at, int[] words) {
    for (int i = 0; i < 16; i++) {
      int byteAt = at + 4 * i;
      words[i] =
          message[byteAt] << 24
              | (message[byteAt + 1] & 0xFF) << 16
              | (message[byteAt + 2] & 0xFF) << 8
              | message[byteAt + 3] & 0xFF;
    }
    for (int i = 16; i < BLOCK; i++) {
      int early = words[i - 15];
      int late = words[i - 2];
      words[i] =
          words[i - 16]
              + (right(early, 7) ^ right(early, 18) ^ early >>> 3)
              + words[i - 7]
              + (right(late, 17) ^ right(late, 19) ^ late >>> 10);
    }
  }

  /** The standard's letters, a to h. */
  private static void compress(int[] words, int[] state) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < BLOCK; i++) {
      int choice = e & f ^ ~e & g;
      int first =
          h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + choice + CUBE_ROOTS[i] + words[i];
      int majority = a & b ^ a & c ^ b & c;
      int second = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + majority;
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int right(int word, int bits) {
    return word >>> bits | word << 32 - bits;
  }
}
