package dev.fanwise.processor.problems;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.report.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryProblemTest {
  static List<ProblemCase> cases() {
    return Stream.of(
            ShapeProblemsTest.cases(),
            SymbolicProblemsTest.cases(),
            SubmoduleProblemsTest.cases(),
            SchemeProblemsTest.cases(),
            CatalogueProblemsTest.cases(),
            ConnectionProblemsTest.cases(),
            CompositionProblemsTest.cases(),
            StreamProblemsTest.cases(),
            EngineProblemsTest.cases(),
            FieldProblemsTest.cases(),
            ModelProblemsTest.cases(),
            OptionProblemsTest.cases())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void hasACaseThatProducesIt() {
    Set<Problem> covered =
        cases().stream()
            .map(ProblemCase::problem)
            .collect(toCollection(() -> EnumSet.noneOf(Problem.class)));
    covered.add(WarningsTest.WARNING);
    assertEquals(EnumSet.allOf(Problem.class), covered);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedByEclipsesCompilerToo(ProblemCase one) {
    one.checkByEclipse();
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertEquals(
        Problem.values().length, Stream.of(Problem.values()).map(Problem::id).distinct().count());
  }
}
