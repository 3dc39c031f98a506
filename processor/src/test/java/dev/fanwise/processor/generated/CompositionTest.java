package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations that users compose: bits and metadata are those of what they are composed of. */
class CompositionTest {
  private static final String CONV =
      "@KaimingInit(mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.GELU)";
  private static final String SCALED = "@ResidualScaled(layers = 12, rule = ResidualRule.GPT2)";
  private static final String CONV_INIT =
      """
      package ours;
      import dev.fanwise.*;
      %s
      public @interface ConvInit {}
      """
          .formatted(CONV);

  private static final String COMPOSED =
      "class Net { @Shape({8, 4, 3, 3}) @ours.ConvInit float[] kernel; }";

  /** Asserts that a field of this name in a model is what these annotations draw. */
  private static void assertDraws(String annotations, Outcome outcome) {
    Model plain =
        Model.of(
            Javac.compile("class Net { @Shape({8, 4, 3, 3}) " + annotations + " float[] kernel; }"),
            "p.Net");
    Model composed = Model.of(outcome, "p.Net");
    plain.initialize(9);
    composed.initialize(9);
    assertArrayEquals((float[]) plain.get("kernel"), (float[]) composed.get("kernel"));
    assertEquals(plain.parameter("kernel").toString(), composed.parameter("kernel").toString());
  }

  @Test
  void inTheSameCompilation() {
    assertDraws(CONV, Javac.compile(CONV_INIT, COMPOSED));
  }

  @Test
  void fromAClassFile() {
    Outcome library = Javac.plainJavac().run(CONV_INIT).requireSuccess();
    assertDraws(CONV, Javac.javac().on(library).run(COMPOSED).requireSuccess());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)",
        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)",
        "@java.lang.annotation.Target(java.lang.annotation.ElementType.FIELD)",
        "@Unrelated @java.lang.annotation.Documented",
      })
  void nestedInTheModel(String more) {
    assertDraws(
        CONV,
        Javac.compile(
            "class Net { @Shape({8, 4, 3, 3}) @ConvInit float[] kernel;\n"
                + more
                + " "
                + CONV
                + " @interface ConvInit { int block() default 0; } }",
            "@Unrelated @interface Unrelated {}"));
  }

  /** Annotations that have nothing to do with schemes may carry each other in circles. */
  @Test
  void composedOfComposed() {
    assertDraws(
        CONV,
        Javac.compile(
            CONV_INIT,
            "@ours.ConvInit @Left @interface Conv {}",
            "@Left @Conv @interface Own {}",
            "@java.lang.annotation.Documented @Right @interface Left {}",
            "@Left @Right @interface Right {}",
            "class Net { @Shape({8, 4, 3, 3}) @Own float[] kernel; }"));
  }

  @Test
  void aTypeThatIsMetTwiceIsOneScheme() {
    assertDraws(
        CONV,
        Javac.compile(
            CONV_INIT,
            "@ours.ConvInit @interface Left {}",
            "@ours.ConvInit @interface Right {}",
            "@Left @Right @interface Both {}",
            "class Net { @Shape({8, 4, 3, 3}) @Both float[] kernel; }"));
  }

  /** Without memory of what it has met, the search would take 2^30 steps. */
  @Test
  void aLatticeOfAnnotations() {
    StringBuilder types =
        new StringBuilder("class Net { @Shape({8, 4, 3, 3}) @A0 float[] kernel;\n");
    for (int i = 0; i < 30; i++) {
      for (String name : List.of("A", "B")) {
        String next = i == 29 ? "@L" : "@A" + (i + 1) + " @B" + (i + 1);
        types.append(next + " @interface " + name + i + " {}\n");
      }
    }
    types.append("@XavierInit @interface L {} }");
    assertDraws("@XavierInit", Javac.compile(types.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Residual",
        "@ours.ConvInit @Scaled",
        "@Scaled @ours.ConvInit",
        "@ours.ConvInit " + SCALED,
        CONV + " @Scaled",
      })
  void withAScaling(String annotations) {
    assertDraws(
        CONV + SCALED,
        Javac.compile(
            CONV_INIT,
            CONV + SCALED + " @interface Residual {}",
            SCALED + " @interface Scaled {}",
            "class Net { @Shape({8, 4, 3, 3}) " + annotations + " float[] kernel; }"));
  }

  @Test
  void ofABiasOnWhateverModelHasTheWeights() {
    Model model =
        Model.of(
            Javac.compile(
                "@BiasInit(of = \"weights\") @interface WeightBias {}",
                "class Net { @Shape({2, 16}) @XavierInit float[] weights; @Shape(2) @WeightBias"
                    + " float[] bias; }"),
            "p.Net");
    assertEquals(0.25, model.parameter("bias").high());
  }

  @Test
  void inheritedFromClassFiles() {
    Outcome library = Javac.plainJavac().run(CONV_INIT).requireSuccess();
    Outcome base =
        Javac.plainJavac()
            .on(library)
            .run("class Base { @Shape({8, 4, 3, 3}) @ours.ConvInit float[] kernel; }")
            .requireSuccess();
    assertDraws(
        CONV,
        Javac.javac()
            .on(base)
            .on(library)
            .run("class Net extends Base { @Shape(2) @OnesInit float[] ones; }")
            .requireSuccess());
  }

  /** Class files may carry annotations whose types were never on the user's class path. */
  @Test
  void annotationsOfClassFilesThatAreNowhere() {
    Outcome whole =
        Javac.plainJavac()
            .run(
                "@Api @XavierInit @interface OwnInit {}",
                "@interface Api {}",
                "class Base { @Api @Shape({8, 4, 3, 3}) @OwnInit float[] kernel; }")
            .requireSuccess();
    Map<String, byte[]> classes =
        whole.classes().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("p.Api"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Outcome library = new Outcome(true, List.of(), Map.of(), classes, Map.of(), List.of());
    for (String net :
        List.of(
            "class Net { @Shape({8, 4, 3, 3}) @OwnInit float[] kernel; }",
            "class Net extends Base { @Shape(2) @OnesInit float[] ones; }")) {
      Outcome outcome = Javac.javac().options("-Xlint:-classfile").on(library).run(net);
      assertDraws("@XavierInit", outcome.requireSuccess());
    }
  }

  @Test
  void javadocSaysWhatItStandsFor() {
    String source = Javac.compile(CONV_INIT, COMPOSED).source("p.NetInitializer");
    assertTrue(
        source.contains(
            """
               * Fills {@code kernel}, shape [8, 4, 3, 3]: {@code @ConvInit}, normal.
               *
               * <p>The scheme is {@code @ConvInit},
               * that is {@code @KaimingInit(mode = FAN_OUT, nonlinearity = GELU)}.
               *
               * <pre>
            """),
        source);
    assertTrue(source.contains(".scheme(\"KaimingInit\")"), source);
  }

  @Test
  void javadocOfEveryKindOfMember() {
    String source =
        Javac.compile(
                "@MupInit(baseShape = {8, 4}, gain = 0.5f) " + SCALED + " @interface Größe {}",
                "@Größe @interface Outer {}",
                "@BiasInit(of = \"größe\") @interface Bias {}",
                "@ConstantInit(2) @interface Two {}",
                "class Net { @Shape({8, 4}) @Outer float[] größe; @Shape(8) @Bias float[] b;"
                    + " @Shape(8) @Two float[] two; }")
            .source("p.NetInitializer");
    List<String> said =
        source
            .lines()
            .filter(line -> line.matches(".*(<p>The (scheme|scaling)|that is).*"))
            .toList();
    assertEquals(
        List.of(
            "   * <p>The scheme is {@code @Outer},",
            "   * that is <code>&#64;Gr\\u00f6\\u00dfe</code>,",
            "   * that is {@code @MupInit(baseShape = [8, 4], gain = 0.5)}.",
            "   * <p>The scaling is {@code @Outer},",
            "   * that is <code>&#64;Gr\\u00f6\\u00dfe</code>,",
            "   * that is {@code @ResidualScaled(layers = 12, rule = GPT2)}.",
            "   * <p>The scheme is {@code @Bias},"
                + " that is <code>&#64;BiasInit(of = \"gr\\u00f6\\u00dfe\")</code>.",
            "   * <p>The scheme is {@code @Two}, that is {@code @ConstantInit(2)}."),
        said);
  }
}
