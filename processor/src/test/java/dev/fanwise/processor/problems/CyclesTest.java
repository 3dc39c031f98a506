package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.FrontEnd;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that hold each other. */
class CyclesTest {
  @Test
  void areShownInTheFirstOfThemWithTheWayBack() {
    Outcome outcome =
        FrontEnd.check(
            "class B {\n  @Shape(2) @OnesInit float[] w;\n  @Submodule C c;\n}\n",
            "class A {\n  @Submodule B b;\n}\n",
            "class C {\n  @Submodule A a;\n}\n",
            "class Held {\n  @Submodule A a;\n}\n");
    assertEquals(List.of(error("A", 3, "b.c.a")), outcome.errors());
  }

  @Test
  void areShownAtEachFieldThatLeadsBack() {
    Outcome outcome =
        FrontEnd.check(
            "class A {\n  @Submodule B b;\n  @Submodule A a;\n  @Submodule B[] several;\n}\n",
            "class B {\n  @Submodule A back;\n  @Submodule B own;\n}\n");
    assertEquals(
        List.of(error("A", 3, "b.back"), error("A", 4, "a"), error("B", 4, "own")),
        outcome.errors());
  }

  private static Outcome.Error error(String model, int line, String way) {
    return new Outcome.Error(
        model + ".java",
        line,
        3,
        "[Fanwise:SubmoduleCycle] "
            + way
            + " leads back to "
            + model
            + ", so that no object could be complete. Hold it in an array, List or Map, or remove"
            + " @Submodule.");
  }
}
