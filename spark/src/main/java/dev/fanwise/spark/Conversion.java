package dev.fanwise.spark;

import java.io.Serializable;

/** Values as a constructor takes them: itself, or a number, truth or constant from its text. */
final class Conversion {
  private Conversion() {}

  /** The values as these types, or null if that cannot be. */
  static Object[] of(Serializable[] values, Class<?>[] types) {
    if (values.length != types.length) {
      return null;
    }
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = one(values[i], types[i]);
      if (converted[i] == null) {
        return null;
      }
    }
    return converted;
  }

  private static Object one(Serializable value, Class<?> type) {
    if (type.isInstance(value)) {
      return value;
    }
    try {
      return switch (type.getName()) {
        case "int", "java.lang.Integer" -> Integer.valueOf(value.toString());
        case "long", "java.lang.Long" -> Long.valueOf(value.toString());
        case "float", "java.lang.Float" -> Float.valueOf(value.toString());
        case "double", "java.lang.Double" -> Double.valueOf(value.toString());
        case "boolean", "java.lang.Boolean" -> truth(value.toString());
        default -> type.isEnum() ? constant(value.toString(), type) : null;
      };
    } catch (NumberFormatException e) {
      return null; // another constructor may take it
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static Object constant(String text, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    return null;
  }
}
