package dev.fanwise.processor.random;

import dev.fanwise.BiasInit;
import dev.fanwise.ChronoInit;
import dev.fanwise.ConstantInit;
import dev.fanwise.DeltaOrthogonalInit;
import dev.fanwise.DiracInit;
import dev.fanwise.ForgetGateInit;
import dev.fanwise.IdentityInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.LecunInit;
import dev.fanwise.MupInit;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.ResidualScaled;
import dev.fanwise.Shape;
import dev.fanwise.SirenInit;
import dev.fanwise.SparseInit;
import dev.fanwise.StreamName;
import dev.fanwise.Submodule;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.UniformInit;
import dev.fanwise.VarianceScalingInit;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerOInit;
import dev.fanwise.ZerosInit;
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
      List.of(
          XavierInit.class,
          KaimingInit.class,
          LecunInit.class,
          VarianceScalingInit.class,
          UniformInit.class,
          NormalInit.class,
          TruncatedNormalInit.class,
          ZerosInit.class,
          OnesInit.class,
          ConstantInit.class,
          IdentityInit.class,
          DiracInit.class,
          OrthogonalInit.class,
          DeltaOrthogonalInit.class,
          SparseInit.class,
          BiasInit.class,
          SirenInit.class,
          MupInit.class,
          ZerOInit.class,
          ChronoInit.class,
          ForgetGateInit.class);

  private static final List<Class<? extends Annotation>> OTHERS =
      List.of(ResidualScaled.class, Precision.class, StreamName.class, Submodule.class);

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

  private final Random random;
  private final List<String> names;

  /**
   * @param names of fields that text may name
   */
  BrokenAnnotations(Random random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  /** Annotations for a field, none of them twice: most often a shape and a scheme. */
  String of() {
    List<Class<? extends Annotation>> chosen = new ArrayList<>();
    if (random.nextInt(12) != 0) {
      chosen.add(Shape.class);
    }
    for (int schemes = random.nextInt(12); schemes > 0; schemes /= 12) {
      chosen.add(pick(SCHEMES));
    }
    if (random.nextInt(10) == 0) {
      chosen.add(pick(SCHEMES));
    }
    if (random.nextInt(5) == 0) {
      chosen.add(pick(OTHERS));
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
    boolean isMain = type == Shape.class && member.getName().equals("value");
    return random.nextInt(12) < (isMain ? 10 : 1);
  }

  private String value(Method member) {
    Class<?> type = member.getReturnType();
    if (type == int.class) {
      return pick(INTS);
    }
    if (type == double.class) {
      return pick(DOUBLES);
    }
    if (type == boolean.class) {
      return Boolean.toString(random.nextBoolean());
    }
    if (type == String.class) {
      return text();
    }
    if (type == int[].class) {
      return list(() -> pick(INTS.subList(0, random.nextInt(4) == 0 ? INTS.size() : 7)));
    }
    if (type == String[].class) {
      return list(this::text);
    }
    return type.getSimpleName() + "." + pick(List.of(type.getEnumConstants()));
  }

  private String text() {
    return random.nextBoolean() ? '"' + pick(names) + '"' : pick(STRINGS);
  }

  private String list(Supplier<String> entry) {
    int length = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4);
    return IntStream.range(0, length)
        .mapToObj(i -> entry.get())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
