package dev.fanwise.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The head of a safetensors file as it is read: what the format does not allow is refused. */
final class FileHeader {
  private final List<FileTensor> tensors;

  private FileHeader(List<FileTensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * The length of the object after the first eight bytes.
   *
   * @param file the file's name, for messages
   * @param first the bytes that the file begins with
   * @param size the length of the file, or −1 if that is not known
   */
  static int length(String file, byte[] first, long size) throws MalformedFileException {
    long length = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      length = length << 8 | first[i] & 0xFF;
    }
    if (length < 2 || length > SafetensorsHeader.LIMIT) {
      throw new MalformedFileException(
          file,
          "its header has "
              + (length < 0 ? "more than 2^63" : Long.toString(length))
              + " bytes by its first eight, but headers have 2 to "
              + SafetensorsHeader.LIMIT
              + ": is it a safetensors file?");
    }
    if (size >= 0 && length > size - Long.BYTES) {
      throw new MalformedFileException(
          file, "its header has " + length + " bytes, but the file ends after " + size);
    }
    return (int) length;
  }

  /**
   * Reads the object.
   *
   * @param file the file's name, for messages
   * @param data how many bytes follow it, or −1 if that is not known
   */
  static FileHeader read(String file, byte[] json, long data) throws MalformedFileException {
    try {
      if (json[0] != '{') {
        throw new JsonReader.Fault("its header does not begin with '{'");
      }
      Object object = JsonReader.read(utf8(json));
      List<FileTensor> tensors = tensors((Map<?, ?>) object);
      checkRanges(tensors, data);
      return new FileHeader(tensors);
    } catch (JsonReader.Fault e) {
      throw new MalformedFileException(file, e.getMessage());
    }
  }

  static String utf8(byte[] json) throws JsonReader.Fault {
    try {
      // A decoder of its own says what is wrong, where a string would have marks in its place.
      return Charset.forName("UTF-8").newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonReader.Fault("its text is not UTF-8");
    }
  }

  private static List<FileTensor> tensors(Map<?, ?> object) throws JsonReader.Fault {
    List<FileTensor> tensors = new ArrayList<>();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String name = (String) entry.getKey();
      if (name.equals(SafetensorsHeader.METADATA)) {
        checkMetadata(entry.getValue());
      } else {
        tensors.add(FileTensor.read(name, entry.getValue()));
      }
    }
    Collections.sort(
        tensors,
        (a, b) -> {
          int first = Long.compare(a.begin(), b.begin());
          return first != 0 ? first : Long.compare(a.end(), b.end());
        });
    return tensors;
  }

  private static void checkMetadata(Object metadata) throws JsonReader.Fault {
    boolean isSound = metadata instanceof Map;
    if (isSound) {
      for (Object value : ((Map<?, ?>) metadata).values()) {
        isSound &= value instanceof String;
      }
    }
    if (!isSound) {
      throw new JsonReader.Fault("its " + SafetensorsHeader.METADATA + " are not texts by names");
    }
  }

  /** Each byte of the data belongs to one tensor. */
  private static void checkRanges(List<FileTensor> tensors, long data) throws JsonReader.Fault {
    long end = 0;
    FileTensor before = null;
    for (FileTensor tensor : tensors) {
      if (tensor.begin() < end) {
        throw new JsonReader.Fault(
            "tensors "
                + JsonReader.quoted(before.name())
                + " and "
                + JsonReader.quoted(tensor.name())
                + " overlap at byte "
                + tensor.begin()
                + " of the data");
      }
      if (tensor.begin() > end) {
        throw hole(end, tensor.begin());
      }
      end = tensor.end();
      before = tensor;
    }
    if (data >= 0 && end > data) {
      throw new JsonReader.Fault(
          "its data end after " + data + " bytes, but its header tells of " + end);
    }
    if (data > end) {
      throw hole(end, data);
    }
  }

  private static JsonReader.Fault hole(long from, long to) {
    return new JsonReader.Fault(
        "bytes "
            + from
            + " to "
            + to
            + " of its data belong to no tensor. Some writers leave them where a name came twice:"
            + " write the file again with a name for each");
  }

  /** The tensors in the order of their bytes. */
  List<FileTensor> tensors() {
    return tensors;
  }
}
