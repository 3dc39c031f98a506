package dev.fanwise.processor.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Classes that javac takes, and that are models with some luck. */
final class BrokenModels {
  private static final List<String> NAMES =
      List.of(
          "w",
          "W",
          "model",
          "seed",
          "$",
          "$L",
          "_w",
          "größe",
          "𝛼",
          "bias",
          "units",
          "size",
          "path",
          "here",
          "Fill",
          "java",
          "İ",
          "ı",
          "i",
          "I",
          "a\\u0062c",
          "fill",
          "record",
          "var",
          "dev");

  private static final List<String> TYPES =
      List.of("float[]", "float[]", "double[]", "java.nio.FloatBuffer", "java.nio.DoubleBuffer");

  private static final List<String> BAD_TYPES =
      List.of(
          "float[][]",
          "double[][][]",
          "short[]",
          "int[]",
          "char",
          "float",
          "Float[]",
          "String",
          "Object",
          "java.util.List<float[]>",
          "short[][]",
          "float" + "[]".repeat(255),
          "java.nio.ByteBuffer",
          "java.util.Map<?, ?>",
          "Runnable");

  /** How a class of a name may be declared; {@code %1$s} is its name, {@code %2$s} its members. */
  private static final List<String> CLASSES =
      List.of(
          "class %1$s {\n%2$s}\n",
          "class %1$s {\n%2$s}\n",
          "public final class %1$s {\n%2$s}\n",
          "abstract class %1$s<T extends Comparable<? super T[]> & Runnable> {\n%2$s}\n",
          "class %1$s { static class Nested {\n%2$s} }\n",
          "class %1$s { class Inner<T> {\n%2$s} }\n",
          "class %1$s { private static class Hidden {\n%2$s} }\n",
          "interface %1$s { class Within {\n%2$s} }\n",
          "enum %1$s { ONE;\n%2$s}\n",
          "sealed class %1$s { static final class Only extends %1$s {\n%2$s} }\n",
          "class %1$s { Object local() { class Local {\n%2$s} return new Local(); } }\n",
          "class %1$s { Object unnamed = new Object() {\n%2$s}; }\n",
          "@Deprecated class %1$s {\n%2$s}\n");

  private static final List<String> MODIFIERS =
      List.of("", "", "", "protected ", "public ", "transient ", "volatile ");

  private final Random random;
  private final List<String> earlier = new ArrayList<>();

  /** How likely it is that something is chosen badly, for the class at hand. */
  private double risk;

  BrokenModels(Random random) {
    this.random = random;
  }

  /**
   * The next class; it may hold or extend those before it.
   *
   * @param name its name, at the top level
   */
  String next(String name) {
    risk = pick(List.of(0.0, 0.03, 0.1, 0.4));
    String source = String.format(pick(CLASSES), name, members());
    if (!earlier.isEmpty() && random.nextInt(8) == 0) {
      source =
          source.replaceFirst(
              "^class " + name + " \\{", "class " + name + " extends " + pick(earlier) + " {");
    }
    String stream = random.nextInt(10) == 0 ? stream() : "";
    if (source.startsWith("class ")) {
      earlier.add(name);
    }
    return stream + source;
  }

  private String stream() {
    return "@RandomStream(RandomEngine." + pick(List.of("FANWISE", "TORCH", "JAX")) + ") ";
  }

  private String members() {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<String> chosen = names.subList(0, 1 + random.nextInt(5));
    StringBuilder members = new StringBuilder("  int " + BrokenAnnotations.SIZE + " = 4;\n");
    for (String name : chosen) {
      members.append("  ").append(member(name, chosen)).append('\n');
    }
    return members.toString();
  }

  private String member(String name, List<String> names) {
    switch (random.nextInt(12)) {
      case 0:
        return "int " + name + " = 3;";
      case 1:
        return "int " + name + "() { return 2; }";
      default:
        boolean isSubmodule = !earlier.isEmpty() && random.nextInt(8) == 0;
        String type = isSubmodule ? submodule() : pick(isBad() ? BAD_TYPES : TYPES);
        String modifier =
            isBad() ? pick(List.of("private ", "final ", "static ")) : pick(MODIFIERS);
        boolean isFinal = modifier.equals("final ") && !List.of("char", "float").contains(type);
        String annotations =
            isSubmodule && !isBad()
                ? "@Submodule"
                : new BrokenAnnotations(random, risk, names).of();
        return annotations
            + " "
            + (isFinal || !modifier.equals("final ") ? modifier : "")
            + type
            + " "
            + name
            + (isFinal ? " = null;" : ";");
    }
  }

  private String submodule() {
    String held = pick(earlier);
    return pick(
        List.of(
            held,
            held + "[]",
            "java.util.List<" + held + ">",
            "java.util.Map<String, ? extends " + held + ">",
            isBad() ? "java.util.Set<" + held + ">" : held));
  }

  private boolean isBad() {
    return random.nextDouble() < risk;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
