package dev.fanwise.processor.problems;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.LombokTest;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.report.Problem;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryProblemTest {
  /** All cases, by what has the problems. */
  static Map<String, List<ProblemCase>> areas() {
    Map<String, List<ProblemCase>> areas = new LinkedHashMap<>();
    areas.put("shapes", ShapeProblemsTest.cases());
    areas.put("symbols", SymbolicProblemsTest.cases());
    areas.put("submodules", SubmoduleProblemsTest.cases());
    areas.put("schemes", SchemeProblemsTest.cases());
    areas.put("catalogue", CatalogueProblemsTest.cases());
    areas.put("connections", ConnectionProblemsTest.cases());
    areas.put("compositions", CompositionProblemsTest.cases());
    areas.put("streams", StreamProblemsTest.cases());
    areas.put("engines", EngineProblemsTest.cases());
    areas.put("fields", FieldProblemsTest.cases());
    areas.put("models", ModelProblemsTest.cases());
    areas.put("options", OptionProblemsTest.cases());
    return areas;
  }

  static List<ProblemCase> cases() {
    return areas().values().stream().flatMap(List::stream).toList();
  }

  @Test
  void hasACaseThatProducesIt() {
    Set<Problem> covered =
        cases().stream()
            .map(ProblemCase::problem)
            .collect(toCollection(() -> EnumSet.noneOf(Problem.class)));
    covered.addAll(WarningsTest.WARNINGS);
    covered.add(LombokTest.LATE);
    covered.add(KotlinNameTest.WARNING);
    covered.add(ImplicitClassTest.PROBLEM);
    Same.names(EnumSet.allOf(Problem.class), covered);
  }

  /** Those that need a run of their own; the others are told together. */
  static List<ProblemCase> specialCases() {
    return cases().stream().filter(ProblemCase::isSpecial).toList();
  }

  @ParameterizedTest
  @MethodSource("specialCases")
  void isReportedByEclipsesCompilerToo(ProblemCase one) {
    one.checkByEclipse();
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertEquals(
        Problem.values().length, Stream.of(Problem.values()).map(Problem::id).distinct().count());
  }
}
