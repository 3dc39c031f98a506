package dev.fanwise.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Shape;
import dev.fanwise.adapt.Lsuv;
import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.runtime.Fill;
import dev.fanwise.samples.twin.Twin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** No reflection in what a program with Fanwise ships: annotations, runtime, generated classes. */
class NoReflectionTest {
  private static void assertClean(Map<String, byte[]> classes) {
    Map<String, List<String>> found = new TreeMap<>();
    classes.forEach((path, bytes) -> found.put(path, ReflectionScan.of(bytes)));
    found.values().removeIf(List::isEmpty);
    assertEquals(Map.of(), found);
  }

  /** Generated classes, with the lambdas and local classes in them. */
  private static Map<String, byte[]> generated(Class<?> beside) {
    Map<String, byte[]> classes = ClassFiles.beside(beside);
    classes.keySet().removeIf(path -> !path.matches(".*Initializer(\\$.*)?\\.class"));
    return classes;
  }

  @Test
  void annotations() {
    Map<String, byte[]> classes = ClassFiles.beside(Shape.class);
    assertTrue(classes.containsKey("dev/fanwise/XavierInit.class"));
    assertClean(classes);
  }

  @Test
  void runtime() {
    Map<String, byte[]> classes = ClassFiles.beside(Fill.class);
    assertTrue(classes.containsKey("dev/fanwise/runtime/Shards.class"));
    assertClean(classes);
  }

  @Test
  void checkpoint() {
    Map<String, byte[]> classes = ClassFiles.beside(Safetensors.class);
    assertTrue(classes.containsKey("dev/fanwise/checkpoint/SafetensorsHeader.class"));
    assertClean(classes);
  }

  @Test
  void adapt() {
    Map<String, byte[]> classes = ClassFiles.beside(Lsuv.class);
    assertTrue(classes.containsKey("dev/fanwise/adapt/Fitting.class"));
    assertClean(classes);
  }

  @Test
  void generatedClasses() {
    Map<String, byte[]> classes = generated(Main.class);
    assertTrue(classes.containsKey("dev/fanwise/platform/TreeInitializer.class"));
    assertClean(classes);
  }

  @Test
  void generatedClassesOfTheSamples() {
    Map<String, byte[]> classes = generated(Twin.class);
    assertTrue(classes.containsKey("dev/fanwise/samples/gpt/GptInitializer.class"));
    assertClean(classes);
  }

  /** All of this module but the control, so that the platforms' proofs are of direct calls. */
  @Test
  void theProgramButItsControl() {
    Map<String, byte[]> classes = ClassFiles.beside(Main.class);
    byte[] control = classes.remove("dev/fanwise/platform/Control.class");
    assertClean(classes);
    assertEquals(
        List.of(
            "java/lang/Class.forName",
            "java/lang/Class.getDeclaredMethod",
            "java/lang/reflect/Method"),
        ReflectionScan.of(control));
  }

  @ParameterizedTest
  @CsvSource({
    "ByName, java/lang/Class.forName",
    "Referred, java/lang/Class.forName",
    "Reflective, java/lang/reflect/Method",
    "Members, java/lang/Class.getDeclaredFields",
    "NewArray, java/lang/reflect/Array",
    "Handles, java/lang/invoke/MethodHandles",
    "Services, java/util/ServiceLoader",
    "Resource, java/lang/Class.getResource",
    "Loader, java/lang/ClassLoader.loadClass",
    "EnumByName, java/lang/Enum.valueOf",
    "Bootstrapped, java/lang/runtime/ObjectMethods.bootstrap"
  })
  void findsWhatIsPlanted(String planted, String expected) {
    List<String> found = ReflectionScan.of(planted(planted));
    assertTrue(found.contains(expected), () -> planted + ": " + found);
  }

  @Test
  void findsUnsafe() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, 0, "p/A", null, "java/lang/Object", null);
    writer.visitField(0, "unsafe", "[Lsun/misc/Unsafe;", null, null);
    assertEquals(List.of("sun/misc/Unsafe"), ReflectionScan.of(writer.toByteArray()));
  }

  @Test
  void letsLambdasConcatenationsAndEnumsPass() {
    assertEquals(List.of(), ReflectionScan.of(planted("Innocent")));
    assertEquals(List.of(), ReflectionScan.of(planted("Innocent$Nothing")));
  }

  private static byte[] planted(String name) {
    return ClassFiles.beside(Planted.class).get("dev/fanwise/platform/Planted$" + name + ".class");
  }
}
