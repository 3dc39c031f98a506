package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;

import dev.fanwise.processor.random.TreeClass.Around;
import dev.fanwise.processor.random.TreeClass.Form;
import dev.fanwise.processor.random.TreeClass.Kind;
import dev.fanwise.processor.random.TreeClass.Member;
import dev.fanwise.processor.random.TreeClass.Part;
import dev.fanwise.processor.random.TreeClass.Weight;
import java.util.List;

/** A class of a random model tree as a user would write it. */
final class TreeSource {
  /** Maps that keep their order. */
  static final String MAPS =
      """
      import java.util.*;
      class Maps {
        static <V> Map<String, V> of(List<String> keys, List<V> values) {
          Map<String, V> map = new LinkedHashMap<>();
          for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
          }
          return map;
        }
      }
      """;

  private static final String HEADER =
      "package p; import dev.fanwise.*; import java.util.*;\n"
          + "@SuppressWarnings({\"unchecked\", \"rawtypes\", \"cast\", \"fanwise\"})\n";

  private TreeSource() {}

  static String maps() {
    return "package p; " + MAPS;
  }

  static String of(TreeClass type) {
    String name = type.name();
    if (type.form() == Form.RECORD) {
      String components =
          type.members().stream()
              .map(Part.class::cast)
              .map(part -> "@Submodule " + typeOf(part) + " " + part.name())
              .collect(joining(", "));
      return HEADER + "record " + name + "(" + components + ") {}\n";
    }
    StringBuilder body = new StringBuilder();
    for (Member member : type.members()) {
      body.append(
          member instanceof Weight weight
              ? declaration(weight)
              : declaration((Part) member, type.form()));
    }
    if (type.form() == Form.GENERIC) {
      String parameters =
          parts(type).stream()
              .map(part -> generic(typeOf(part), part) + " " + part.name())
              .collect(joining(", "));
      String sets =
          parts(type).stream()
              .map(part -> "this." + part.name() + " = " + part.name() + "; ")
              .collect(joining());
      body.append("  ").append(name).append("(").append(parameters).append(") { ");
      body.append(sets).append("}\n");
      name += "<B extends " + type.element().name() + ">";
    }
    String above = type.superclass() == null ? "" : " extends " + type.superclass().name();
    return HEADER + "class " + name + above + " {\n" + body + "}\n";
  }

  private static List<Part> parts(TreeClass type) {
    return type.members().stream().filter(Part.class::isInstance).map(Part.class::cast).toList();
  }

  private static String declaration(Weight weight) {
    String field = weight.field().declaration();
    if (!weight.symbolic()) {
      return field;
    }
    // Each dimension is an int field of its own.
    String name = weight.name();
    List<Integer> shape = weight.field().layer().shape();
    StringBuilder symbols = new StringBuilder();
    StringBuilder dims = new StringBuilder("dims = {");
    for (int axis = 0; axis < shape.size(); axis++) {
      String symbol = name + "Axis" + axis;
      symbols.append("  final int ").append(symbol).append(" = ").append(shape.get(axis));
      symbols.append(";\n");
      dims.append(axis == 0 ? "\"" : ", \"").append(symbol).append('"');
    }
    int from = field.indexOf("value = {");
    int to = field.indexOf('}', from);
    return symbols + field.substring(0, from) + dims + field.substring(to);
  }

  private static String declaration(Part part, Form form) {
    return form == Form.GENERIC
        ? "  @Submodule final " + generic(typeOf(part), part) + " " + part.name() + ";\n"
        : "  @Submodule " + typeOf(part) + " " + part.name() + " = " + creation(part) + ";\n";
  }

  /** A type with the type variable for its class. */
  private static String generic(String type, Part part) {
    return type.replaceAll("\\b" + part.type().name() + "\\b", "B");
  }

  private static String typeOf(Part part) {
    return type(part, 0);
  }

  private static String type(Part part, int depth) {
    if (depth == part.around().size()) {
      TreeClass type = part.type();
      return type.form() == Form.GENERIC ? type.name() + "<?>" : type.name();
    }
    Around around = part.around().get(depth);
    String inner = type(part, depth + 1);
    // javac takes no elements of a captured array.
    String bound = around.wildcard() && !inner.endsWith("[]") ? "? extends " + inner : inner;
    return switch (around.kind()) {
      case ARRAY -> inner + "[]";
      case LIST -> "List<" + bound + ">";
      case MAP -> "Map<String, " + bound + ">";
    };
  }

  private static String creation(Part part) {
    return creation(part, 0);
  }

  private static String creation(Part part, int depth) {
    if (depth == part.around().size()) {
      return creation(part.made());
    }
    Around around = part.around().get(depth);
    String elements =
        around.steps().stream().map(step -> creation(part, depth + 1)).collect(joining(", "));
    String type = type(part, depth + 1);
    if (around.kind() == Kind.ARRAY) {
      return "(" + type + "[]) new " + type.replaceAll("<.*>", "") + "[] {" + elements + "}";
    }
    String list = "List.<" + type + ">of(" + elements + ")";
    if (around.kind() == Kind.LIST) {
      return list;
    }
    String keys =
        around.steps().stream()
            .map(key -> "\"" + key.replace("\"", "\\\"") + "\"")
            .collect(joining(", "));
    return "Maps.of(List.<String>of(" + keys + "), " + list + ")";
  }

  /** A new object. */
  private static String creation(TreeClass type) {
    String arguments =
        type.form() == Form.CLASS
            ? ""
            : parts(type).stream().map(TreeSource::creation).collect(joining(", "));
    String of = type.form() == Form.GENERIC ? "<" + type.element().name() + ">" : "";
    return "new " + type.name() + of + "(" + arguments + ")";
  }
}
