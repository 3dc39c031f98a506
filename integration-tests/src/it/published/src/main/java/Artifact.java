import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A jar and its POM, as they would be published. */
final class Artifact {
  private final Path jar;
  private final Path pom;

  Artifact(String name) {
    String version = System.getProperty("fanwise.version");
    Path folder =
        Path.of(System.getProperty("fanwise.repository"), "dev/fanwise/fanwise-" + name, version);
    jar = folder.resolve("fanwise-" + name + "-" + version + ".jar");
    pom = folder.resolve("fanwise-" + name + "-" + version + ".pom");
  }

  Path jar() {
    return jar;
  }

  /** The names of the files in the jar. */
  List<String> files() {
    try (JarFile open = new JarFile(jar.toFile())) {
      return open.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> classes() {
    return files().stream().filter(name -> name.endsWith(".class")).collect(Collectors.toList());
  }

  byte[] bytes(String file) {
    try (JarFile open = new JarFile(jar.toFile());
        InputStream stream = open.getInputStream(open.getEntry(file))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dependencies that the POM names: a published one says nothing of tests. */
  List<String> dependencies() throws Exception {
    NodeList all = document().getElementsByTagName("dependency");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
        .collect(Collectors.toList());
  }

  /** Whether the POM cannot be read without another. */
  boolean hasParent() throws Exception {
    return document().getElementsByTagName("parent").getLength() > 0;
  }

  private Document document() throws Exception {
    try (InputStream stream = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
