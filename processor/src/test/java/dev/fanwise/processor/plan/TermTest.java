package dev.fanwise.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.FanMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTest {
  private static final Term STD = new Term.Named("std");

  private static List<String> names(Term term) {
    return term.names().toList();
  }

  @Test
  void isWorkedOutWhereItIsKnown() {
    assertEquals(Term.of(5), Term.of(2).plus(Term.of(3)));
    assertEquals(Term.of(6), Term.of(2).times(Term.of(3)));
    assertEquals(Term.of(0.75), Term.of(3).over(Term.of(4)));
    assertEquals(Term.of(-3), Term.of(3).negated());
    assertEquals(Term.of(1.5), Term.of(2.25).sqrt());
    assertEquals(2.25, Term.of(2.25).value());
  }

  @Test
  void isAnExpressionWhereItIsNot() {
    Term term = Term.of(2).over(Term.FAN_IN.plus(Term.FAN_OUT)).sqrt().times(STD).negated();
    assertEquals("-(sqrt((2 / (fan_in + fan_out))) * std)", term.text());
    assertEquals("", term.result());
    assertEquals(" = 0.5", Term.of(0.5).result());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, term::value);
    assertEquals(term.text() + " is known at run time only", thrown.getMessage());
  }

  @Test
  void namesItsSteps() {
    Term other = new Term.Named("n");
    assertEquals(List.of("std"), names(STD));
    assertEquals(List.of("std"), names(STD.sqrt()));
    assertEquals(List.of("std"), names(STD.negated()));
    assertEquals(List.of("std", "n"), names(STD.times(other)));
    assertEquals(List.of(), names(Term.FAN_IN.over(Term.of(2)).sqrt().negated()));
  }

  @Test
  void whatTheRuntimeWorksOutHasAName() {
    assertEquals("JAX's own", new Term.Jax("std", 1, FanMode.FAN_IN, ElementType.FLOAT).text());
    assertEquals("muP's std", new Term.Mup(null, 1).text());
  }

  @Test
  void isTheNegativeOfWhatItNegates() {
    assertTrue(Term.of(-2).isNegativeOf(Term.of(2)));
    assertFalse(Term.of(2).isNegativeOf(Term.of(2)));
    assertFalse(Term.of(2).isNegativeOf(STD));
    assertTrue(STD.negated().isNegativeOf(STD));
    assertFalse(STD.isNegativeOf(STD));
    assertFalse(STD.negated().isNegativeOf(Term.FAN_IN));
    assertFalse(STD.isNegativeOf(Term.of(2)));
  }
}
