package dev.fanwise.processor.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Same;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole generated classes beside the models they come from, to be read; {@code
 * -Dgolden.update=true} writes them anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  @ParameterizedTest
  @ValueSource(strings = {"Mlp", "Block", "Tails", "Sized", "Torch", "Jax"})
  void theGeneratedClassIsTheOneInTheFile(String model) throws IOException {
    String generated =
        Javac.compile(Files.readString(FOLDER.resolve(model + ".java"), UTF_8))
            .source("golden." + model + "Initializer");
    Path file = FOLDER.resolve(model + "Initializer.java");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, generated, UTF_8);
    }
    Same.text(Files.readString(file, UTF_8), generated);
  }
}
