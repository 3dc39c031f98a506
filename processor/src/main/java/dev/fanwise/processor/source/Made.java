package dev.fanwise.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What an expression makes, as far as its source says it. What was within the reach of code that is
 * not understood is unknown from then on.
 */
public sealed interface Made {
  /** Anything. */
  Made UNKNOWN = new Unknown();

  /** Anything. */
  record Unknown() implements Made {}

  /**
   * A number, truth value or text.
   *
   * @param value an {@code Integer}, {@code Boolean} or {@code String}
   */
  record Constant(Object value) implements Made {}

  /** An object. */
  final class Instance implements Made {
    private final TypeElement type;
    private final Map<VariableElement, Made> fields = new HashMap<>();
    private boolean isLeaked;

    Instance(TypeElement type) {
      this.type = type;
    }

    TypeElement type() {
      return type;
    }

    /** What a field holds. */
    public Made get(VariableElement field) {
      return fields.getOrDefault(field, UNKNOWN);
    }

    /** The same, of which only fields are known that nothing changes later. */
    Instance finals() {
      Instance finals = new Instance(type);
      fields.forEach(
          (field, value) -> {
            if (field.getModifiers().contains(Modifier.FINAL)) {
              finals.fields.put(field, value);
            }
          });
      return finals;
    }

    boolean isSet(VariableElement field) {
      return fields.containsKey(field);
    }

    void set(VariableElement field, Made value) {
      boolean isLost = isLeaked && !field.getModifiers().contains(Modifier.FINAL);
      if (isLeaked) {
        value.leak();
      }
      fields.put(field, isLost || value.reaches(this) ? UNKNOWN : value);
    }

    @Override
    public void leak() {
      isLeaked = true;
      fields.values().forEach(Made::leak);
      fields.entrySet().removeIf(entry -> !entry.getKey().getModifiers().contains(Modifier.FINAL));
    }

    @Override
    public boolean reaches(Made other) {
      return this == other || fields.values().stream().anyMatch(value -> value.reaches(other));
    }

    @Override
    public Made or(Made other) {
      if (!(other instanceof Instance two) || two.type != type) {
        return UNKNOWN;
      }
      Instance both = new Instance(type);
      both.isLeaked = isLeaked || two.isLeaked;
      fields.forEach((field, value) -> both.fields.put(field, value.or(two.get(field))));
      return both;
    }
  }

  /** An array or a list. */
  final class Several implements Made {
    /** What it is, and what can be done to it. */
    public enum Kind {
      ARRAY,
      /** A list that never changes. */
      LIST,
      /** A list whose elements can be set. */
      SETTABLE,
      /** A list that can grow, too. */
      GROWING
    }

    private final Kind kind;
    private final List<Made> elements;
    private boolean isLeaked;

    Several(Kind kind, List<Made> elements) {
      this.kind = kind;
      this.elements = new ArrayList<>(elements);
    }

    public Kind kind() {
      return kind;
    }

    /** Whether it is known how many there are. */
    public boolean isCounted() {
      return !(isLeaked && kind == Kind.GROWING);
    }

    /** What it holds in order. */
    public List<Made> elements() {
      return elements;
    }

    void set(int index, Made value) {
      if (isLeaked) {
        value.leak();
      }
      elements.set(index, isLeaked || value.reaches(this) ? UNKNOWN : value);
    }

    void add(Made value) {
      elements.add(UNKNOWN);
      set(elements.size() - 1, value);
    }

    @Override
    public void leak() {
      isLeaked = true;
      elements.forEach(Made::leak);
      if (kind != Kind.LIST) {
        elements.replaceAll(any -> UNKNOWN);
      }
    }

    @Override
    public boolean reaches(Made other) {
      return this == other || elements.stream().anyMatch(value -> value.reaches(other));
    }

    @Override
    public Made or(Made other) {
      boolean isAlike =
          other instanceof Several two
              && two.kind == kind
              && two.elements.size() == elements.size()
              && isCounted()
              && two.isCounted();
      if (!isAlike) {
        return UNKNOWN;
      }
      Several both = new Several(kind, List.of());
      both.isLeaked = isLeaked || ((Several) other).isLeaked;
      for (int i = 0; i < elements.size(); i++) {
        both.elements.add(elements.get(i).or(((Several) other).elements.get(i)));
      }
      return both;
    }
  }

  /** A map that nothing can be put into. */
  record Entries(Map<String, Made> values) implements Made {
    @Override
    public void leak() {
      values.values().forEach(Made::leak);
    }

    @Override
    public boolean reaches(Made other) {
      return this == other || values.values().stream().anyMatch(value -> value.reaches(other));
    }

    @Override
    public Made or(Made other) {
      if (!(other instanceof Entries two) || !two.values.keySet().equals(values.keySet())) {
        return UNKNOWN;
      }
      Map<String, Made> both = new LinkedHashMap<>();
      values.forEach((key, value) -> both.put(key, value.or(two.values.get(key))));
      return new Entries(both);
    }
  }

  /** Code that is not understood has it, and may change what can be changed. */
  default void leak() {}

  /** Whether another is part of it. */
  default boolean reaches(Made other) {
    return this == other && this != UNKNOWN;
  }

  /** What is known if it is either this or another. */
  default Made or(Made other) {
    return equals(other) ? this : UNKNOWN;
  }

  /** A constant that this knows, else what is unknown. */
  static Made of(Object value) {
    return value instanceof Integer || value instanceof Boolean || value instanceof String
        ? new Constant(value)
        : UNKNOWN;
  }

  /** The number, or null. */
  default Integer number() {
    return this instanceof Constant constant && constant.value() instanceof Integer number
        ? number
        : null;
  }

  /** The truth value, or null. */
  default Boolean truth() {
    return this instanceof Constant constant && constant.value() instanceof Boolean truth
        ? truth
        : null;
  }
}
