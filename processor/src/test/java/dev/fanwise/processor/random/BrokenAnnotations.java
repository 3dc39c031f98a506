package dev.fanwise.processor.random;

import dev.fanwise.ConstantInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.LecunInit;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.ResidualScaled;
import dev.fanwise.Shape;
import dev.fanwise.StreamName;
import dev.fanwise.Submodule;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UnitVariance;
import dev.fanwise.VarianceScalingInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerOInit;
import dev.fanwise.ZerosInit;
import dev.fanwise.processor.scheme.Schemes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Uses of the annotations with members that are right now and then. */
final class BrokenAnnotations {
  private static final List<Class<? extends Annotation>> SCHEMES =
      Schemes.annotations().stream().map(BrokenAnnotations::type).toList();

  /** Those that take any matrix. */
  private static final List<Class<? extends Annotation>> PLAIN =
      List.of(
          XavierInit.class,
          KaimingInit.class,
          LecunInit.class,
          VarianceScalingInit.class,
          NormalInit.class,
          TruncatedNormalInit.class,
          ZerosInit.class,
          OnesInit.class,
          ConstantInit.class,
          OrthogonalInit.class,
          ZerOInit.class);

  private static final List<Class<? extends Annotation>> OTHERS =
      List.of(
          ResidualScaled.class,
          Precision.class,
          StreamName.class,
          UnitVariance.class,
          Submodule.class);

  private static final List<String> DOUBLES =
      List.of(
          "0",
          "1",
          "2",
          "0.5",
          "-1",
          "1e-3",
          "1e39",
          "1e-39",
          "1e308",
          "-0.0",
          "3",
          "100",
          "1e-320",
          "0.9",
          "Double.NaN",
          "1 / 0.0",
          "Double.NEGATIVE_INFINITY",
          "Float.MAX_VALUE",
          "'a'");

  private static final List<String> INTS =
      List.of(
          "1",
          "1",
          "2",
          "2",
          "3",
          "4",
          "8",
          "0",
          "-1",
          "64",
          "17",
          "512",
          "65536",
          "'\\n'",
          "2 * 3",
          "Integer.MAX_VALUE",
          "Integer.MIN_VALUE");

  /** What would break out of a literal, a comment, a format or a line. */
  private static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\" \"",
          "\"3\"",
          "\"w\"",
          "\"size\"",
          "\"units()\"",
          "\"*/ int x; /*\"",
          "\"\\\\u002a/\"",
          "\"\\n}\\n\"",
          "\"\\\"; }\"",
          "\"$T $L $S $$\"",
          "\"%s%n\"",
          "\"\\0\"",
          "\"\\ud800\"",
          "\"größe\"",
          "\"@link\"",
          "\"</pre>\"",
          "\"{@code\"",
          "\"\\u202e\"",
          "\"2147483648\"",
          "\"-3\"",
          "\"03\"",
          "\"" + "long ".repeat(2000) + "\"");

  private static final List<String> GOOD_DOUBLES = List.of("0.5", "0.9", "1", "2", "3", "1e-3");
  private static final List<String> GOOD_INTS = List.of("1", "2", "2", "4", "8");

  /** The name of an int field that every class has. */
  static final String SIZE = "count";

  private final Random random;
  private final double risk;
  private final List<String> names;

  /** Whether the shape at hand has names rather than numbers. */
  private boolean isSymbolic;

  /**
   * @param risk how likely it is that something is chosen badly
   * @param names of fields that text may name
   */
  BrokenAnnotations(Random random, double risk, List<String> names) {
    this.random = random;
    this.risk = risk;
    this.names = names;
  }

  private boolean isBad() {
    return random.nextDouble() < risk;
  }

  /** Annotations for a field, none of them twice: most often a shape and a scheme. */
  String of() {
    isSymbolic = random.nextInt(8) == 0;
    List<Class<? extends Annotation>> chosen = new ArrayList<>();
    if (!isBad()) {
      chosen.add(Shape.class);
    }
    if (!isBad()) {
      chosen.add(pick(random.nextInt(4) == 0 ? SCHEMES : PLAIN));
    }
    while (isBad()) {
      chosen.add(pick(random.nextBoolean() ? SCHEMES : OTHERS));
    }
    return chosen.stream().distinct().map(this::use).collect(Collectors.joining(" "));
  }

  private String use(Class<? extends Annotation> type) {
    List<String> members =
        Stream.of(type.getDeclaredMethods())
            .sorted(Comparator.comparing(Method::getName))
            .filter(member -> member.getDefaultValue() == null || isGiven(type, member))
            .map(member -> member.getName() + " = " + value(member))
            .toList();
    return "@" + type.getSimpleName() + "(" + String.join(", ", members) + ")";
  }

  private boolean isGiven(Class<? extends Annotation> type, Method member) {
    String name = member.getName();
    if (type == Shape.class && name.equals(isSymbolic ? "dims" : "value")) {
      return !isBad();
    }
    if (type == ResidualScaled.class && name.equals("layers")) {
      return !isBad();
    }
    return random.nextInt(type == Shape.class ? 60 : 12) == 0 || isBad() && isBad();
  }

  private String value(Method member) {
    Class<?> type = member.getReturnType();
    if (type == int.class) {
      return pick(isBad() ? INTS : GOOD_INTS);
    }
    if (type == double.class) {
      return pick(isBad() ? DOUBLES : GOOD_DOUBLES);
    }
    if (type == boolean.class) {
      return Boolean.toString(random.nextBoolean());
    }
    if (type == String.class) {
      return text();
    }
    if (type == int[].class) {
      return list(() -> pick(isBad() ? INTS : GOOD_INTS));
    }
    if (type == String[].class) {
      return list(() -> isBad() ? text() : random.nextBoolean() ? "\"3\"" : "\"" + SIZE + "\"");
    }
    return type.getSimpleName() + "." + pick(List.of(type.getEnumConstants()));
  }

  private String text() {
    return random.nextInt(3) > 0 && !isBad() ? '"' + pick(names) + '"' : pick(STRINGS);
  }

  private String list(Supplier<String> entry) {
    int length = isBad() ? random.nextInt(7) : 2 + random.nextInt(2);
    return IntStream.range(0, length)
        .mapToObj(i -> entry.get())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Class<? extends Annotation> type(String name) {
    try {
      return Class.forName(name).asSubclass(Annotation.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
