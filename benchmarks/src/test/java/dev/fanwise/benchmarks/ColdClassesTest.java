package dev.fanwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.FanMode;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many classes of the runtime a first {@code initialize} loads: each costs a fresh JVM about as
 * much as ten thousand weights.
 */
class ColdClassesTest {
  private static final String PREFIX = "dev.fanwise.runtime.";

  @ParameterizedTest
  @CsvSource({"xavier, 6", "kaiming, 7"})
  void aFirstInitialiserLoadsFewClasses(String way, int most) throws Exception {
    List<String> loaded = loaded(way);
    System.out.println("ColdClassesTest: " + way + " loads " + loaded);
    assertTrue(loaded.contains("Fill"));
    assertTrue(loaded.size() <= most, () -> way + " loads " + loaded);
  }

  @Test
  void thePlainLoopLoadsNone() throws Exception {
    assertEquals(List.of(), loaded("random"));
  }

  private static List<String> loaded(String way) throws Exception {
    String classPath =
        Stream.of(ColdStart.class, Fill.class, FanMode.class)
            .map(ColdClassesTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                classPath,
                ColdStart.class.getName(),
                way)
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the process does not end");
    assertEquals(0, process.exitValue(), log);
    return log.lines()
        .filter(line -> line.contains(PREFIX))
        .map(line -> line.substring(line.indexOf(PREFIX) + PREFIX.length()))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
