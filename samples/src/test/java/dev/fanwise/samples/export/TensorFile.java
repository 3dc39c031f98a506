package dev.fanwise.samples.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads safetensors files of floats: just the format's description, and none of Fanwise. */
public final class TensorFile {
  private static final Pattern ENTRY =
      Pattern.compile(
          "[{,]\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]*)],"
              + "\"data_offsets\":\\[([0-9]+),([0-9]+)]}");

  private TensorFile() {}

  /**
   * A tensor of the file.
   *
   * @param shape as the header has it: {@code 384,128}
   */
  public record Tensor(String shape, float[] values) {}

  /** The tensors by name; their data fill the file without a gap. */
  public static Map<String, Tensor> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);

    Map<String, Tensor> tensors = new TreeMap<>();
    Matcher entry = ENTRY.matcher(new String(header, StandardCharsets.UTF_8));
    int end = 0;
    while (entry.find()) {
      assertEquals(end, Integer.parseInt(entry.group(3)), entry.group(1));
      end = Integer.parseInt(entry.group(4));
      data.limit(end);
      float[] values = new float[data.remaining() / Float.BYTES];
      data.asFloatBuffer().get(values);
      data.position(end);
      tensors.put(entry.group(1), new Tensor(entry.group(2), values));
    }
    assertEquals(data.capacity(), end, "bytes that belong to no tensor");
    return tensors;
  }
}
