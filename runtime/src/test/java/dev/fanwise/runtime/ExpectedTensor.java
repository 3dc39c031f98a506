package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What is known of a tensor in {@code torch-stream.json} and {@code jax-stream.json}. */
record ExpectedTensor(int[] shape, String sha256_f32le, List<String> first, List<String> last) {
  int elements() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The first and last values first: they tell more than a digest where something differs. */
  void assertEqualTo(float[] values) {
    assertEquals(elements(), values.length);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(Float.parseFloat(first.get(i)), values[i], "element " + i);
    }
    int start = values.length - last.size();
    for (int i = 0; i < last.size(); i++) {
      assertEquals(Float.parseFloat(last.get(i)), values[start + i], "element " + (start + i));
    }
    assertEquals(sha256_f32le, sha256(values));
  }

  static String sha256(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
