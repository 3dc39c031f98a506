package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bits from the interpreter, each compiler, each vector width and each JDK found. */
class SameBitsTest {
  /** The oldest Java that reads this module's test classes. */
  private static final int OLDEST = 17;

  record Launch(String jdk, Path java, List<String> options) {
    @Override
    public String toString() {
      return jdk + " " + String.join(" ", options);
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
    List<String> command = new ArrayList<>(List.of(launch.java.toString()));
    command.addAll(launch.options);
    // A JVM that lowers UseAVX to what the CPU has says so, by default among what is compared.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), Checksums.class.getName()));
    Path errors = folder.resolve("stderr");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace("\r\n", "\n");
    assertEquals(0, process.waitFor(), () -> output + text(errors));
    assertEquals(String.join("\n", Checksums.lines()) + "\n", output);
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
    List<Launch> launches = new ArrayList<>();
    Map<String, Path> jdks = jdks();
    System.out.println("SameBitsTest runs on " + jdks);
    jdks.forEach(
        (jdk, java) -> options.forEach(choice -> launches.add(new Launch(jdk, java, choice))));
    return launches;
  }

  @Test
  void thisJdkIsAmongThoseFound() {
    assertTrue(jdks().containsKey(home().getFileName().toString()));
  }

  private static boolean isX86() {
    return List.of("amd64", "x86_64", "x86", "i386").contains(System.getProperty("os.arch"));
  }

  /** The JDK that runs this test and those beside it, by their folders' real names. */
  private static Map<String, Path> jdks() {
    Map<String, Path> jdks = new TreeMap<>();
    jdks.put(home().getFileName().toString(), java(home()));
    try (Stream<Path> siblings = Files.list(home().getParent())) {
      for (Path sibling : siblings.toList()) {
        if (Files.isExecutable(java(sibling)) && release(sibling) >= OLDEST) {
          Path real = sibling.toRealPath();
          jdks.put(real.getFileName().toString(), java(real));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jdks;
  }

  private static Path home() {
    try {
      return Path.of(System.getProperty("java.home")).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path java(Path home) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }

  /** The feature release in a JDK's {@code release} file, or 0 without one. */
  private static int release(Path home) throws IOException {
    Path file = home.resolve("release");
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("JAVA_VERSION=")) {
          return Runtime.Version.parse(line.substring(13).replace("\"", "")).feature();
        }
      }
    }
    return 0;
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
