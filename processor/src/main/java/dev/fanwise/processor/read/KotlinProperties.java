package dev.fanwise.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The properties of a Kotlin class as its {@code @Metadata} lists them. From Kotlin 2.4 on it lists
 * their annotations too, so that one can tell of a property whose field kapt does not show, as its
 * name is none in Java.
 *
 * <p>The list is a protocol buffer: {@code metadata.proto} and {@code jvm_metadata.proto} of
 * Kotlin's sources. Of it the least is read; what is not as expected is taken for no property.
 */
public final class KotlinProperties {
  /** What kapt leaves on the classes that it shows. */
  public static final String METADATA = "kotlin.Metadata";

  /** Metadata with {@code k = 1} is that of a class. */
  private static final int CLASS = 1;

  /** In the message of a class, that of a property. */
  private static final int PROPERTY = 10;

  /** In the message of a property, the index of its name. */
  private static final int NAME = 2;

  /** In the message of a property, the first of the fields for annotations. */
  private static final int ANNOTATIONS = 32;

  /** In the message of an annotation, the index of its class. */
  private static final int ID = 1;

  private static final int LENGTH_DELIMITED = 2;

  private KotlinProperties() {}

  /**
   * The properties of a class that have one of some annotations, but no field for it.
   *
   * @param isOurs whether an annotation of a qualified name is one of them
   */
  public static List<String> lost(TypeElement type, Predicate<String> isOurs) {
    Optional<AnnotationMirror> metadata = Mirrors.find(type, METADATA);
    if (metadata.isEmpty() || kind(metadata.get()) != CLASS) {
      return List.of();
    }
    List<String> strings = texts(metadata.get(), "d2");
    List<String> lost = new ArrayList<>();
    Message message = Message.of(String.join("", texts(metadata.get(), "d1")));
    for (Message property : message.all(PROPERTY)) {
      int name = property.number(NAME);
      if (name < 0 || name >= strings.size() || hasField(type, strings.get(name))) {
        continue;
      }
      boolean isAnnotated =
          property.from(ANNOTATIONS).stream()
              .map(annotation -> annotation.number(ID))
              .filter(id -> id >= 0 && id < strings.size())
              .map(id -> qualifiedName(strings.get(id)))
              .anyMatch(isOurs);
      if (isAnnotated) {
        lost.add(strings.get(name));
      }
    }
    return lost;
  }

  /** Of a companion the class around has the fields. */
  private static boolean hasField(TypeElement type, String name) {
    for (Element around = type;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      if (ElementFilter.fieldsIn(around.getEnclosedElements()).stream()
          .anyMatch(field -> field.getSimpleName().contentEquals(name))) {
        return true;
      }
    }
    return false;
  }

  private static int kind(AnnotationMirror metadata) {
    AnnotationValue kind = Mirrors.given(metadata, "k");
    return kind != null && kind.getValue() instanceof Integer number ? number : CLASS;
  }

  private static List<String> texts(AnnotationMirror metadata, String member) {
    AnnotationValue value = Mirrors.given(metadata, member);
    List<String> texts = new ArrayList<>();
    if (value != null && value.getValue() instanceof List<?> entries) {
      for (Object entry : entries) {
        texts.add(String.valueOf(((AnnotationValue) entry).getValue()));
      }
    }
    return texts;
  }

  /** {@code Ldev/fanwise/Shape;} as a name. */
  private static String qualifiedName(String descriptor) {
    boolean isClass = descriptor.startsWith("L") && descriptor.endsWith(";");
    return isClass ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.') : "";
  }

  /** A message of a protocol buffer, as a part of bytes that are one to a letter. */
  private record Message(String bytes, int start, int end) {
    private record Field(int number, long value, Message message) {}

    /** The class in the text of {@code d1}: after a mark, and after the table of its names. */
    static Message of(String text) {
      Message all = new Message(text, Math.min(1, text.length()), text.length());
      Reader reader = new Reader(all);
      long table = reader.varint();
      int start = (int) Math.min(text.length(), reader.at + Math.max(0, table));
      return new Message(text, start, text.length());
    }

    /** The messages of a number. */
    List<Message> all(int number) {
      return fields().stream()
          .filter(field -> field.number() == number && field.message() != null)
          .map(Field::message)
          .toList();
    }

    /** The messages of a number or a higher one. */
    List<Message> from(int number) {
      return fields().stream()
          .filter(field -> field.number() >= number && field.message() != null)
          .map(Field::message)
          .toList();
    }

    /** A number, or -1. */
    int number(int number) {
      return fields().stream()
          .filter(field -> field.number() == number && field.message() == null)
          .mapToInt(field -> (int) field.value())
          .findFirst()
          .orElse(-1);
    }

    private List<Field> fields() {
      List<Field> fields = new ArrayList<>();
      Reader reader = new Reader(this);
      while (reader.at < end) {
        long key = reader.varint();
        int number = (int) (key >>> 3);
        int wire = (int) (key & 7);
        if (wire == 0) {
          fields.add(new Field(number, reader.varint(), null));
        } else if (wire == LENGTH_DELIMITED) {
          long length = reader.varint();
          if (length < 0 || length > end - reader.at) {
            return fields;
          }
          fields.add(new Field(number, 0, new Message(bytes, reader.at, reader.at + (int) length)));
          reader.at += (int) length;
        } else {
          return fields; // Fixed widths do not occur before what is looked for.
        }
      }
      return fields;
    }
  }

  private static final class Reader {
    private final Message message;
    private int at;

    Reader(Message message) {
      this.message = message;
      this.at = message.start();
    }

    long varint() {
      long value = 0;
      for (int shift = 0; at < message.end() && shift < Long.SIZE; shift += 7) {
        int next = message.bytes().charAt(at++);
        value |= (long) (next & 0x7f) << shift;
        if ((next & 0x80) == 0) {
          return value;
        }
      }
      return value;
    }
  }
}
