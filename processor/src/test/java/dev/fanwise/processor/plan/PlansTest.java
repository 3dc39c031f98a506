package dev.fanwise.processor.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the front end makes of models of every kind, to be read beside their sources; {@code
 * -Dgolden.update=true} writes it anew.
 */
class PlansTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");
  private static final Path FILE = FOLDER.resolve("plans.txt");

  @Test
  void areThoseInTheFile() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String name :
        List.of("Shapes", "Kinds", "Spreads", "Values", "Symbolic", "Trees", "Engines")) {
      sources.add(Files.readString(FOLDER.resolve(name + ".java"), UTF_8));
    }
    Map<String, InitializerPlan> plans = Plans.of(sources.toArray(String[]::new));
    String text = plans.values().stream().map(Detailed::text).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text, UTF_8);
    }
    assertEquals(Files.readString(FILE, UTF_8), text);
  }
}
