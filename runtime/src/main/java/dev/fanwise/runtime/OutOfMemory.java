package dev.fanwise.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What generated code says if there is no memory for a model. */
public final class OutOfMemory {
  private final List<ParameterInfo> missing = new ArrayList<>();
  private BigInteger bytes = BigInteger.ZERO;

  private OutOfMemory() {}

  /**
   * An error that names the parameter which found no memory and the bytes that the model needs.
   *
   * @param error what the JVM has thrown
   * @param model the model's name
   * @param source the model's parameters; those that have no array yet are null
   * @return the error to throw: the given one if there is no memory for a text, either
   */
  public static OutOfMemoryError of(OutOfMemoryError error, String model, ParameterSource source) {
    try {
      OutOfMemory walk = new OutOfMemory();
      source.visitParameters(walk::add);
      OutOfMemoryError named = new OutOfMemoryError(walk.text(model));
      named.initCause(error);
      return named;
    } catch (OutOfMemoryError again) {
      return error;
    }
  }

  private void add(ParameterInfo info, Object weights) {
    if (weights == null && info.isLazy()) {
      return; // nobody makes an array for it
    }
    bytes = bytes.add(bytes(info));
    if (weights == null) {
      missing.add(info);
    }
  }

  private static BigInteger bytes(ParameterInfo info) {
    return BigInteger.valueOf(info.elements())
        .multiply(BigInteger.valueOf(info.dataType().bytes()));
  }

  private String text(String model) {
    if (missing.isEmpty()) {
      return "no memory to draw the weights of " + model + ", which take " + bytes + " bytes";
    }
    ParameterInfo first = firstAllocated();
    return String.format(
        "no memory for %s of %s, %s bytes: its weights need %s bytes in all",
        first.name(), model, bytes(first), bytes);
  }

  /** Models are given arrays before those that they hold, wherever the fields of these stand. */
  private ParameterInfo firstAllocated() {
    ParameterInfo first = missing.get(0);
    for (ParameterInfo other : missing) {
      String way = way(other);
      if (way.length() < way(first).length() && first.name().startsWith(way)) {
        first = other;
      }
    }
    return first;
  }

  /** The way to the model that has a parameter, with a dot at its end if it is not empty. */
  private static String way(ParameterInfo info) {
    return info.name().substring(0, info.name().lastIndexOf('.') + 1);
  }
}
