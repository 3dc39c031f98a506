package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The commands' arguments, and the simulation; spark-submit itself is run by SubmitTest. */
class CommandsTest {
  private static void assertRefused(String first, String... args) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Main.run(args));
    assertEquals(first, refusal.getMessage().lines().findFirst().orElseThrow());
    assertTrue(refusal.getMessage().contains("spark-submit --class"), refusal::getMessage);
  }

  @Test
  void argumentsThatAreWrong() {
    assertRefused("there is no command");
    assertRefused("there is no command draw", "draw");
    assertRefused("there is no option --modell", "write", "--modell", "Net");
    assertRefused("--model wants a value", "write", "--model");
    assertRefused("--model is missing", "write", "--directory", "/d");
    assertRefused("--seed wants a whole number, not x", "write", "--model", "Net", "--seed", "x");
    assertRefused("--directory is missing", "verify", "--model", "Net");
    assertRefused(
        "--metadata wants names with texts, as format=pt, not pt",
        "write",
        "--model",
        "Net",
        "--directory",
        "/d",
        "--metadata",
        "pt");
  }

  private static Simulation.Run run(int tasks, int cores, double slow, double fail) {
    List<Long> bytes = Collections.nCopies(tasks, 1000L);
    return new Simulation(bytes, cores, 100, 1).run(new SplittableRandom(1), slow, 3, fail);
  }

  @Test
  void simulatedByHand() {
    assertEquals(new Simulation.Run(11, 1, 4), run(4, 4, 0, 0));
    assertEquals(new Simulation.Run(22, 1, 8), run(8, 4, 0, 0));
    assertEquals(new Simulation.Run(22, 0.625, 5), run(5, 4, 0, 0));
    // One of two cores takes 31 seconds a task: it does one while the other does three.
    assertEquals(new Simulation.Run(33, 64.0 / 66, 4), run(4, 2, 0.5, 0));
    Simulation.Run failing = run(1000, 10, 0, 0.2);
    assertTrue(failing.attempts() > 1150 && failing.attempts() < 1350, failing::toString);
    assertTrue(failing.seconds() > 1100, failing::toString);
    assertTrue(failing.busy() > 0.95, failing::toString);
  }

  @Test
  void aTableOfAModel() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Simulation.print(
        new PrintStream(bytes),
        "--model",
        "dev.fanwise.spark.TrialDecoder",
        "--arguments",
        "1000,100,2,400",
        "--executors",
        "2",
        "--bytes-per-second",
        "10000",
        "--driver",
        "0",
        "--start",
        "0",
        "--shard-bytes",
        "200000");
    List<String> lines = bytes.toString().lines().toList();
    assertEquals("520,000 weights, 16 tensors, 1,040,000 bytes in 6 files", lines.get(0));
    assertEquals("as fast as bytes allow: 52 s", lines.get(2));
    assertEquals(9, lines.size());
  }
}
