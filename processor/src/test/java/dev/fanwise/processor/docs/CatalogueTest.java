package dev.fanwise.processor.docs;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.FanMode;
import dev.fanwise.ResidualRule;
import dev.fanwise.Shape;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Plausible;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.scheme.Schemes;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.MupScale;
import dev.fanwise.runtime.ParameterInfo;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue in the documentation against the annotations themselves. */
class CatalogueTest {
  private static final Set<String> NO_SCHEMES =
      Set.of("Shape", "ResidualScaled", "Precision", "StreamName", "UnitVariance", "Lazy");
  private static final String NOT_FOR_USERS = "FanwiseGenerated";

  /** What docs/models.md is about. */
  private static final Set<String> OF_MODELS = Set.of("Submodule", "RandomStream");

  /** A row of the page, its cells as they are written. */
  record Row(String annotation, String members, String draws, String example) {
    /** {@code `@XavierInit`} without what is around the name. */
    String name() {
      return annotation.substring(2, annotation.length() - 1);
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static List<Row> rows() {
    return new Page("docs/schemes.md")
        .rows("`@\\w+`").stream()
            .map(
                cells -> {
                  assertEquals(4, cells.size(), cells::toString);
                  return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
                })
            .toList();
  }

  @Test
  void hasARowForEverySchemeAndForWhatStandsBesideOne() {
    List<String> names = rows().stream().map(Row::name).toList();
    Set<String> expected = new TreeSet<>(NO_SCHEMES);
    Schemes.annotations().forEach(name -> expected.add(name.replace("dev.fanwise.", "")));
    Same.names(expected, new TreeSet<>(names));
    assertEquals(expected.size(), names.size(), "two rows for one annotation");
  }

  @Test
  void leavesNoAnnotationOut() throws IOException {
    Set<String> expected = annotationTypes();
    assertTrue(expected.remove(NOT_FOR_USERS));
    assertTrue(expected.removeAll(OF_MODELS));
    TreeSet<String> listed = rows().stream().map(Row::name).collect(toCollection(TreeSet::new));
    Same.names(expected, listed);
  }

  /** The annotations in the package of the vocabulary. */
  private static Set<String> annotationTypes() throws IOException {
    Set<String> names = new TreeSet<>();
    try (JavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      for (JavaFileObject file :
          files.list(
              StandardLocation.CLASS_PATH,
              Shape.class.getPackageName(),
              EnumSet.of(JavaFileObject.Kind.CLASS),
              false)) {
        String name = files.inferBinaryName(StandardLocation.CLASS_PATH, file);
        Class<?> type = type(name);
        if (type.isAnnotation()) {
          names.add(type.getSimpleName());
        }
      }
    }
    return names;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, CatalogueTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void namesTheMembersAndTheirDefaults(Row row) {
    Class<?> annotation = type("dev.fanwise." + row.name());
    assertTrue(Annotation.class.isAssignableFrom(annotation));
    Set<String> expected = new TreeSet<>();
    for (Method member : annotation.getDeclaredMethods()) {
      Object value = member.getDefaultValue();
      expected.add("`" + member.getName() + "`" + (value == null ? "" : " (" + text(value) + ")"));
    }
    List<String> listed =
        Arrays.stream(row.members().split(", ")).filter(one -> !one.isEmpty()).toList();
    assertEquals(expected, new TreeSet<>(listed));
    assertEquals(expected.size(), listed.size());
  }

  /** A default as the page writes it: {@code FAN_IN}, {@code 0.01}, {@code {}}, {@code ""}. */
  private static String text(Object value) {
    if (value instanceof Double number) {
      return number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
    }
    if (value.getClass().isArray()) {
      assertEquals(0, Array.getLength(value));
      return "{}";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  /** The formulas that rows show, as the runtime describes them. */
  private static Map<String, List<String>> formulas() {
    return Map.of(
        "XavierInit", List.of("std = " + Formulas.XAVIER),
        "KaimingInit", List.of("std = " + Formulas.KAIMING),
        "LecunInit", List.of("std = " + Formulas.LECUN),
        "LenetInit", List.of("±" + Formulas.LENET),
        "VarianceScalingInit",
            List.of(
                "std = " + Formulas.VARIANCE_SCALING, Formulas.description(FanMode.FAN_GEO_AVG)),
        "BiasInit", List.of("±" + Formulas.BIAS),
        "SirenInit", List.of("±" + Formulas.SIREN, "±" + Formulas.FIRST_SIREN),
        "MupInit", List.of("std = " + MupScale.AT_BASE, "times " + MupScale.NARROWING),
        "NguyenWidrowInit", List.of("β = " + Formulas.NGUYEN_WIDROW),
        "ResidualScaled",
            Arrays.stream(ResidualRule.values())
                .map(rule -> rule + " " + Formulas.description(rule))
                .toList());
  }

  @Test
  void showsTheFormulasAsTheRuntimeDescribesThem() {
    Map<String, List<String>> formulas = formulas();
    Map<String, String> missing = new TreeMap<>();
    for (Row row : rows()) {
      for (String formula : formulas.getOrDefault(row.name(), List.of())) {
        if (!row.draws().contains(typeset(formula))) {
          missing.put(row.name(), typeset(formula));
        }
      }
    }
    assertEquals(Map.of(), missing);
    String page = new Page("docs/schemes.md").text();
    assertTrue(page.contains("UNIFORM is on ±" + typeset(Formulas.BOUND)));
    assertTrue(page.contains("σ = " + Formulas.SIGMA));
  }

  /** A formula with the signs of the page: {@code √(2 / fan_in)}. */
  private static String typeset(String formula) {
    return formula
        .replaceAll("(?<![.0-9])(\\d+) \\* (layers|m)\\b", "$1$2")
        .replaceAll("sqrt\\(([a-z]\\w*|\\d+)\\)", "√$1")
        .replaceAll("sqrt\\(ln(\\(\\w+\\))\\)", "√ln$1")
        .replace("sqrt(", "√(")
        .replace(" * ", "·")
        .replace("layers", "N")
        .replace("omega0", "ω₀")
        .replace(" - ", " − ")
        .replace("(-", "(−");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasAnExampleThatRuns(Row row) {
    assertTrue(row.example().startsWith("`") && row.example().endsWith("`"), row.example());
    String example = row.example().substring(1, row.example().length() - 1);
    assertTrue(example.matches(".*@" + row.name() + "\\b.*"), example);
    String source = "package p;\nimport dev.fanwise.*;\nclass Example {\n  " + example + "\n}\n";
    Model model = Model.of(Javac.compile(source), "p.Example");
    model.initialize(2026);
    assertFalse(model.parameters().isEmpty());
    if (!NO_SCHEMES.contains(row.name())) {
      assertTrue(
          model.parameters().stream().map(ParameterInfo::scheme).toList().contains(row.name()));
    }
    for (ParameterInfo info : model.parameters()) {
      FieldKind kind = example.contains("short[]") ? FieldKind.BF16 : FieldKind.FLOATS;
      if (info.isLazy()) {
        assertNull(model.get(info.name()));
        model.set(info.name(), new float[(int) info.elements()]);
        model.initialize(2026);
      }
      double[] elements = kind.read(model.get(info.name()));
      assertEquals(info.elements(), elements.length);
      Plausible.check(info, kind, elements);
    }
  }
}
