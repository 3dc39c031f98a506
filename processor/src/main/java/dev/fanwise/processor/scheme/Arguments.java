package dev.fanwise.processor.scheme;

import java.util.List;

/** The members of a scheme annotation, with their defaults, as a scheme reads them. */
public interface Arguments {
  /** A number. */
  double number(String member);

  /** A whole number. */
  int integer(String member);

  /** Whole numbers. */
  List<Integer> integers(String member);

  /** Yes or no. */
  boolean flag(String member);

  /** A text. */
  String text(String member);

  /** A constant of an enum. */
  <E extends Enum<E>> E constant(String member, Class<E> type);

  /** Whether the user wrote the member, be it with its default value. */
  boolean isGiven(String member);
}
