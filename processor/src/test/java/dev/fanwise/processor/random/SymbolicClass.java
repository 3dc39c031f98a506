package dev.fanwise.processor.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A class whose dimensions come from fields and methods of every kind, its own and inherited. */
final class SymbolicClass {
  /** Names that generated code has uses of its own for, and others. */
  private static final List<String> NAMES =
      List.of(
          "seed",
          "key",
          "shape",
          "fans",
          "std",
          "bound",
          "n",
          "sigma",
          "factor",
          "pattern",
          "from",
          "to",
          "count",
          "into",
          "offset",
          "i",
          "i0",
          "i1",
          "model",
          "path",
          "here",
          "shards",
          "pool",
          "step",
          "visitor",
          "parameters",
          "info",
          "java",
          "dev",
          "Fans",
          "Math",
          "ParameterInfo",
          "DataType",
          "SymbolicShape",
          "MupScale",
          "Formulas",
          "Keys",
          "TapPattern",
          "in",
          "out",
          "a$b",
          "$",
          "gr\u00f6\u00dfe",
          "\u03c0",
          "\ud835\udefc",
          "outFeatures");

  /**
   * A source of a number; what a user would write where, with {@code %1$s = %2$d} for the number.
   */
  private enum Source {
    FIELD("int %1$s = %2$d;", "", ""),
    FINAL_FIELD("final int %1$s = Integer.parseInt(\"%2$d\");", "", ""),
    CONSTANT("static final int %1$s = %2$d;", "", ""),
    STATIC_FIELD("static int %1$s = %2$d;", "", ""),
    METHOD("int %1$s() { return %2$d; }", "", ""),
    STATIC_METHOD("static int %1$s() { return %2$d; }", "", ""),
    INHERITED_FIELD("", "protected int %1$s = %2$d;", ""),
    INHERITED_CONSTANT("", "static final int %1$s = %2$d;", ""),
    INHERITED_METHOD("", "public int %1$s() { return %2$d; }", ""),
    DEFAULT_METHOD("", "", "default int %1$s() { return %2$d; }"),
    INTERFACE_CONSTANT("", "", "int %1$s = %2$d;"),
    OVERRIDING("@Override int %1$s() { return %2$d; }", "int %1$s() { return -7; }", ""),
    IMPLEMENTING("@Override public int %1$s() { return %2$d; }", "", "int %1$s();"),
    HIDING("int %1$s = %2$d;", "static final int %1$s = -7;", "");

    final String own;
    final String inherited;
    final String ofInterface;

    Source(String own, String inherited, String ofInterface) {
      this.own = own;
      this.inherited = inherited;
      this.ofInterface = ofInterface;
    }

    boolean isMethod() {
      return (own + inherited + ofInterface).contains("()");
    }
  }

  private final Random random;
  private final Set<String> fields;
  private final List<String> names = new ArrayList<>(NAMES);
  private final Map<String, Integer> symbols = new LinkedHashMap<>();
  private final StringBuilder own = new StringBuilder();
  private final StringBuilder inherited = new StringBuilder();
  private final StringBuilder ofInterface = new StringBuilder();

  /**
   * @param fields the names of the weight fields, which only methods may share
   */
  SymbolicClass(Random random, Set<String> fields) {
    this.random = random;
    this.fields = fields;
    names.removeAll(fields);
    names.addAll(fields);
    Collections.shuffle(names, random);
  }

  /** A dimension as an entry of {@code dims}: a number, or a symbol, maybe one of before. */
  String entry(int value) {
    int choice = random.nextInt(4);
    if (choice == 0 || names.isEmpty()) {
      return Integer.toString(value);
    }
    List<String> same =
        symbols.keySet().stream().filter(name -> symbols.get(name) == value).toList();
    return choice == 1 && !same.isEmpty()
        ? same.get(random.nextInt(same.size()))
        : newSymbol(value);
  }

  private String newSymbol(int value) {
    String name = names.remove(0);
    Source source;
    do {
      source = Source.values()[random.nextInt(Source.values().length)];
    } while (fields.contains(name) && !source.isMethod());
    symbols.put(name, value);
    own.append("  ").append(source.own.formatted(name, value)).append('\n');
    inherited.append("  ").append(source.inherited.formatted(name, value)).append('\n');
    ofInterface.append("  ").append(source.ofInterface.formatted(name, value)).append('\n');
    return name;
  }

  /** The values of those entries that are symbols, each symbol once. */
  List<Integer> values(List<String> entries) {
    return entries.stream().filter(symbols::containsKey).distinct().map(symbols::get).toList();
  }

  /** Whether any dimension is a symbol. */
  boolean isSymbolic() {
    return !symbols.isEmpty();
  }

  /** The sources of the class with some weights, its superclass and its interface. */
  List<String> sources(String name, String weights) {
    return List.of(
        "interface Sized {\n" + ofInterface + "}\n",
        "class Base {\n" + inherited + "}\n",
        // Names stand for any dimension, be it "out" for the last of a kernel, and a bias for any
        // weights.
        "@SuppressWarnings(\"fanwise\")\nclass "
            + name
            + " extends Base implements Sized {\n"
            + own
            + weights
            + "}\n");
  }
}
