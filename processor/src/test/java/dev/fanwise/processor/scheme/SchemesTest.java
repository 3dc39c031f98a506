package dev.fanwise.processor.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.schemes.SchemeCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What schemes make of weights, or find wrong with them, without any compiler: weights as one
 * writes them, and indented below what they come to. {@code -Dgolden.update=true} writes the latter
 * anew.
 */
class SchemesTest {
  private static final Path FILE = Path.of("src/test/resources/schemes/schemes.txt");

  @Test
  void comeToWhatIsInTheFile() throws IOException {
    String expected = Files.readString(FILE, UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line : expected.split("\n")) {
      if (line.startsWith("@")) {
        text.append(line).append('\n').append(outcome(line));
      } else if (!line.startsWith("  ")) {
        text.append(line).append('\n');
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text, UTF_8);
    }
    Same.text(Files.readString(FILE, UTF_8), text.toString());
  }

  @Test
  void areAllInTheFileOrInTheCatalogue() throws IOException {
    String text = Files.readString(FILE, UTF_8);
    for (String name : Schemes.annotations()) {
      String simple = name.substring("dev.fanwise.".length());
      assertTrue(
          text.contains(") @" + simple)
              || SchemeCatalogue.entries().stream()
                  .anyMatch(entry -> entry.scheme().annotation().equals(simple)),
          name);
    }
    assertEquals(Optional.empty(), Schemes.reader("dev.fanwise.Shape"));
  }

  private static String outcome(String line) {
    Weights weights = Weights.of(line);
    List<String> complaints = weights.complaints();
    StringBuilder text = new StringBuilder();
    if (!complaints.isEmpty()) {
      complaints.forEach(one -> text.append("  ! ").append(one).append('\n'));
      return text.toString();
    }
    append(text, weights.resolution());
    text.append("  ").append(weights.scheme().intent());
    weights.scheme().otherField().ifPresent(other -> text.append(", fans of ").append(other));
    text.append('\n');
    if (line.contains(" // ")) {
      appendOthers(text, weights, line.substring(line.indexOf(" // ") + 4));
    }
    return text.toString();
  }

  /** The same in another library, as {@code JAX FLOAT} says behind the weights. */
  private static void appendOthers(StringBuilder text, Weights weights, String others) {
    for (String other : others.split(", ")) {
      RandomEngine engine = RandomEngine.valueOf(other.split(" ")[0]);
      ElementType type = ElementType.valueOf(other.split(" ")[1]);
      text.append("  ").append(other).append('\n');
      append(text, StreamSchemes.of(engine).resolve(weights.scheme(), weights.geometry(), type));
    }
  }

  private static void append(StringBuilder text, Resolution resolution) {
    resolution.derivation().forEach(step -> text.append("  | ").append(step).append('\n'));
    text.append("  ").append(resolution.law()).append('\n');
    resolution.steps().forEach(step -> text.append("  ").append(step).append('\n'));
  }
}
