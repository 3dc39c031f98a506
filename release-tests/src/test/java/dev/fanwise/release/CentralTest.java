package dev.fanwise.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What Maven Central demands of each file of a release, and what Fanwise does. */
class CentralTest {
  private static final List<String> ARTIFACTS =
      List.of(
          "fanwise-adapt",
          "fanwise-annotations",
          "fanwise-bom",
          "fanwise-card",
          "fanwise-checkpoint",
          "fanwise-djl",
          "fanwise-dl4j",
          "fanwise-engines",
          "fanwise-processor",
          "fanwise-runtime",
          "fanwise-spark",
          "fanwise-tensorflow");
  private static final Map<String, String> CHECKSUMS =
      Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

  static List<Staged> artifacts() throws IOException {
    return Staged.all();
  }

  @Test
  void whatIsPublishedAndNothingElse() throws IOException {
    assertEquals(ARTIFACTS, Staged.all().stream().map(Staged::name).toList());
    TreeSet<String> expected = new TreeSet<>(List.of("signing-key.asc"));
    for (Staged artifact : Staged.all()) {
      for (Path file : artifact.files()) {
        String path = Staged.FOLDER.relativize(file).toString().replace('\\', '/');
        expected.add(path);
        expected.add(path + ".asc");
        for (String checksum : CHECKSUMS.keySet()) {
          expected.add(path + "." + checksum);
        }
      }
    }
    try (Stream<Path> files = Files.walk(Staged.FOLDER)) {
      TreeSet<String> found = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> Staged.FOLDER.relativize(file).toString().replace('\\', '/'))
          // Checksums of signatures: Central takes them, and needs none.
          .filter(file -> !file.matches(".*\\.asc\\.\\w+"))
          .forEach(found::add);
      assertEquals(expected, found);
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void itsPomIsComplete(Staged artifact) throws Exception {
    Element pom = artifact.pom();
    assertEquals("dev.fanwise", Staged.text(pom, "groupId"));
    assertEquals(artifact.name(), Staged.text(pom, "artifactId"));
    assertEquals(Staged.VERSION, Staged.text(pom, "version"));
    assertTrue(Staged.text(pom, "name").startsWith("Fanwise "), Staged.text(pom, "name"));
    assertTrue(Staged.text(pom, "description").length() > 20, Staged.text(pom, "description"));
    assertEquals("https://fanwise.dev", Staged.text(pom, "url"));
    assertEquals("Apache-2.0", Staged.text(pom, "licenses", "license", "name"));
    assertEquals(
        "https://www.apache.org/licenses/LICENSE-2.0.txt",
        Staged.text(pom, "licenses", "license", "url"));
    assertEquals("Fanwise authors", Staged.text(pom, "developers", "developer", "name"));
    assertNotEquals("", Staged.text(pom, "developers", "developer", "email"));
    assertEquals("https://fanwise.dev/fanwise", Staged.text(pom, "scm", "url"));
    for (String connection : List.of("connection", "developerConnection")) {
      assertEquals("scm:git:https://fanwise.dev/fanwise.git", Staged.text(pom, "scm", connection));
    }
    for (String left : List.of("parent", "repositories", "build", "profiles", "modules")) {
      assertEquals(0, pom.getElementsByTagName(left).getLength(), left);
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void itHasSourcesAndJavadoc(Staged artifact) throws Exception {
    if (artifact.isPom()) {
      assertEquals(List.of(artifact.file(".pom")), artifact.files());
      return;
    }
    List<String> classes = entries(artifact.file(".jar"));
    List<String> sources = entries(artifact.file("-sources.jar"));
    List<String> javadoc = entries(artifact.file("-javadoc.jar"));
    assertTrue(javadoc.contains("index.html"), () -> "index.html of " + javadoc);
    assertTrue(sources.stream().filter(name -> name.endsWith(".java")).count() > 1);
    for (String source : sources) {
      if (source.endsWith(".java") && !source.endsWith("-info.java")) {
        String name = source.replace(".java", ".class");
        assertTrue(classes.contains(name), () -> name + " is not in the jar");
      }
    }
    for (String jar : List.of(".jar", "-sources.jar")) {
      assertTrue(entries(artifact.file(jar)).contains("META-INF/LICENSE"), "licence in " + jar);
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void noFileSpeaksOfASnapshotOrOfTheMachine(Staged artifact) throws Exception {
    List<String> machine =
        List.of("-SNAPSHOT", System.getProperty("user.home") + "/", "Built-By", "file:/");
    List<String> found = new ArrayList<>();
    for (Path file : artifact.files()) {
      if (file.toString().endsWith(".pom")) {
        said(machine, Files.readString(file, UTF_8), file.toString(), found);
        continue;
      }
      try (JarFile jar = new JarFile(file.toFile())) {
        for (JarEntry entry : jar.stream().toList()) {
          try (InputStream stream = jar.getInputStream(entry)) {
            String text = new String(stream.readAllBytes(), ISO_8859_1);
            said(machine, text, file.getFileName() + "!" + entry.getName(), found);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void said(List<String> words, String text, String where, List<String> found) {
    words.stream().filter(text::contains).forEach(word -> found.add(where + " has " + word));
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void checksumsAndSignaturesAreOfItsFiles(Staged artifact) throws Exception {
    PublicKey key = new PublicKey(Staged.FOLDER.resolve("signing-key.asc"));
    Path other = new Staged("fanwise-bom").file(".pom.asc");
    for (Path file : artifact.files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
        assertEquals(
            HexFormat.of().formatHex(MessageDigest.getInstance(checksum.getValue()).digest(bytes)),
            Files.readString(beside(file, checksum.getKey())).strip(),
            () -> checksum.getKey() + " of " + file);
      }
      assertTrue(key.signed(bytes, beside(file, "asc")), () -> "signature of " + file);
      bytes[bytes.length / 2] ^= 1;
      assertFalse(key.signed(bytes, beside(file, "asc")), () -> "a bit is other in " + file);
      if (!artifact.name().equals("fanwise-bom")) {
        bytes[bytes.length / 2] ^= 1;
        assertFalse(key.signed(bytes, other), () -> "another file's signature for " + file);
      }
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + "." + ending);
  }

  private static List<String> entries(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }
}
