package dev.fanwise.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with what it was given, and how the command says so. */
class InspectRefusalsTest extends InspectedModels {
  @Test
  void whatIsMissingOrForeign() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path one = classes.resolve("p/Net.class");
    Path other =
        compile("other", List.of("-proc:none"), "package p;\nclass Other { float[] weights; }\n");
    assertRefused(2, "nowhere does not exist.", "nowhere");
    assertRefused(2, text + " is neither a jar nor a folder of classes", text);
    assertRefused(
        2, one + " is one class. Give the folder that its package begins in, or a jar.", one);
    assertRefused(
        1, empty + " has no classes. Give a jar of classes, or the folder they are in.", empty);
    assertRefused(
        1, "None of the 1 classes in " + other + " has a field with Fanwise's annotations.", other);
    assertRefused(2, "Missing required parameter: 'PATH'");
    assertRefused(2, "Unknown option: '--pdf'", classes, "--pdf");
    assertRefused(2, "Invalid value for option '--seed'", classes, "--seed", "x");
  }

  private static void assertRefused(int code, String text, Object... arguments) {
    Result result = run(arguments);
    assertTrue(result.err().startsWith(text), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals("", result.out());
    assertEquals(code, result.code());
  }

  @Test
  void classesInTheWrongPlaceAreLeftOutAloud() throws IOException {
    Result result = run(jar(classes, "BOOT-INF/classes/"));
    assertEquals(1, result.code());
    assertTrue(
        result
            .err()
            .contains(
                "BOOT-INF/classes/p/Net.class is left out: as class p.Net it belongs to another"
                    + " folder or jar. Give that one."),
        result.err());
  }

  @Test
  void aDamagedClassDoesNotStopTheOthers() throws IOException {
    Files.writeString(classes.resolve("p/Text.class"), "not a class at all");
    byte[] bytes = Files.readAllBytes(classes.resolve("p/Net.class"));
    Files.write(classes.resolve("p/Half.class"), Arrays.copyOf(bytes, bytes.length / 2));
    Result result = run(classes, "-m", "Net");
    assertEquals(0, result.code(), result.err());
    assertEquals(
        "p/Half.class is left out: damaged.\np/Text.class is left out: no class file.\n",
        result.err().replace("\r", ""));
  }

  @Test
  void classesNewerThanTheCompiler() throws IOException {
    Path net = classes.resolve("p/Net.class");
    byte[] bytes = Files.readAllBytes(net);
    bytes[7] = (byte) (44 + 99);
    Files.write(net, bytes);
    assertRefused(
        3,
        "The classes need Java 99, and this is Java "
            + Runtime.version().feature()
            + ". Run this with a JDK of that release or a newer one.",
        classes);
  }

  @Test
  void whatTheModelsNeedMayBeElsewhere() throws IOException {
    Path base = Files.createDirectories(folder.resolve("base/p"));
    Files.move(classes.resolve("p/Base.class"), base.resolve("Base.class"));
    Result without = run(classes, "-m", "Net");
    assertEquals(1, without.code());
    assertTrue(
        without.err().contains("Base") && without.err().contains("name them with --class-path."),
        without.err());
    Result with = run(classes, "-m", "Net", "--class-path", folder.resolve("base"));
    assertEquals(0, with.code(), with.err());
    assertTrue(with.out().contains("inherited"));
  }

  @Test
  void aFaultyModelIsRefusedInTheProcessorsWords() throws IOException {
    Path faulty =
        compile(
            "faulty",
            List.of("-proc:none"),
            "package p;\nclass Bad { @dev.fanwise.Shape({3, 0}) @dev.fanwise.XavierInit float[] w; }\n");
    Result result = run(faulty);
    assertEquals(1, result.code());
    assertTrue(
        result.err().startsWith("The processor does not accept p.Bad:\n  [Fanwise:"), result.err());
  }
}
