package dev.fanwise.samples.twin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bits of a tensor in a line of text. */
public final class Checksum {
  private Checksum() {}

  /**
   * SHA-256 in hexadecimal, as Python's {@code
   * hashlib.sha256(tensor.detach().numpy().tobytes()).hexdigest()} on little-endian machines.
   */
  public static String of(float[] tensor) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(tensor)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java platform has it
    }
  }

  /** The floats as little-endian bytes. */
  static byte[] bytes(float[] tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor);
    return bytes.array();
  }
}
