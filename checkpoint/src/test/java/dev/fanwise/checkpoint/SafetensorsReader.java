package dev.fanwise.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reader of safetensors files by the format's description, as strict as that is. */
final class SafetensorsReader {
  record Tensor(String dtype, List<Long> shape, long begin, byte[] data) {}

  /** The tensors in the order of the header. */
  final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** The metadata, or null if there are none. */
  final Map<String, Object> metadata;

  /** The header without its length. */
  final String header;

  SafetensorsReader(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.getLong();
    require(length <= 100_000_000 && length <= file.length - 8, "header of " + length);
    header = utf8(ByteBuffer.wrap(file, 8, (int) length));
    require(header.startsWith("{"), "header starts with " + header.charAt(0));
    Map<String, Object> entries = object(StrictJson.parse(header.replaceAll(" +$", "")));
    metadata = entries.containsKey("__metadata__") ? object(entries.remove("__metadata__")) : null;
    int data = 8 + (int) length;
    long end = 0;
    for (Map.Entry<String, Object> entry : entries.entrySet()) {
      end = read(file, data, entry.getKey(), object(entry.getValue()), end);
    }
    require(data + end == file.length, "data end at " + (data + end) + " of " + file.length);
  }

  private long read(byte[] file, int data, String name, Map<String, Object> entry, long begin) {
    require(entry.keySet().equals(Set.of("dtype", "shape", "data_offsets")), name);
    String dtype = (String) entry.get("dtype");
    int width = Map.of("F64", 8, "F32", 4, "BF16", 2, "F16", 2).get(dtype);
    List<Long> shape = longs(entry.get("shape"));
    List<Long> offsets = longs(entry.get("data_offsets"));
    require(offsets.size() == 2 && offsets.get(0) == begin, name + " is at " + offsets);
    require((data + begin) % width == 0, name + " is not aligned");
    long length = shape.stream().reduce((long) width, Math::multiplyExact);
    require(offsets.get(1) - begin == length, name + " is at " + offsets + ", shape " + shape);
    int from = data + (int) begin;
    byte[] elements = Arrays.copyOfRange(file, from, from + (int) length);
    tensors.put(name, new Tensor(dtype, shape, begin, elements));
    return begin + length;
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("header is not UTF-8", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  private static List<Long> longs(Object json) {
    return ((List<?>) json).stream().map(Long.class::cast).toList();
  }

  private static void require(boolean condition, String found) {
    if (!condition) {
      throw new AssertionError("no valid safetensors file: " + found);
    }
  }
}
