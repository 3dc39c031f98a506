package dev.fanwise.processor.harness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same weights in fields of every kind: a model class for each kind, with the same names and so
 * with the same random streams.
 */
public final class EveryKind {
  private final StringBuilder[] bodies = new StringBuilder[FieldKind.values().length];
  private final Map<FieldKind, Class<?>> models = new EnumMap<>(FieldKind.class);
  private final Map<String, Model> initialized = new HashMap<>();

  public EveryKind() {
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = new StringBuilder();
    }
  }

  /** Adds a field of each kind. */
  public EveryKind add(String name, String annotations, int rank) {
    for (FieldKind kind : FieldKind.values()) {
      String field = annotations + " " + kind.type(rank) + " " + name + ";\n";
      bodies[kind.ordinal()].append("  ").append(field);
    }
    return this;
  }

  public EveryKind compile() {
    List<String> sources = new ArrayList<>();
    for (FieldKind kind : FieldKind.values()) {
      sources.add("class In" + kind + " {\n" + bodies[kind.ordinal()] + "}\n");
    }
    ClassLoader loader = Javac.compile(sources.toArray(String[]::new)).load();
    try {
      for (FieldKind kind : FieldKind.values()) {
        models.put(kind, loader.loadClass("p.In" + kind));
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** An object of the model with fields of a kind, all null before {@code initialize}. */
  public Model initialized(FieldKind kind, long seed) {
    return initialized.computeIfAbsent(
        kind + " " + seed,
        any -> {
          Class<?> type = models.get(kind);
          Model model = Model.of(type.getClassLoader(), type.getName());
          model.initialize(seed);
          return model;
        });
  }

  /** The elements of a field of a kind, as {@code initialize} leaves them. */
  public double[] elements(FieldKind kind, String name, long seed) {
    return kind.read(initialized(kind, seed).get(name));
  }
}
