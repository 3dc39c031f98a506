package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where Eclipse's compiler shows what is wrong with records: each version has a place for other
 * elements of them, so what counts is the file, or at the least the record's name.
 */
class RecordPlacesTest {
  private static final String COMPONENT =
      "[Fanwise:RecordComponent] w is a component of record Faulty, and records keep theirs in"
          + " private fields. Use a class with a package-private field.";

  /** It says nothing of annotations on components, so the processor asks for every class. */
  @Test
  void noOtherClassNeedsAnAnnotation() {
    Outcome layer =
        Javac.compile("public class Layer { @Shape({2, 3}) @XavierInit public float[] w; }");
    Javac javac = Javac.plainJavac().with(FanwiseProcessor::new).byEclipse().release(17).on(layer);
    Outcome outcome = javac.run("record Net(@Submodule Layer a) {}").requireSuccess();
    assertEquals(List.of("p.NetInitializer"), List.copyOf(outcome.sources().keySet()));
    Outcome faulty = javac.run("record Faulty(@Shape({2, 3}) @XavierInit float[] w) {}");
    assertEquals(1, faulty.ownErrors().size());
  }

  private static Outcome.Error error(String... sources) {
    List<String> all = new ArrayList<>(List.of(sources));
    all.add("class Healthy { @Shape({2, 3}) @XavierInit float[] w; }");
    Outcome outcome =
        Javac.plainJavac()
            .with(FanwiseProcessor::new)
            .byEclipse()
            .release(17)
            .run(all.toArray(String[]::new));
    assertEquals(List.of("p.HealthyInitializer"), List.copyOf(outcome.sources().keySet()));
    assertEquals(1, outcome.errors().size(), () -> outcome.errors().toString());
    return outcome.errors().get(0);
  }

  /** At its place, or near it in its file and with a note. */
  private static void assertShown(
      Outcome.Error error, String text, String file, long line, long nearby, String record) {
    String note = " (This is in the record " + record + ".)";
    boolean isNoted = error.text().endsWith(note);
    assertEquals(isNoted ? text + note : text, error.text());
    assertEquals(file, error.file());
    assertEquals(isNoted ? nearby : line, error.line());
  }

  @Test
  void ofAComponentInAClass() {
    Outcome.Error error =
        error(
            """
            class Holder {
              int other;

              record Faulty(
                  int size,
                  @Shape({2, 3}) @XavierInit float[] w) {}
            }
            """);
    assertShown(error, COMPONENT, "Holder.java", 7, 2, "p.Holder.Faulty");
  }

  @Test
  void ofAComponentBesideAStaticField() {
    Outcome.Error error =
        error(
            """
            record Faulty(
                @Shape({2, 3}) @XavierInit float[] w) {
              static int count;
            }
            """);
    assertShown(error, COMPONENT, "Faulty.java", 3, 4, "p.Faulty");
  }

  @Test
  void ofAComponentAlone() {
    Outcome.Error error = error("record Faulty(\n  @Shape({2, 3}) @XavierInit float[] w) {}\n");
    if (error.file().isEmpty()) {
      assertEquals(COMPONENT + " (This is in the record p.Faulty.)", error.text());
    } else {
      assertShown(error, COMPONENT, "Faulty.java", 3, 3, "p.Faulty");
    }
  }

  @Test
  void ofARecordAsAWhole() {
    Outcome.Error error =
        error(
            "record Faulty(\n  @Submodule Healthy a) {\n  static int count;\n}\n",
            "class FaultyInitializer {}");
    String text =
        "[Fanwise:NameTaken] FaultyInitializer is the class to generate for Faulty, but a class of"
            + " that name exists already. Rename one of the two.";
    // 3.40 has a place for components, 3.42 only for other fields.
    assertShown(error, text, "Faulty.java", 2, error.line() == 3 ? 3 : 4, "p.Faulty");
  }
}
