package dev.fanwise.processor.random;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that a field with submodules may have, and an object of it.
 *
 * @param text as a user writes it
 * @param erasure what it is at run time, which an array is made of
 * @param value an expression that makes an object
 * @param names the parameters of that object
 */
record Declared(String text, String erasure, String value, List<String> names) {
  /** A class of submodules. */
  static Declared module(String text, String erasure, String value, String... names) {
    return new Declared(text, erasure, value, List.of(names));
  }

  /** The same object as something else that it is, such as a type variable that this bounds. */
  Declared as(String other) {
    return new Declared(other, erasure, value, names);
  }

  Declared inArray(int length) {
    String cast = "(" + erasure + ") (Object) " + value;
    String array =
        "new " + erasure + "[] {" + String.join(", ", Collections.nCopies(length, cast)) + "}";
    return new Declared(text + "[]", erasure + "[]", array, names(length));
  }

  /** A list; {@code %s} stands for this type. */
  Declared inList(String list, int size) {
    String erasure = list.substring(0, list.indexOf('<'));
    return new Declared(
        list.formatted(text), erasure, "Made.list(" + values(size) + ")", names(size));
  }

  /** A list of a class of the user's, whose elements are bounded by it. */
  Declared inLayers(String list, int size) {
    return new Declared(list, "Layers", "Made.layers(" + values(size) + ")", names(size));
  }

  /** A map whose keys are the indices. */
  Declared inMap(String map, int size) {
    String value = "Made.map(" + values(size) + ")";
    return new Declared(
        map.formatted(text), map.startsWith("Named") ? "Named" : "Map", value, names(size));
  }

  private String values(int count) {
    return String.join(", ", Collections.nCopies(count, "(Object) " + value));
  }

  private List<String> names(int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .flatMap(i -> names.stream().map(name -> i + "." + name))
        .toList();
  }
}
