package dev.fanwise.processor.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An annotation of ours, read without a compiler from the text that a user would write; members
 * that are not in it have their defaults.
 */
record Written(String name, Map<String, String> members) implements Arguments {
  private static final Pattern ANNOTATION =
      Pattern.compile("@(\\w+)(?:\\(((?:[^()\"]|\"[^\"]*\")*)\\))?");

  /** Commas that are in neither braces nor quotes. */
  private static final Pattern COMMA = Pattern.compile(", (?![^{]*\\})");

  /** All annotations in a text, in order. */
  static List<Written> in(String text) {
    List<Written> all = new ArrayList<>();
    for (Matcher found = ANNOTATION.matcher(text); found.find(); ) {
      Map<String, String> members = new LinkedHashMap<>();
      if (found.group(2) != null) {
        for (String member : COMMA.split(found.group(2))) {
          String[] parts = member.split(" = ", 2);
          members.put(parts.length == 1 ? "value" : parts[0], parts[parts.length - 1]);
        }
      }
      all.add(new Written(found.group(1), members));
    }
    return all;
  }

  /** The scheme, if it is one. */
  Scheme scheme() {
    return Schemes.reader("dev.fanwise." + name).orElseThrow().apply(this);
  }

  private Object defaultOf(String member) {
    try {
      return Class.forName("dev.fanwise." + name).getDeclaredMethod(member).getDefaultValue();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean isGiven(String member) {
    return members.containsKey(member);
  }

  @Override
  public double number(String member) {
    String text = members.get(member);
    if (text == null) {
      return (double) defaultOf(member);
    }
    return switch (text) {
      case "Double.NaN" -> Double.NaN;
      case "Double.POSITIVE_INFINITY" -> Double.POSITIVE_INFINITY;
      case "Double.NEGATIVE_INFINITY" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @Override
  public int integer(String member) {
    return isGiven(member) ? Integer.parseInt(members.get(member)) : (int) defaultOf(member);
  }

  @Override
  public List<Integer> integers(String member) {
    return texts(member).stream().map(Integer::valueOf).toList();
  }

  /** The entries of an array, without quotes; none by default. */
  List<String> texts(String member) {
    String text = members.getOrDefault(member, "{}").replaceAll("[{}\"]", "");
    return text.isEmpty() ? List.of() : List.of(text.split(", "));
  }

  @Override
  public boolean flag(String member) {
    return isGiven(member) ? members.get(member).equals("true") : (boolean) defaultOf(member);
  }

  @Override
  public String text(String member) {
    return isGiven(member) ? members.get(member).replace("\"", "") : (String) defaultOf(member);
  }

  @Override
  public <E extends Enum<E>> E constant(String member, Class<E> type) {
    return isGiven(member)
        ? Enum.valueOf(type, members.get(member).replaceAll(".*\\.", ""))
        : type.cast(defaultOf(member));
  }
}
