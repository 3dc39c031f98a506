package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One tensor as a file's header has it, checked in itself. */
final class FileTensor {
  /** The bits of an element of each type that the format knows. */
  private static final Map<String, Integer> BITS = bits();

  private final String name;
  private final String type;
  private final long[] shape;
  private final long begin;
  private final long end;

  private FileTensor(String name, String type, long[] shape, long begin, long end) {
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.begin = begin;
    this.end = end;
  }

  private static Map<String, Integer> bits() {
    Map<String, Integer> bits = new HashMap<>();
    put(bits, 4, "F4");
    put(bits, 6, "F6_E2M3", "F6_E3M2");
    put(bits, 8, "BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ");
    put(bits, 16, "I16", "U16", "F16", "BF16");
    put(bits, 32, "I32", "U32", "F32");
    put(bits, 64, "I64", "U64", "F64", "C64");
    return bits;
  }

  private static void put(Map<String, Integer> bits, int number, String... types) {
    for (String type : types) {
      bits.put(type, number);
    }
  }

  /** Reads the entry of a tensor. */
  static FileTensor read(String name, Object json) throws JsonReader.Fault {
    if (name.isEmpty()) {
      throw new JsonReader.Fault("a tensor has no name");
    }
    if (!(json instanceof Map)) {
      throw fault(name, "is no object");
    }
    Map<?, ?> entry = (Map<?, ?>) json;
    Object type = entry.get("dtype");
    if (!(type instanceof String)) {
      throw fault(name, "has no text as its dtype");
    }
    Integer bits = BITS.get(type);
    if (bits == null) {
      throw fault(
          name, "has dtype " + JsonReader.quoted((String) type) + ", which the format has not");
    }
    long[] shape = numbers(name, "shape", entry.get("shape"));
    long[] offsets = numbers(name, "data_offsets", entry.get("data_offsets"));
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw fault(
          name, "has data_offsets " + Arrays.toString(offsets) + ", not a beginning and an end");
    }
    FileTensor tensor = new FileTensor(name, (String) type, shape, offsets[0], offsets[1]);
    tensor.checkSize(bits);
    return tensor;
  }

  private static JsonReader.Fault fault(String name, String text) {
    return new JsonReader.Fault("tensor " + JsonReader.quoted(name) + " " + text);
  }

  private static long[] numbers(String name, String member, Object json) throws JsonReader.Fault {
    if (!(json instanceof List)) {
      throw fault(name, "has no list as its " + member);
    }
    List<?> list = (List<?>) json;
    long[] numbers = new long[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = -1;
      Object one = list.get(i);
      if (one instanceof JsonReader.NumberText) {
        String text = ((JsonReader.NumberText) one).text;
        boolean isWhole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        // No more than 2⁶³ − 1 has 19 digits.
        if (isWhole && text.length() <= 19 && text.charAt(0) != '-') {
          numbers[i] = parse(text);
        }
      }
      if (numbers[i] < 0) {
        throw fault(name, "has in its " + member + " what is no count below 2^63");
      }
    }
    return numbers;
  }

  /** A number of at most 19 digits, or less than 0 if it is too large. */
  private static long parse(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = number * 10 + (digits.charAt(i) - '0');
    }
    return number;
  }

  private void checkSize(int bits) throws JsonReader.Fault {
    boolean isEmpty = false;
    for (long dimension : shape) {
      isEmpty |= dimension == 0;
    }
    long elements = isEmpty ? 0 : 1;
    for (long dimension : shape) {
      if (!isEmpty && elements > Long.MAX_VALUE / bits / dimension) {
        throw fault(name, "has shape " + shapeText() + " with more elements than 2^63 bits hold");
      }
      elements *= dimension;
    }
    if (elements * bits % 8 != 0 || elements * bits / 8 != bytes()) {
      throw fault(
          name,
          "has "
              + bytes()
              + " bytes, but its shape "
              + shapeText()
              + " of "
              + type
              + " needs "
              + elements * bits / 8);
    }
  }

  String name() {
    return name;
  }

  String type() {
    return type;
  }

  /** The type as parameters may have it, or null. */
  DataType dataType() {
    for (DataType one : DataType.values()) {
      if (one.name().equals(type)) {
        return one;
      }
    }
    return null;
  }

  long[] shape() {
    return shape;
  }

  String shapeText() {
    return Arrays.toString(shape);
  }

  /** Where its bytes begin, counted from the end of the header. */
  long begin() {
    return begin;
  }

  long end() {
    return end;
  }

  long bytes() {
    return end - begin;
  }
}
