package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random classes with submodules of all the types that Java has for them: wildcards, type variables
 * and their bounds, raw types, arrays, lists and maps of one another.
 */
final class RandomDeclarations {
  /** The classes that the random ones are made of; Made hides what is unchecked. */
  static final List<String> LIBRARY =
      List.of(
          "class Layer<T> { T t; @Shape({2, 3}) @XavierInit float[] w; }",
          "class Plain extends Layer<String> {}",
          "class Bounded<T extends Comparable<T>> { T t; @Shape({2, 3}) @XavierInit float[] w; }",
          "class Self<T extends Self<T>> { T t; @Shape({2, 3}) @XavierInit float[] w; }",
          "class Leaf extends Self<Leaf> {}",
          """
          class Node<N extends Node<N, E>, E extends Edge<N, E>> {
            @Shape({2, 3}) @XavierInit float[] w;
            @Submodule java.util.List<E> edges = java.util.List.of();
            @Submodule java.util.Map<String, ? extends N[]> others = java.util.Map.of();
          }
          """,
          """
          class Edge<N extends Node<N, E>, E extends Edge<N, E>> {
            @Shape({2, 3}) @XavierInit float[] w;
            @Submodule java.util.List<? extends N> ends = java.util.List.of();
          }
          """,
          "class Outer<A> { class Inner<B> { A a; B b; @Shape({2, 3}) @XavierInit float[] w; } }",
          """
          class Wide<L extends Layer<?>> {
            @Shape({2, 3}) @XavierInit float[] w;
            @Submodule L inner;
            Wide(L inner) { this.inner = inner; }
          }
          """,
          """
          class Layers<L extends Layer<?>> extends java.util.ArrayList<L> {
            private static final long serialVersionUID = 1;
          }
          """,
          """
          class Named<K extends String, V> extends java.util.LinkedHashMap<K, V> {
            private static final long serialVersionUID = 1;
          }
          """,
          """
          @SuppressWarnings({"unchecked", "rawtypes"})
          class Made {
            static Object list(Object... all) {
              return new java.util.ArrayList<>(java.util.Arrays.asList(all));
            }
            static Object layers(Object... all) {
              Layers layers = new Layers();
              for (Object one : all) {
                layers.add(one);
              }
              return layers;
            }
            static Object map(Object... all) {
              Named named = new Named();
              for (int i = 0; i < all.length; i++) {
                named.put(String.valueOf(i), all[i]);
              }
              return named;
            }
          }
          """);

  private static final List<Declared> MODULES = new ArrayList<>();

  static {
    addAll("Layer", "new Layer()", "", "<?>", "<String>", "<? extends Number>");
    addAll("Layer", "new Layer()", "<? super Integer>", "<Layer<?>>", "<? extends Layer<?>[]>");
    addAll("Plain", "new Plain()", "");
    addAll("Bounded", "new Bounded()", "", "<?>", "<String>", "<? super String>");
    addAll("Self", "new Leaf()", "", "<?>", "<Leaf>", "<? extends Leaf>");
    addAll("Leaf", "new Leaf()", "");
    addAll("Node", "new Node()", "", "<?, ?>");
    addAll("Edge", "new Edge()", "<?, ?>");
    for (String text : List.of("Outer.Inner", "Outer<?>.Inner<?>", "Outer<String>.Inner<int[]>")) {
      MODULES.add(Declared.module(text, "Outer.Inner", "new Outer().new Inner()", "w"));
    }
    for (String arguments : List.of("", "<?>", "<Plain>", "<? extends Layer<? super String>>")) {
      String text = "Wide" + arguments;
      MODULES.add(Declared.module(text, "Wide", "new Wide(new Plain())", "w", "inner.w"));
    }
  }

  private static void addAll(String erasure, String value, String... arguments) {
    for (String argument : arguments) {
      MODULES.add(Declared.module(erasure + argument, erasure, value, "w"));
    }
  }

  private final Random random;
  private final Map<String, Declared> variables = new LinkedHashMap<>();
  private final StringBuilder bounds = new StringBuilder();

  /** What the type variables may stand for; null if there is nothing at hand for one of them. */
  private List<String> witnesses = new ArrayList<>();

  private RandomDeclarations(Random random) {
    this.random = random;
  }

  /**
   * Random classes, with the names of the parameters that an object of each has.
   *
   * @param sources where the sources go
   */
  static Map<String, List<String>> add(int number, Random random, List<String> sources) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    new RandomDeclarations(random).add("M" + number, sources, expected);
    return expected;
  }

  private void add(String name, List<String> sources, Map<String, List<String>> expected) {
    for (int i = random.nextInt(4); i > 0; i--) {
      addVariable("L" + i);
    }
    List<Declared> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Declared field = type(random.nextInt(4));
      fields.add(field);
      String prefix = "f" + i + ".";
      field.names().forEach(one -> names.add(prefix + one));
    }
    String parameters = bounds.isEmpty() ? "" : "<" + bounds + ">";
    String engine =
        List.of("", "", "@RandomStream(RandomEngine.TORCH) ", "@RandomStream(RandomEngine.JAX) ")
            .get(random.nextInt(4));
    String head =
        "package p; import dev.fanwise.*; import java.util.*;\n"
            + "@SuppressWarnings({\"unchecked\", \"rawtypes\", \"cast\"})\n"
            + engine;
    boolean isRecord = random.nextInt(4) == 0;
    sources.add(
        head + (isRecord ? record(name, parameters, fields) : type(name, parameters, fields)));
    expected.put(name, names);
    if (!isRecord && !bounds.isEmpty()) {
      List<String> below = new ArrayList<>(names);
      below.add("own");
      boolean isRaw = witnesses == null || random.nextBoolean();
      String above = isRaw ? name : name + "<" + String.join(", ", witnesses) + ">";
      sources.add(
          head
              + "class "
              + name
              + "Below extends "
              + above
              + " { @Shape(2) @OnesInit float[] own; }");
      expected.put(name + "Below", below);
    }
  }

  private static String type(String name, String parameters, List<Declared> fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      body.append("  @Submodule ").append(fields.get(i).text()).append(" f").append(i);
      body.append(" = ").append(cast(fields.get(i))).append(";\n");
    }
    return "class " + name + parameters + " {\n" + body + "}\n";
  }

  private static String record(String name, String parameters, List<Declared> fields) {
    List<String> components = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      components.add("@Submodule " + fields.get(i).text() + " f" + i);
    }
    String values = fields.stream().map(RandomDeclarations::cast).collect(joining(", "));
    return "record "
        + name
        + parameters
        + "("
        + String.join(", ", components)
        + ") {\n  "
        + name
        + "() { this("
        + values
        + "); }\n}\n";
  }

  private static String cast(Declared field) {
    return "(" + field.text() + ") (Object) " + field.value();
  }

  private void addVariable(String name) {
    Declared bound = random.nextInt(3) == 0 ? container(1 + random.nextInt(2)) : type(0);
    boolean isArray = bound.text().endsWith("]");
    if (isArray) {
      bound = pick(MODULES);
    }
    String text = bound.text();
    boolean isVariable = variables.containsKey(text);
    boolean isClass = List.of("Layers", "Named", "ArrayList").contains(bound.erasure());
    if (!isVariable && !isClass && random.nextInt(3) == 0) {
      boolean isInterface = List.of("List", "Map").contains(bound.erasure());
      String other = isInterface ? "Cloneable" : "Runnable";
      if (isInterface && random.nextBoolean()) {
        text = other + " & " + text;
        bound = new Declared(text, other, bound.value(), bound.names());
      } else {
        text += " & " + other;
      }
      witnesses = null;
    } else if (!MODULES.contains(bound)) {
      witnesses = isVariable && witnesses != null ? witnesses : null;
    }
    if (witnesses != null) {
      witnesses.add(
          isVariable
              ? witnesses.get(new ArrayList<>(variables.keySet()).indexOf(bound.text()))
              : text);
    }
    bounds.append(bounds.isEmpty() ? "" : ", ").append(name).append(" extends ").append(text);
    variables.put(name, bound.as(name));
  }

  private Declared type(int containers) {
    if (containers > 0) {
      return container(containers);
    }
    List<Declared> all = new ArrayList<>(variables.values());
    return !all.isEmpty() && random.nextInt(2) == 0 ? pick(all) : pick(MODULES);
  }

  private Declared container(int containers) {
    int count = 1 + random.nextInt(2);
    Declared element = type(containers - 1);
    return switch (random.nextInt(8)) {
      case 0, 1 -> element.inArray(count);
      case 2, 3, 4 ->
          element.inList(
              pick(List.of("List<%s>", "List<? extends %s>", "ArrayList<? extends %s>")), count);
      case 5, 6 ->
          element.inMap(
              pick(
                  List.of(
                      "Map<String, %s>",
                      "Map<String, ? extends %s>",
                      "Map<? extends String, %s>",
                      "Named<?, ? extends %s>",
                      "Named<String, %s>")),
              count);
      default -> layers(count);
    };
  }

  private Declared layers(int count) {
    Declared plain = Declared.module("Plain", "Plain", "new Plain()", "w");
    return plain.inLayers(
        pick(
            List.of(
                "Layers<?>",
                "Layers<Plain>",
                "Layers<? extends Plain>",
                "Layers<? extends Runnable>",
                "Layers<? super Plain>")),
        count);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
