package dev.fanwise.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The head of a safetensors file: the length of a JSON object, and the object. */
final class SafetensorsHeader {
  /** The name that no tensor may have. */
  static final String METADATA = "__metadata__";

  /** The longest object that the format's own library reads. */
  static final int LIMIT = 100_000_000;

  private static final int ALIGNMENT = 8;

  private final StringBuilder json = new StringBuilder("{");

  private final int limit;

  private SafetensorsHeader(int limit) {
    this.limit = limit;
  }

  /**
   * The bytes before the first tensor, a multiple of 8.
   *
   * @param tensors the tensors in the order of the file
   * @param metadata what else is to be said, or null for nothing
   * @param limit the longest object, a multiple of 8
   * @throws IllegalArgumentException if there is a string that is no Unicode text, or too much text
   */
  static byte[] of(List<? extends TensorEntry> tensors, Map<String, String> metadata, int limit) {
    SafetensorsHeader header = new SafetensorsHeader(limit);
    if (metadata != null) {
      header.metadata(metadata);
    }
    long offset = 0;
    for (TensorEntry tensor : tensors) {
      header.tensor(tensor, offset);
      offset += tensor.bytes();
    }
    header.json.append('}');
    return header.bytes();
  }

  /** In an order of its own: the same metadata give the same bytes. */
  private void metadata(Map<String, String> metadata) {
    TreeMap<String, String> sorted = new TreeMap<>(new Utf8Order());
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      if (entry.getKey() == null || entry.getValue() == null) {
        throw new IllegalArgumentException(
            "metadata " + entry.getKey() + " is " + entry.getValue() + ", but null is no text");
      }
      sorted.put(entry.getKey(), entry.getValue());
    }
    key(METADATA);
    json.append('{');
    for (Map.Entry<String, String> entry : sorted.entrySet()) {
      key(entry.getKey());
      string(entry.getValue());
    }
    json.append('}');
  }

  private void tensor(TensorEntry tensor, long offset) {
    key(tensor.name());
    json.append("{\"dtype\":\"").append(tensor.dataType().name()).append("\",\"shape\":[");
    int[] shape = tensor.shape();
    for (int i = 0; i < shape.length; i++) {
      json.append(i == 0 ? "" : ",").append(shape[i]);
    }
    json.append("],\"data_offsets\":[").append(offset).append(',');
    json.append(offset + tensor.bytes()).append("]}");
  }

  private void key(String name) {
    json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
    string(name);
    json.append(':');
  }

  private void string(String text) {
    checkLength((long) json.length() + text.length()); // before much is copied
    JsonText.quote(text, json);
  }

  private byte[] bytes() {
    checkLength(json.length());
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    checkLength(text.length);
    int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] head = new byte[Long.BYTES + length];
    for (int i = 0; i < Integer.BYTES; i++) {
      head[i] = (byte) (length >>> 8 * i);
    }
    System.arraycopy(text, 0, head, Long.BYTES, text.length);
    Arrays.fill(head, Long.BYTES + text.length, head.length, (byte) ' ');
    return head;
  }

  private void checkLength(long length) {
    if (length > limit) {
      throw new IllegalArgumentException(
          "the header has " + length + " bytes or more, but readers accept " + limit);
    }
  }
}
