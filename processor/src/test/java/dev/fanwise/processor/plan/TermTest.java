package dev.fanwise.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.Formulas;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTest {
  private static final Term STD = new Term.Named("std");
  private static final Term BOUND = STD.in("bound", Formulas.BOUND, Formulas::bound);
  private static final Term FANS =
      new Term.Formula(
          "Formulas", "firstSiren", List.of(Term.FANS), Formulas.FIRST_SIREN, Formulas::firstSiren);

  private static List<String> names(Term term) {
    return term.names().toList();
  }

  @Test
  void isWorkedOutWhereItIsKnown() {
    assertEquals(Term.of(5), Term.of(2).plus(Term.of(3)));
    assertEquals(Term.of(6), Term.of(2).times(Term.of(3)));
    assertEquals(Term.of(-3), Term.of(3).negated());
    assertEquals(Term.of(1.5), Term.of(2.25).in("root", "sqrt(x)", Math::sqrt));
    assertEquals(2.25, Term.of(2.25).value());
  }

  @Test
  void isAnExpressionWhereItIsNot() {
    Term term = FANS.times(STD.plus(Term.of(2))).negated();
    assertEquals("-(1 / fan_in * (std + 2))", term.text());
    assertEquals("Formulas.firstSiren(fans)", FANS.toString());
    assertEquals("Formulas.bound(std)", BOUND.toString());
    assertEquals("sqrt(3) * std", BOUND.text());
    assertEquals("", term.result());
    assertEquals(" = 0.5", Term.of(0.5).result());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, term::value);
    assertEquals(term.text() + " is known at run time only", thrown.getMessage());
  }

  @Test
  void namesItsSteps() {
    Term other = new Term.Named("n");
    assertEquals(List.of("std"), names(STD));
    assertEquals(List.of("std"), names(BOUND));
    assertEquals(List.of("std"), names(STD.negated()));
    assertEquals(List.of("std", "n"), names(STD.times(other)));
    assertEquals(List.of(), names(FANS.negated()));
  }

  @Test
  void whatTheRuntimeWorksOutHasAName() {
    assertEquals("muP's std", new Term.Mup(null, 1).text());
  }

  @Test
  void isTheNegativeOfWhatItNegates() {
    assertTrue(Term.of(-2).isNegativeOf(Term.of(2)));
    assertFalse(Term.of(2).isNegativeOf(Term.of(2)));
    assertFalse(Term.of(2).isNegativeOf(STD));
    assertTrue(STD.negated().isNegativeOf(STD));
    assertFalse(STD.isNegativeOf(STD));
    assertFalse(STD.negated().isNegativeOf(FANS));
    assertFalse(STD.isNegativeOf(Term.of(2)));
  }
}
