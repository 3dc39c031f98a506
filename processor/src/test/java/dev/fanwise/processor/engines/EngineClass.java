package dev.fanwise.processor.engines;

import static java.util.stream.Collectors.joining;

import dev.fanwise.RandomEngine;
import java.util.List;

/**
 * A model class.
 *
 * @param engine the stream that it chooses itself, or null
 * @param base its superclass, or null
 */
record EngineClass(String name, RandomEngine engine, EngineClass base, List<EngineMember> members) {
  /** What is around submodules. */
  enum Holder {
    FIELD,
    ARRAY,
    LIST,
    MAP
  }

  /** A field with submodules. */
  record Child(String name, Holder holder, EngineClass type, int count) implements EngineMember {
    @Override
    public String declaration() {
      String made = "new " + type.name + "()";
      String all = (made + ", ").repeat(count).replaceAll(", $", "");
      return "  @Submodule final "
          + switch (holder) {
            case FIELD -> type.name + " " + name + " = " + made;
            case ARRAY -> type.name + "[] " + name + " = {" + all + "}";
            case LIST ->
                "java.util.List<" + type.name + "> " + name + " = java.util.List.of(" + all + ")";
            case MAP ->
                "java.util.Map<String, "
                    + type.name
                    + "> "
                    + name
                    + " = new java.util.TreeMap<>(java.util.Map.of(\"b\", "
                    + made
                    + ", \"a\", "
                    + made
                    + "))";
          }
          + ";\n";
    }
  }

  String source() {
    String annotation = engine == null ? "" : "@RandomStream(RandomEngine." + engine + ") ";
    String above = base == null ? "" : " extends " + base.name;
    return members.stream()
        .map(EngineMember::declaration)
        .collect(
            joining(
                "",
                annotation + "@SuppressWarnings(\"fanwise\")\nclass " + name + above + " {\n",
                "}\n"));
  }
}
