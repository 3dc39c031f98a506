package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.read.ModelReader;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A value of another type in each member of each annotation: the compiler reports it, and Fanwise
 * adds nothing.
 */
class WrongValuesTest {
  /** A value in each kind of type that a member can have. */
  private enum Value {
    TEXT("\"2\"", String.class),
    TRUE("true", boolean.class),
    FRACTION("2.5", double.class),
    CLASS("String.class", null),
    ENUM("Thread.State.NEW", null),
    NULL("null", null),
    NO_CONSTANT("new java.util.Random().nextInt()", null),
    ANNOTATION("@Override", null);

    final String code;
    final Class<?> type;

    Value(String code, Class<?> type) {
      this.code = code;
      this.type = type;
    }
  }

  private static Stream<Class<?>> annotations() {
    return Stream.concat(ModelReader.annotations().stream(), Stream.of("dev.fanwise.RandomStream"))
        .sorted()
        .map(
            name -> {
              try {
                return Class.forName(name);
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
            });
  }

  /**
   * Models with one wrong value each.
   *
   * @param seesFlags whether the compiler tells true from 1
   */
  private static List<String> models(boolean seesFlags) {
    List<String> models = new ArrayList<>();
    annotations()
        .flatMap(annotation -> Stream.of(annotation.getDeclaredMethods()))
        .forEach(
            member -> {
              for (Value value : Value.values()) {
                boolean isOne = value == Value.TRUE && element(member) == int.class && !seesFlags;
                if (value.type != element(member) && !isOne) {
                  models.add(model(models.size(), member, value.code));
                  if (member.getReturnType().isArray()) {
                    models.add(model(models.size(), member, "{" + value.code + "}"));
                  }
                }
              }
            });
    return models;
  }

  private static Class<?> element(Method member) {
    Class<?> type = member.getReturnType();
    return type.isArray() ? type.getComponentType() : type;
  }

  private static String model(int number, Method member, String value) {
    Class<?> annotation = member.getDeclaringClass();
    String wrong = "@" + annotation.getSimpleName() + "(" + member.getName() + " = " + value + ")";
    String shape = annotation == dev.fanwise.Shape.class ? "" : "@Shape({2, 3}) ";
    String scheme = annotation.getSimpleName().endsWith("Init") ? "" : "@XavierInit ";
    boolean isOnClass = Arrays.asList(target(annotation)).contains(ElementType.TYPE);
    String name = "class Faulty" + number + " { ";
    return isOnClass && !Arrays.asList(target(annotation)).contains(ElementType.FIELD)
        ? wrong + " " + name + shape + scheme + "float[] w; }"
        : name + shape + scheme + wrong + " float[] w; }";
  }

  private static ElementType[] target(Class<?> annotation) {
    return ((Class<? extends Annotation>) annotation.asSubclass(Annotation.class))
        .getAnnotation(Target.class)
        .value();
  }

  private static Outcome check(Javac javac, boolean seesFlags) {
    List<String> sources = new ArrayList<>(models(seesFlags));
    assertTrue(sources.size() > 200, () -> sources.size() + " models");
    Set<String> files =
        sources.stream().map(Javac::fileName).collect(Collectors.toCollection(TreeSet::new));
    sources.add("class Healthy { @Shape({2, 3}) @XavierInit float[] w; }");
    Outcome outcome = javac.run(sources.toArray(String[]::new));
    assertEquals(List.of(), outcome.ownErrors());
    assertEquals(
        files,
        outcome.errors().stream()
            .map(Outcome.Error::file)
            .collect(Collectors.toCollection(TreeSet::new)));
    return outcome;
  }

  private static Javac javac() {
    return Javac.plainJavac().with(FanwiseProcessor::new);
  }

  /** Where it does not even ask processors. */
  @Test
  void areForJavacToReport() {
    check(javac().byJavac().options("-Xmaxerrs", "10000"), true);
  }

  /** It hands on true as 1 where an int is due. */
  @Test
  void areForEclipsesCompilerToReport() {
    Outcome outcome = check(javac().byEclipse().options("-maxProblems", "10000"), false);
    assertTrue(outcome.sources().containsKey("p.HealthyInitializer"));
  }
}
