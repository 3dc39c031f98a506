package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.report.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Properties of which kapt shows no field. The metadata is that of Kotlin 2.4.21 for
 *
 * <pre>
 * class Odd {
 *   &#64;JvmField &#64;Shape(4, 3) &#64;XavierInit var default: FloatArray? = null
 *   &#64;JvmField &#64;Shape(4, 3) &#64;XavierInit var `a b`: FloatArray? = null
 *   &#64;JvmField &#64;Shape(4, 3) &#64;XavierInit var kept: FloatArray? = null
 *   &#64;Shape(4, 3) &#64;XavierInit lateinit var new: FloatArray
 *   &#64;JvmField var `class`: FloatArray? = null
 *   var `package`: String = ""
 * }
 * </pre>
 */
class KotlinNameTest {
  static final Problem WARNING = Problem.KOTLIN_NAME;

  private static final String METADATA =
      """
      package kotlin;
      public @interface Metadata {
        int k() default 1;
        String[] d1() default {};
        String[] d2() default {};
      }
      """;

  private static final String D1 =
      "\"\\u0000*\\n\\u0002\\u0018\\u0002\\n\\u0002\\u0010\\u0000\\n\\u0002\\b\\u0003\\n"
          + "\\u0002\\u0010\\u0014\\n\\u0002\\u0018\\u0002\\n\\u0002\\u0018\\u0002\\n\\u0000"
          + "\\n\\u0002\\u0018\\u0002\\n\\u0002\\b\\t\\n\\u0002\\u0010\\u000e\\n\\u0002\\b"
          + "\\u0005\\u0018\\u00002\\u00020\\u0001B\\u0007\\u00a2\\u0006\\u0004\\b\\u0002"
          + "\\u0010\\u0003R7\\u0010\\u0004\\u001a\\u0004\\u0018\\u00010\\u00058\\u0006@"
          + "\\u0006X\\u0087\\u000e\\u0092\\u0002\\u0002\\b\\u0006\\u0092\\u0002\\u0016\\b"
          + "\\u0007\\u0012\\u0012\\b\\b\\u0012\\u000e\\b\\fJ\\u0004\\b\\u0003\\u0010\\bJ"
          + "\\u0004\\b\\u0003\\u0010\\u0006\\u0092\\u0002\\u0002\\b\\t\\u00a2\\u0006\\u0002"
          + "\\n\\u0000R7\\u0010\\n\\u001a\\u0004\\u0018\\u00010\\u00058\\u0006@\\u0006X"
          + "\\u0087\\u000e\\u0092\\u0002\\u0002\\b\\u0006\\u0092\\u0002\\u0016\\b\\u0007"
          + "\\u0012\\u0012\\b\\b\\u0012\\u000e\\b\\fJ\\u0004\\b\\u0003\\u0010\\bJ\\u0004\\b"
          + "\\u0003\\u0010\\u0006\\u0092\\u0002\\u0002\\b\\t\\u00a2\\u0006\\u0002\\n\\u0000R"
          + "7\\u0010\\u000b\\u001a\\u0004\\u0018\\u00010\\u00058\\u0006@\\u0006X\\u0087"
          + "\\u000e\\u0092\\u0002\\u0002\\b\\u0006\\u0092\\u0002\\u0016\\b\\u0007\\u0012"
          + "\\u0012\\b\\b\\u0012\\u000e\\b\\fJ\\u0004\\b\\u0003\\u0010\\bJ\\u0004\\b\\u0003"
          + "\\u0010\\u0006\\u0092\\u0002\\u0002\\b\\t\\u00a2\\u0006\\u0002\\n\\u0000R<"
          + "\\u0010\\f\\u001a\\u00020\\u00058\\u0006@\\u0006X\\u0087.\\u0092\\u0002\\u0016"
          + "\\b\\u0007\\u0012\\u0012\\b\\b\\u0012\\u000e\\b\\fJ\\u0004\\b\\u0003\\u0010\\bJ"
          + "\\u0004\\b\\u0003\\u0010\\u0006\\u0092\\u0002\\u0002\\b\\t\\u00a2\\u0006\\u000e"
          + "\\n\\u0000\\u001a\\u0004\\b\\r\\u0010\\u000e\\\"\\u0004\\b\\u000f\\u0010\\u0010R"
          + "\\u0019\\u0010\\u0011\\u001a\\u0004\\u0018\\u00010\\u00058\\u0006@\\u0006X"
          + "\\u0087\\u000e\\u0092\\u0002\\u0002\\b\\u0006\\u00a2\\u0006\\u0002\\n\\u0000R"
          + "\\u001a\\u0010\\u0012\\u001a\\u00020\\u0013X\\u0086\\u000e\\u00a2\\u0006\\u000e"
          + "\\n\\u0000\\u001a\\u0004\\b\\u0014\\u0010\\u0015\\\"\\u0004\\b\\u0016\\u0010"
          + "\\u0017\\u00a8\\u0006\\u0018\"";

  private static final String D2 =
      "\"LOdd;\", \"\", \"<init>\", \"()V\", \"default\", \"\", "
          + "\"Lkotlin/jvm/JvmField;\", \"Ldev/fanwise/Shape;\", \"value\", "
          + "\"Ldev/fanwise/XavierInit;\", \"a b\", \"kept\", \"new\", \"getNew\", \"()[F\", "
          + "\"setNew\", \"([F)V\", \"class\", \"package\", \"\", \"getPackage\", "
          + "\"()Ljava/lang/String;\", \"setPackage\", \"(Ljava/lang/String;)V\", "
          + "\"kotlin\"";

  private static List<String> warnings(String d1, String d2, String body) {
    return Javac.javac()
        .run("@kotlin.Metadata(k = 1, d1 = {" + d1 + "}, d2 = {" + d2 + "})\n" + body, METADATA)
        .diagnostics()
        .stream()
        .map(one -> one.getMessage(Locale.ROOT))
        .filter(text -> text.startsWith("[Fanwise:"))
        .toList();
  }

  private static String warning(String name, String type) {
    return "[Fanwise:KotlinName] "
        + name
        + " of "
        + type
        + " has Fanwise's annotations, but kapt shows no field of that name, so that nothing fills"
        + " it: it leaves out what is no name in Java. Give it another name.";
  }

  @Test
  void theAnnotatedPropertiesWithoutFieldsAreNamed() {
    assertEquals(
        List.of(warning("default", "Odd"), warning("a b", "Odd"), warning("new", "Odd")),
        warnings(
            D1,
            D2,
            "public final class Odd {\n"
                + "  @Shape({4, 3}) @XavierInit public float[] kept;\n"
                + "  public final float[] getNew() { return null; }\n"
                + "}\n"));
  }

  /** Nothing of it makes Fanwise known to javac but the metadata. */
  @Test
  void aClassThatHasLostAll() {
    assertEquals(4, warnings(D1, D2, "public final class Odd {}\n").size());
  }

  @Test
  void fieldsThatAreThereAreNone() {
    String one = "\"\\u0000\\u0000R\\u0007\\u0010\\u0000\\u0092\\u0002\\u0002\\b\\u0001\"";
    String two = "\"w\", \"Ldev/fanwise/Shape;\"";
    assertEquals(
        List.of(), warnings(one, two, "class Net { @Shape(2) @ZerosInit public float[] w; }\n"));
    assertEquals(List.of(warning("w", "Net")), warnings(one, two, "class Net {}\n"));
  }

  /** A companion's are static in the class around it. */
  @Test
  void aCompanionsFieldIsElsewhere() {
    String source =
        """
        class Net {
          static float[] w;
          @kotlin.Metadata(
              d1 = "\\u0000\\u0000R\\u0007\\u0010\\u0000\\u0092\\u0002\\u0002\\b\\u0001",
              d2 = {"w", "Ldev/fanwise/Shape;"})
          static class Companion {}
        }
        """;
    assertEquals(List.of(), warnings("", "", source));
  }

  /** Other annotations, older metadata, and what is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"|",
        "|",
        "\"\\u0000\"|\"w\"",
        "\"\\u0000\\u00ff\\u00ff\\u00ff\"|\"w\"",
        "\"\\u0000\\u0000R\\u0007\\u0010\\u0000\\u0092\"|\"w\", \"Ldev/fanwise/Shape;\"",
        "\"\\u0000\\u0000R\\u0007\\u0010\\u0000\\u0092\\u0002\\u0002\\b\\u0001\"|\"w\","
            + " \"Lkotlin/jvm/JvmField;\"",
        "\"\\u0000\\u0000R\\u0007\\u0010\\u0000\\u0092\\u0002\\u0002\\b\\u0009\"|\"w\","
            + " \"Ldev/fanwise/Shape;\"",
        "\"\\u0000\\u0000R\\u0002\\u0010\\u0000\"|\"w\", \"Ldev/fanwise/Shape;\"",
        "\"R7\\u0010\\u0004\"|\"w\"",
      })
  void allElseIsNoReason(String metadata) {
    String[] parts = metadata.split("\\|", 2);
    assertEquals(List.of(), warnings(parts[0], parts[1], "class Net {}\n"));
  }
}
