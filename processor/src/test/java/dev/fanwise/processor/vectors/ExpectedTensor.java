package dev.fanwise.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What is known of a tensor in {@code torch-stream.json} and {@code jax-stream.json}. */
record ExpectedTensor(int[] shape, String sha256_f32le, List<String> first, List<String> last) {
  static <T> T read(String file, Class<T> type) {
    try (InputStream in = ExpectedTensor.class.getResourceAsStream("/vectors/" + file);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first and last values first: they tell more than a digest where something differs. */
  void assertEqualTo(float[] values) {
    assertEquals(Arrays.stream(shape).reduce(1, Math::multiplyExact), values.length);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(Float.parseFloat(first.get(i)), values[i], "element " + i);
    }
    int start = values.length - last.size();
    for (int i = 0; i < last.size(); i++) {
      assertEquals(Float.parseFloat(last.get(i)), values[start + i], "element " + (start + i));
    }
    assertEquals(sha256_f32le, sha256(values));
  }

  private static String sha256(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
