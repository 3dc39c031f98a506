package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bits from the interpreter, each compiler and each vector width of the JDK that runs this
 * test. All are compared with one file, so JDKs that pass agree with each other.
 */
class SameBitsTest {
  /** A launch may take this long on a busy machine; beyond it, it hangs. */
  private static final int MINUTES = 10;

  record Launch(List<String> options) {
    @Override
    public String toString() {
      return String.join(" ", options);
    }
  }

  @Test
  void bitsAreThoseOfVersionTwo() {
    // After a deliberate change of the stream: run Checksums and keep what it prints.
    assertEquals(Csv.text("/checksums-v2.txt"), String.join("\n", Checksums.lines()) + "\n");
  }

  @ParameterizedTest
  @MethodSource("launches")
  void bitsAreTheSameIn(Launch launch, @TempDir Path folder) throws Exception {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(launch.options);
    // A JVM that lowers UseAVX to what the CPU has says so, by default among what is compared.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), Checksums.class.getName()));
    Path errors = folder.resolve("stderr");
    Path lines = folder.resolve("stdout");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(lines.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, () -> launch + " did not end: " + text(errors));
    assertEquals(0, process.exitValue(), () -> text(lines) + text(errors));
    assertEquals(Csv.text("/checksums-v2.txt"), text(lines).replace("\r\n", "\n"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Launch> launches() {
    List<List<String>> options = new ArrayList<>();
    options.add(List.of("-Xint"));
    options.add(List.of("-Xbatch", "-XX:TieredStopAtLevel=1"));
    options.add(List.of("-Xbatch", "-XX:-TieredCompilation"));
    options.add(List.of("-Xbatch", "-XX:-TieredCompilation", "-XX:-UseSuperWord"));
    if (isX86()) {
      for (int avx = 0; avx <= 3; avx++) {
        options.add(List.of("-Xbatch", "-XX:-TieredCompilation", "-XX:UseAVX=" + avx));
      }
    }
    return options.stream().map(Launch::new).toList();
  }

  private static boolean isX86() {
    return List.of("amd64", "x86_64", "x86", "i386").contains(System.getProperty("os.arch"));
  }

  private static String java() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    return bin.resolve(windows ? "java.exe" : "java").toString();
  }

  /** The folders of the classes under test and of the tests; neither needs a library. */
  private static String classPath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type : List.of(Fill.class, Checksums.class, HalfPrecision.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(System.getProperty("path.separator"), places);
  }
}
