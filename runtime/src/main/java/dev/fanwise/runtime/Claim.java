package dev.fanwise.runtime;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The memory that one parameter takes: two that shared some would overwrite each other, and on the
 * threads of a pool in an order that nobody knows.
 */
final class Claim {
  /** The way out of two fields with one memory. */
  static final String UNTIE = "leave @Shape out of one of the two fields";

  private final CharSequence model;
  private final String field;
  private final Object weights;
  private final long from;
  private final long to;
  private Claim next;

  private Claim(CharSequence model, String field, Object weights, long from, long to) {
    this.model = model;
    this.field = field;
    this.weights = weights;
    this.from = from;
    this.to = to;
  }

  /**
   * Takes a parameter's memory. A buffer in an array takes its range of the array. Another buffer
   * does not tell where its memory is, so that only the same object is known again.
   *
   * @param taken what is taken, by array; the last claim of an array leads to the others
   * @param model the model's name or path, for the message
   * @param weights an array, nested arrays or a buffer; no array in it may be null
   * @throws IllegalArgumentException if another parameter has taken some of it
   */
  static void take(
      IdentityHashMap<Object, Object> taken, CharSequence model, String field, Object weights) {
    if (weights instanceof Buffer && ((Buffer) weights).hasArray()) {
      Buffer buffer = (Buffer) weights;
      long from = buffer.arrayOffset();
      new Claim(model, field, weights, from, from + buffer.capacity()).take(taken, buffer.array());
    } else {
      new Claim(model, field, weights, 0, Long.MAX_VALUE).takeAll(taken, weights);
    }
  }

  private void takeAll(IdentityHashMap<Object, Object> taken, Object part) {
    if (part instanceof Object[]) {
      for (Object row : (Object[]) part) {
        takeAll(taken, row);
      }
    } else {
      take(taken, part);
    }
  }

  private void take(IdentityHashMap<Object, Object> taken, Object memory) {
    Claim last = (Claim) taken.put(memory, this);
    for (Claim other = last; other != null; other = other.next) {
      if (from < other.to && other.from < to) {
        throw refusal(other, memory);
      }
    }
    next = last;
  }

  private IllegalArgumentException refusal(Claim earlier, Object memory) {
    List<String> own = places(memory);
    if (earlier == this) {
      return refusal(own.get(1), own.get(0), "give every row an array of its own");
    }
    boolean isWhole = weights == earlier.weights;
    return refusal(
        isWhole ? name() : own.get(0),
        isWhole ? earlier.name() : earlier.places(memory).get(0),
        UNTIE);
  }

  /** The message of two weights with one memory. */
  static IllegalArgumentException refusal(String later, String earlier, String wayOut) {
    return new IllegalArgumentException(
        later
            + " shares memory with "
            + earlier
            + ": one of them would overwrite the other; "
            + wayOut);
  }

  private String name() {
    return model + "." + field;
  }

  /** What messages call the places where an array is: {@code Net.w[17]}, {@code Net.w[400]}. */
  private List<String> places(Object memory) {
    List<String> places = new ArrayList<>();
    if (weights instanceof Object[]) {
      addPlaces(name(), (Object[]) weights, memory, places);
    } else {
      places.add(name());
    }
    return places;
  }

  private static void addPlaces(String name, Object[] rows, Object memory, List<String> places) {
    for (int i = 0; i < rows.length; i++) {
      String row = name + "[" + i + "]";
      if (rows[i] == memory) {
        places.add(row);
      } else if (rows[i] instanceof Object[]) {
        addPlaces(row, (Object[]) rows[i], memory, places);
      }
    }
  }
}
