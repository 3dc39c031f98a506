package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.JavacCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that the encoding of the sources does not have, and comments that Javadoc takes. */
@Tag("javac")
class EncodingTest {
  /** Compiled as UTF-8: a library. */
  private static final String BASE =
      """
      package lib;
      import dev.fanwise.*;
      public class Base {
        @Shape({2, 3}) @XavierInit public float[] σ;
        public int größe() { return 2; }
        public static class Layer<Ψ extends Comparable<Ψ>> {
          @Shape({2, 3}) @XavierInit @StreamName("权重 𝛼") public float[] ω;
        }
      }
      """;

  /** In ASCII. */
  private static final String NET =
      """
      import dev.fanwise.*;
      class Net extends lib.Base {
        @Shape(dims = {"gr\\u00f6\\u00dfe", "3"}) @XavierInit float[] \\u03c7;
        @Shape(3) @ZerosInit float[] b;
        @Shape(7) @NormalInit @StreamName("a\\tb\\u2028\\ud835\\udefc \\\\ \\u00e9") float[] c;
        @Submodule lib.Base.Layer<String>[] d;
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void library() throws Exception {
    JavacCommand javac = new JavacCommand(folder).file("lib/Base.java", BASE);
    compile(javac, "libout", "-encoding", "UTF-8", "lib/Base.java").requireSuccess();
  }

  private static JavacCommand net() {
    return new JavacCommand(folder).file("Net.java", NET);
  }

  private static JavacCommand.Result compile(JavacCommand javac, String out, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", out, "-s", "gen-" + out));
    arguments.addAll(List.of("-cp", Javac.libraries() + File.pathSeparator + "libout"));
    arguments.addAll(List.of("-processorpath", Javac.processorPath()));
    arguments.addAll(List.of(more));
    Files.createDirectories(javac.folder().resolve("gen-" + out));
    return javac.run(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "US-ASCII", "UTF-16"})
  void theEncodingOfTheSourcesNeedNotHaveALibrarysLetters(String encoding) throws Exception {
    JavacCommand javac = net();
    Path net = folder.resolve("Net.java");
    Files.write(net, Files.readString(net).getBytes(encoding));
    compile(javac, encoding, "-encoding", encoding, "Net.java").requireSuccess();
    String source =
        new String(
            Files.readAllBytes(folder.resolve("gen-" + encoding + "/NetInitializer.java")),
            encoding);
    assertTrue(source.chars().allMatch(unit -> unit < 128), source);
  }

  /** Before JDK 18 javac reads and writes what the locale has, unless it is told otherwise. */
  @Test
  void theLocaleNeedNotHaveThem() throws Exception {
    JavacCommand javac = net().with("LANG", "C").with("LC_ALL", "C");
    compile(javac, "locale", "Net.java").requireSuccess();
  }

  @Test
  void commentsAreOnesThatJavadocTakes() throws Exception {
    JavacCommand javac =
        net()
            .file(
                "Block.java",
                """
                import dev.fanwise.*;
                /** A model. */
                public class Block {
                  /** Weights. */
                  @Shape({2, 3}) @XavierInit @StreamName("a\\tb <i>&{@link X} */ \\0 \\177") public float[] t;
                  /** Weights. */
                  @Shape({2, 3}) @XavierInit @StreamName(\"""
                    one
                    two\""") public float[] u;
                  /** New. */
                  public Block() {}
                }
                """);
    JavacCommand.Result result =
        compile(javac, "commented", "-Xdoclint:all/package,-missing", "Net.java", "Block.java");
    assertEquals(
        List.of(),
        result.printed().lines().filter(line -> line.contains("Initializer.java")).toList(),
        result.printed());
    assertTrue(result.succeeded(), result.printed());
  }
}
