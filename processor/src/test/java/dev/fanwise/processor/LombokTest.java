package dev.fanwise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.ClassWriting;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Marked;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose modifiers Lombok changes: it runs in the same javac, before Fanwise or after it. */
public class LombokTest {
  /** The problem that no compiler has without another processor. */
  public static final Problem LATE = Problem.MADE_FINAL;

  private static final String HEADER =
      "package p;\nimport dev.fanwise.*;\nimport lombok.*;\nimport lombok.experimental.*;\n";

  private static final String IN_GENERATED_CODE = "Initializer.java";

  /** Which of the two stands first on the processor path. */
  enum Order {
    LOMBOK_FIRST,
    FANWISE_FIRST;

    Javac javac() {
      Javac javac =
          this == LOMBOK_FIRST
              ? Javac.plainJavac().withLombok().with(FanwiseProcessor::new)
              : Javac.plainJavac().with(FanwiseProcessor::new).withLombok();
      return javac.release(17);
    }
  }

  private static String[] withHeader(String... sources) {
    return Arrays.stream(sources).map(source -> HEADER + source).toArray(String[]::new);
  }

  private static Model model(Order order, String source, Object... arguments) {
    Outcome outcome = order.javac().run(withHeader(source)).requireSuccess();
    return Model.of(outcome, "p.Net", arguments);
  }

  /** That what is marked in the sources is told in its place, by Fanwise, and nothing else. */
  private static void assertTold(Javac javac, List<String> texts, String... marked) {
    List<Marked> sources = Stream.of(withHeader(marked)).map(Marked::of).toList();
    Outcome outcome = javac.run(sources.stream().map(Marked::code).toArray(String[]::new));
    assertFalse(outcome.succeeded());
    assertEquals(texts, outcome.errors().stream().map(Outcome.Error::text).toList());
    List<String> places =
        sources.stream()
            .flatMap(
                source ->
                    source.places().stream()
                        .map(
                            place ->
                                Javac.fileName(source.code())
                                    + ":"
                                    + place.line()
                                    + ":"
                                    + place.column()))
            .toList();
    assertEquals(
        places,
        outcome.errors().stream()
            .map(error -> error.file() + ":" + error.line() + ":" + error.column())
            .toList());
    assertTrue(
        outcome.diagnostics().stream().noneMatch(one -> one.toString().contains(IN_GENERATED_CODE)),
        () -> outcome.diagnostics().toString());
  }

  private static String isPrivate(String field, String fix) {
    return "[Fanwise:PrivateField] "
        + field
        + " is private, so generated code cannot reach it. "
        + fix
        + ".";
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void valueMakesPrivateAndFinal(Order order) {
    String fix =
        "Lombok's @Value makes it private: add @PackagePrivate, and @NonFinal if it is to be given"
            + " an array";
    String nonFinalFix = "Lombok's @Value makes it private: add @PackagePrivate";
    assertTold(
        order.javac(),
        List.of(isPrivate("w", fix), isPrivate("x", nonFinalFix), isPrivate("layer", fix)),
        """
        @Value class Net {
          @Shape({2, 3}) @XavierInit float[] ▸w;
          @NonFinal @Shape({2, 3}) @XavierInit float[] ▸x;
          ▸@Submodule Layer layer;
          @PackagePrivate @Shape(3) @ZerosInit float[] b;
        }
        """,
        """
        class Layer { @Shape({2, 3}) @XavierInit float[] w; }
        """);
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void whatIsMadeFinalIsFilledInPlace(Order order) {
    float[] given = new float[2];
    Model model =
        model(
            order,
            """
            @Value class Net {
              @PackagePrivate @Shape({2, 3}) @XavierInit float[] w = new float[6];
              public @Shape(3) @OnesInit float[] ones = new float[3];
              protected @Shape(2) @OnesInit float[] given;
              @PackagePrivate @NonFinal @Shape(2) @OnesInit float[] assigned;
              float[] other = null;
            }
            """,
            given,
            null);
    model.initialize(7);
    assertArrayEquals(new float[] {1, 1, 1}, (float[]) model.get("ones"));
    assertArrayEquals(new float[] {1, 1}, given);
    assertArrayEquals(new float[] {1, 1}, (float[]) model.get("assigned"));
    assertTrue(((float[]) model.get("w"))[0] != 0);
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void whatIsMadeFinalAndNullIsAnError(Order order) {
    Model model =
        model(
            order,
            """
            @Value class Net { public @Shape(2) @OnesInit float[] w; }
            """,
            (Object) null);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> model.initialize(7));
    assertTrue(error.getMessage().startsWith("Net.w is null"), error.getMessage());
  }

  /** Levels, and what has a modifier or a word of Lombok's already. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void fieldDefaultsChangeWhatSaysNothing(Order order) {
    Model model =
        model(
            order,
            """
            @FieldDefaults(level = AccessLevel.PRIVATE, makeFinal = true) class Net {
              public @NonFinal @Shape(2) @OnesInit float[] a;
              protected @Shape(2) @OnesInit float[] b = new float[2];
              @PackagePrivate @Shape(2) @OnesInit float[] c = new float[2];
              @PackagePrivate @NonFinal @Shape(2) @OnesInit float[] d;
              @Shape(2) @OnesInit float[] $e;
            }
            """);
    model.initialize(7);
    assertEquals(List.of("a", "b", "c", "d", "$e"), model.names());
    assertNotNull(model.get("$e"));
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void fieldDefaultsOverrideValue(Order order) {
    Model model =
        model(
            order,
            """
            @Value @FieldDefaults(level = AccessLevel.PUBLIC) class Net {
              @Shape(2) @OnesInit float[] w;
            }
            """,
            (Object) null);
    assertNull(model.get("w"));
    model.initialize(7);
    assertArrayEquals(new float[] {1, 1}, (float[]) model.get("w"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Data class Net { WEIGHTS }",
        "@Builder(toBuilder = true) class Net { WEIGHTS }",
        "@Value class Net { static class Part { WEIGHTS } }",
        "class Net { WEIGHTS @FieldDefaults(level = AccessLevel.PRIVATE) static class Part { int n;"
            + " } }",
        "@Getter @Setter @With @AllArgsConstructor @EqualsAndHashCode @ToString class Net { WEIGHTS"
            + " }",
        "@FieldDefaults(level = AccessLevel.PROTECTED) class Net { WEIGHTS }",
      })
  void allElseStays(String source) {
    for (Order order : Order.values()) {
      String weights = "@Shape({2, 3}) @XavierInit float[] w;";
      order.javac().run(withHeader(source.replace("WEIGHTS", weights))).requireSuccess();
    }
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void dimensionsAreMadePrivateToo(Order order) {
    assertTold(
        order.javac(),
        List.of(
            "[Fanwise:DimsPrivate] \"units\" in dims of w is private in Net, so generated code"
                + " cannot read it. Lombok's @FieldDefaults makes it private: add @PackagePrivate,"
                + " or name a method that you write."),
        """
        @FieldDefaults(level = AccessLevel.PRIVATE) class Net {
          int units;
          @PackagePrivate int inputs;
          int rows() { return 2 * units; }
          public @Shape(dims = {▸"units", "inputs", "rows"}) @ZerosInit float[] w;
        }
        """);
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aFieldThatIsMadePublicIsInReach(Order order) {
    order
        .javac()
        .run(
            """
            package q;
            import dev.fanwise.*;
            @lombok.experimental.FieldDefaults(level = lombok.AccessLevel.PUBLIC)
            public class Base { @Shape({2, 3}) @XavierInit float[] inherited; }
            """,
            HEADER + "class Net extends q.Base { @Shape(2) @OnesInit float[] ones; }\n")
        .requireSuccess();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void utilityClassMakesStatic(Order order) {
    assertTold(
        order.javac(),
        List.of(
            "[Fanwise:StaticField] w is static, but weights belong to a model object. Remove"
                + " Lombok's @UtilityClass."),
        """
        @UtilityClass class Net {
          @Shape({2, 3}) @XavierInit float[] ▸w;
          class Part { @Shape({2, 3}) @XavierInit float[] w; }
        }
        """);
  }

  /** By then Lombok has done its work, and its annotations are gone. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void aModelThatWaitsForALaterRound(Order order) {
    assertTold(
        order.javac().with(() -> new ClassWriting("class Base {}")),
        List.of(isPrivate("w", "Make it package-private")),
        """
        @Value @EqualsAndHashCode(callSuper = false) class Net extends Base {
          @Shape({2, 3}) @XavierInit float[] ▸w;
          @PackagePrivate @Shape(2) @OnesInit float[] ones = new float[2];
        }
        """);
  }

  /** What Lombok's settings say of classes without annotations, the last round sees. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void settingsThatMakePrivate(Order order, @TempDir Path folder) throws IOException {
    String fix =
        "Another annotation processor makes it private, perhaps Lombok for a lombok.config: add"
            + " @PackagePrivate";
    configure(folder, "lombok.fieldDefaults.defaultPrivate = true");
    assertTold(
        order.javac().in(folder),
        List.of(
            isPrivate("w", fix),
            isPrivate("layer", fix),
            "[Fanwise:DimsPrivate] \"n\" in dims of b is private in Net, so generated code cannot"
                + " read it. "
                + fix
                + ", or name a method that you write."),
        """
        class Net {
          @Shape({2, 3}) @XavierInit float[] ▸w;
          @Submodule Layer ▸layer;
          int ▸n;
          public @Shape(dims = "n") @OnesInit float[] b;
        }
        """,
        """
        class Layer { @PackagePrivate @Shape({2, 3}) @XavierInit float[] w; }
        """);
  }

  /** Lombok looks in the folder of a source and in those above. */
  private static void configure(Path folder, String setting) throws IOException {
    Files.writeString(folder.resolve("lombok.config"), setting + "\n");
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void settingsThatMakeFinal(Order order, @TempDir Path folder) throws IOException {
    configure(folder, "lombok.fieldDefaults.defaultFinal = true");
    assertTold(
        order.javac().in(folder),
        List.of(
            "[Fanwise:MadeFinal] w of Net is not final in its source, but another annotation"
                + " processor makes it so, perhaps Lombok for a lombok.config: it cannot be given"
                + " an array. Declare it final, or add @NonFinal."),
        """
        class Net {
          @Shape({2, 3}) @XavierInit float[] ▸w = new float[6];
          @NonFinal @Shape(2) @ZerosInit float[] zeros;
          final @Shape(2) @OnesInit float[] ones = new float[2];
          @Submodule Layer layer = new Layer();
          int n = 2;
          @NonFinal @Shape(dims = "n") @OnesInit float[] b;
        }
        """,
        """
        class Layer { @NonFinal @Shape({2, 3}) @XavierInit float[] w; }
        """);
  }

  /** That the test above has what it needs of Lombok, and that Lombok changes nothing else. */
  @Test
  void generatedCodeIsTheSameBesideLombok() {
    String net = "class Net {\n  @Shape({2, 3}) @XavierInit float[] w;\n}\n";
    Set<String> sources = new HashSet<>();
    for (Order order : Order.values()) {
      sources.add(order.javac().run(withHeader(net)).requireSuccess().source("p.NetInitializer"));
    }
    sources.add(Javac.compile(net).source("p.NetInitializer"));
    assertEquals(1, sources.size());
  }
}
