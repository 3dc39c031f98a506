package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as a tree of submodules, by the names of its parameters. Neighbours that are alike in all
 * but their number, as the blocks of a decoder, are one node.
 *
 * @param name its name in what holds it; of several {@code block0 … block6}
 * @param alike how many are alike
 * @param parameter the parameter that it is, of several the first; null for a module
 * @param children what it holds
 * @param suspicious how many parameters in it are
 */
public record Outline(
    String name, int alike, ParameterCard parameter, List<Outline> children, int suspicious) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]+)");

  public Outline {
    children = List.copyOf(children);
  }

  /** The tree of a card; its root has the model's name. */
  public static Outline of(Card card) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (ParameterCard one : card.parameters()) {
      insert(one.name(), one, tree);
    }
    return node(card.model().name(), tree, card);
  }

  @SuppressWarnings("unchecked") // Only insert fills these maps.
  private static void insert(String path, ParameterCard one, Map<String, Object> tree) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Object there = tree.get(name);
    if (dot < 0 || there instanceof ParameterCard) {
      tree.put(there == null ? name : path, one);
      return;
    }
    Map<String, Object> inner =
        (Map<String, Object>) tree.computeIfAbsent(name, any -> new LinkedHashMap<>());
    insert(path.substring(dot + 1), one, inner);
  }

  @SuppressWarnings("unchecked") // Only insert fills these maps.
  private static Outline node(String name, Object what, Card card) {
    if (what instanceof ParameterCard one) {
      return new Outline(name, 1, one, List.of(), card.isSuspicious(one) ? 1 : 0);
    }
    List<Outline> children = new ArrayList<>();
    String before = null;
    for (Map.Entry<String, Object> entry : ((Map<String, Object>) what).entrySet()) {
      Outline next = node(entry.getKey(), entry.getValue(), card);
      String kind = next.kind();
      int last = children.size() - 1;
      if (last >= 0 && next.suspicious == 0 && kind.equals(before)) {
        Outline merged = children.get(last).with(next);
        if (merged != null) {
          children.set(last, merged);
          continue;
        }
      }
      children.add(next);
      before = next.suspicious == 0 ? kind : null;
    }
    return new Outline(
        name, 1, null, children, children.stream().mapToInt(Outline::suspicious).sum());
  }

  /** All that must be the same for two to be alike. */
  private String kind() {
    if (parameter != null) {
      return parameter.of().shape().dimensions()
          + parameter.of().scheme().annotation()
          + (parameter.moments() == null
              ? parameter.of().derivation()
              : "" + parameter.moments().mean() + parameter.moments().std());
    }
    StringBuilder kind = new StringBuilder("(");
    children.forEach(child -> kind.append(child.name).append(child.kind()).append(';'));
    return kind.append(')').toString();
  }

  /** Both as one, if their numbers follow each other; else null. */
  private Outline with(Outline next) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    Matcher one = NUMBERED.matcher(last);
    Matcher two = NUMBERED.matcher(next.name);
    boolean follows =
        one.matches()
            && two.matches()
            && one.group(1).equals(two.group(1))
            && number(one.group(2)) + 1 == number(two.group(2));
    if (!follows) {
      return null;
    }
    String first = name.split(" ")[0];
    return new Outline(first + " … " + next.name, alike + 1, parameter, children, 0);
  }

  private static long number(String digits) {
    return digits.length() > 9 ? -1 : Long.parseLong(digits);
  }

  /** How many parameters there are in it. */
  public long parameters() {
    return parameter != null
        ? alike
        : alike * children.stream().mapToLong(Outline::parameters).sum();
  }

  /** The elements in it, as far as they are known. */
  public long elements() {
    if (parameter != null) {
      return parameter.isCounted() ? alike * parameter.elements() : 0;
    }
    return alike * children.stream().mapToLong(Outline::elements).sum();
  }

  /** Whether all its elements are counted. */
  public boolean isCounted() {
    return parameter != null
        ? parameter.isCounted()
        : children.stream().allMatch(Outline::isCounted);
  }
}
