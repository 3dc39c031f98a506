package dev.fanwise.processor.generated;

import static java.lang.reflect.Modifier.isFinal;
import static java.lang.reflect.Modifier.isPublic;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The classes that can be models. */
class ModelKindsTest {
  @Test
  void nestedClasses() {
    Outcome outcome =
        Javac.compile(
            """
            class Outer {
              static class Nested { @Shape(2) @OnesInit float[] w; }
              class Inner {
                @Shape(2) @OnesInit float[] w;
                class Innermost { @Shape(2) @OnesInit float[] w; }
              }
              interface Face { class Nested { @Shape(2) @OnesInit float[] w; } }
              enum Kind {
                ONE;
                @Shape(2) @OnesInit float[] w;
              }
            }
            """);
    assertEquals(
        Set.of(
            "p.Outer_NestedInitializer",
            "p.Outer_InnerInitializer",
            "p.Outer_Inner_InnermostInitializer",
            "p.Outer_Face_NestedInitializer",
            "p.Outer_KindInitializer"),
        outcome.sources().keySet());
    ClassLoader loader = outcome.load();
    Object outer = newOuter(loader);
    Model inner = Model.of(loader, "p.Outer$Inner", outer);
    for (Model model :
        new Model[] {
          Model.of(loader, "p.Outer$Nested"),
          inner,
          Model.of(loader, "p.Outer$Inner$Innermost", inner.object()),
          Model.of(loader, "p.Outer$Face$Nested"),
        }) {
      assertSame(model.object(), model.initialize(1));
      assertArrayEquals(new float[] {1, 1}, (float[]) model.get("w"));
    }
  }

  @Test
  void genericClasses() {
    Outcome outcome =
        Javac.compile(
            """
            class Outer<A extends Comparable<? super A> & java.io.Serializable, B extends A> {
              @Shape(2) @OnesInit float[] w;
              class Inner<C extends java.util.Map<? extends B, ?>, D extends java.util.List<int[]>, E> {
                @Shape(2) @OnesInit float[] w;
              }
              static class Nested<A extends java.util.Map.Entry<float[][], Outer<String, String>>> {
                @Shape(2) @OnesInit float[] w;
              }
            }
            """,
            """
            class User {
              static Outer<String, String> outer(Outer<String, String> outer) {
                return OuterInitializer.initialize(outer, 1);
              }
              static <K> Outer<String, String>.Inner<java.util.Map<String, K>,
                  java.util.List<int[]>, Long> inner(Outer<String, String> outer) {
                Outer<String, String>.Inner<java.util.Map<String, K>, java.util.List<int[]>, Long>
                    inner = outer.new Inner<>();
                return Outer_InnerInitializer.initialize(inner, 1);
              }
            }
            """);
    assertSignature(
        outcome,
        "p.OuterInitializer",
        "public static <ModelT extends Outer<?, ?>> ModelT initialize(ModelT model, long seed) {");
    assertSignature(
        outcome,
        "p.Outer_InnerInitializer",
        "public static <ModelT extends Outer<?, ?>.Inner<?, ?, ?>> ModelT initialize(ModelT model,"
            + " long seed) {");
    assertSignature(
        outcome,
        "p.Outer_NestedInitializer",
        "public static void check(Outer.Nested<?> model, CharSequence path) {");
    Model model = Model.of(outcome, "p.Outer");
    model.initialize(1);
    assertArrayEquals(new float[] {1, 1}, (float[]) model.get("w"));
  }

  private static void assertSignature(Outcome outcome, String initializer, String signature) {
    String onOneLine = outcome.source(initializer).replaceAll("\\s+", " ").replace("( ", "(");
    assertTrue(onOneLine.contains(signature), onOneLine);
  }

  @Test
  void theInitialiserIsPublicOnlyIfAllAroundTheModelIs() {
    Outcome outcome =
        Javac.compile(
            """
            public class Open {
              @Shape(2) @OnesInit float[] w;
              public static class Nested { @Shape(2) @OnesInit float[] w; }
              static class Hidden {
                @Shape(2) @OnesInit float[] w;
                public static class Nested { @Shape(2) @OnesInit float[] w; }
              }
              protected static class Shielded { @Shape(2) @OnesInit float[] w; }
              public interface Face { class Nested { @Shape(2) @OnesInit float[] w; } }
            }
            """,
            "class Closed { public static class Nested { @Shape(2) @OnesInit float[] w; } }");
    ClassLoader loader = outcome.load();
    Set<String> open =
        Set.of("p.OpenInitializer", "p.Open_NestedInitializer", "p.Open_Face_NestedInitializer");
    assertEquals(7, outcome.sources().size());
    for (String name : outcome.sources().keySet()) {
      Class<?> type = load(loader, name);
      assertEquals(open.contains(name), isPublic(type.getModifiers()), name);
      assertTrue(isFinal(type.getModifiers()), name);
      assertEquals(0, type.getConstructors().length);
      for (Method method : type.getDeclaredMethods()) {
        boolean helper =
            method.isSynthetic()
                || method.getName().equals("allocateFields")
                || method.getName().equals("list") && method.getParameterCount() == 2;
        assertEquals(!helper, isPublic(method.getModifiers()), method::toString);
      }
    }
  }

  @Test
  void theUnnamedPackage() {
    Outcome outcome =
        Javac.compile(
            "import dev.fanwise.*;\nclass Lone { @Shape(2) @OnesInit float[] w; static class In {"
                + " @Shape(3) @OnesInit float[] w; } }");
    assertEquals(Set.of("LoneInitializer", "Lone_InInitializer"), outcome.sources().keySet());
    assertFalse(outcome.source("LoneInitializer").contains("package"));
    Model model = Model.of(outcome, "Lone");
    model.initialize(1);
    assertArrayEquals(new float[] {1, 1}, (float[]) model.get("w"));
  }

  @Test
  void severalInOneFile() {
    // javac itself frowns on what is not named as its file, wherever it is used.
    Outcome outcome =
        Javac.javac()
            .options("-Xlint:-auxiliaryclass")
            .run(
                """
                class One { @Shape(2) @OnesInit float[] w; }
                class Two { @Shape(2) @ZerosInit float[] w; }
                """)
            .requireSuccess();
    assertEquals(Set.of("p.OneInitializer", "p.TwoInitializer"), outcome.sources().keySet());
  }

  @Test
  void aClassWithoutWeightsOfItsOwnIsNone() {
    Outcome outcome =
        Javac.compile(
            "class Base { @Shape(2) @OnesInit float[] w; }",
            "class Sub extends Base { float[] other; }");
    assertEquals(Set.of("p.BaseInitializer"), outcome.sources().keySet());
  }

  private static Object newOuter(ClassLoader loader) {
    try {
      var constructor = load(loader, "p.Outer").getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
