package dev.fanwise.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Lines;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same model gives the same bytes, whatever is around it. */
class DeterminismTest {
  private static final List<String> SOURCES =
      List.of(
          """
          class Image<I extends Comparable<I>> {
            @Shape({64, 3, 3, 3}) @KaimingInit(mode = FanMode.FAN_OUT) float[] kernel;
            @Shape(64) @BiasInit(of = "kernel") float[] initialBias;
            @Shape({12345, 2}) @XavierInit(gain = 1234567.5) double[] wide;
            @Shape({2, 1}) @VarianceScalingInit(scale = 0.00007295326252497784, mode = FanMode.FAN_GEO_AVG)
            float[] long1;
            @Shape({2, 1}) @KaimingInit(a = 0.00007295326252497784) float[] long2;
            static class Inner {
              @Shape({3, 4}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) float[][] ii;
            }
          }
          """,
          "class Title { @Shape({3, 5}) @XavierInit float[] i, title, iI, image; }",
          "class Info extends Title { @Shape(3) @BiasInit(of = \"title\") float[] bias; }",
          "interface Face { class In { @Shape(2) @ConstantInit(1e-7) float[] w; } }",
          """
          class Tree extends Info {
            int units = 3;
            @Submodule Face.In in = new Face.In();
            @Submodule java.util.List<Image.Inner> inner = java.util.List.of();
            @Shape(dims = {"units", "2"}) @OrthogonalInit(gain = 1.5) double[] square;
            @Shape(8) @UniformInit(low = -0.1, high = 1234.5) @Precision(HalfPrecision.BF16) short[] half;
          }
          """);

  private static final Map<String, String> GENERATED = compile(SOURCES);

  private static Map<String, String> compile(List<String> sources) {
    return Javac.compile(sources.toArray(String[]::new)).sources();
  }

  @Test
  void thereIsSomethingToCompare() {
    assertEquals(6, GENERATED.size());
  }

  @Test
  void twoRuns() {
    Same.sources(GENERATED, compile(SOURCES));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anotherOrderOfSources(long seed) {
    List<String> shuffled = new ArrayList<>(SOURCES);
    Collections.shuffle(shuffled, new Random(seed));
    Same.sources(GENERATED, compile(shuffled));
  }

  @Test
  void aModelOnItsOwn() {
    Same.text(
        GENERATED.get("p.TitleInitializer"),
        compile(List.of(SOURCES.get(1))).get("p.TitleInitializer"));
  }

  /** As an incremental build does: one source, and all others as class files. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void oneSourceAgainstTheClassesOfTheOthers(int alone) {
    String source = SOURCES.get(alone);
    Outcome all = Javac.compile(SOURCES.toArray(String[]::new));
    Map<String, byte[]> classes = new HashMap<>(all.classes());
    String top = "p." + source.replaceAll("(?s)^(class|interface) (\\w+).*", "$2");
    classes
        .keySet()
        .removeIf(
            name -> name.matches(Pattern.quote(top) + "(\\W.*|_\\w*Initializer|Initializer)?"));
    Outcome rest = new Outcome(true, List.of(), Map.of(), classes, Map.of(), List.of());
    // By javac: see the next test.
    Map<String, String> again =
        Javac.javac().byJavac().on(rest).run(source).requireSuccess().sources();
    assertFalse(again.isEmpty());
    again.forEach((name, text) -> Same.text(GENERATED.get(name), text));
  }

  /**
   * The one order that is not the source's, and a processor cannot see any other. When this fails,
   * docs/reproducibility.md has a paragraph too many.
   */
  @Test
  void eclipseReadsTheFieldsOfClassFilesByName() {
    Outcome title = Javac.compile(SOURCES.get(1));
    Outcome info =
        Javac.plainJavac().with(FanwiseProcessor::new).byEclipse().on(title).run(SOURCES.get(2));
    List<String> names =
        Pattern.compile("ParameterInfo.of\\(\"(\\w+)\"")
            .matcher(info.requireSuccess().source("p.InfoInitializer"))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(List.of("i", "iI", "image", "title", "bias"), names);
  }

  static List<Integer> releases() {
    return Javac.releases();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyReleaseInSilence(int release) {
    Same.sources(
        GENERATED,
        Javac.javac()
            .release(release)
            .asOption()
            .run(SOURCES.toArray(String[]::new))
            .requireSuccess()
            .sources());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "America/St_Johns"})
  void anotherTimeZone(String id) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    try {
      Same.sources(GENERATED, compile(SOURCES));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-CH", "fr-FR"})
  void anotherLocale(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      Same.sources(GENERATED, compile(SOURCES));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anotherPlatform() {
    String before = System.getProperty("line.separator");
    System.setProperty("line.separator", "\r\n");
    try {
      Same.sources(GENERATED, compile(SOURCES));
    } finally {
      System.setProperty("line.separator", before);
    }
  }

  @Test
  void asciiInLinesOfAtMostAHundredColumns() {
    for (String source : GENERATED.values()) {
      assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(source), source);
      assertTrue(source.endsWith("}\n") && !source.contains("\r") && !source.contains("\t"));
      Lines.assertTidy(source);
    }
  }
}
