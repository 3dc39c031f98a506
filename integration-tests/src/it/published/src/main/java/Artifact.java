import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A jar and its POM, as they would be published. */
final class Artifact {
  /** The class file version of Java 1, if there were one. */
  private static final int BEFORE_JAVA_1 = 44;

  private final String name;
  private final Path jar;
  private final Path pom;

  /**
   * @param name without "fanwise-"
   */
  Artifact(String name) {
    this.name = name;
    String version = System.getProperty("fanwise.version");
    Path folder =
        Path.of(System.getProperty("fanwise.repository"), "dev/fanwise/fanwise-" + name, version);
    jar = folder.resolve("fanwise-" + name + "-" + version + ".jar");
    pom = folder.resolve("fanwise-" + name + "-" + version + ".pom");
  }

  String name() {
    return name;
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

  /** The release of Java that all classes are for. */
  int release() {
    List<Integer> versions =
        classes().stream().map(file -> (int) bytes(file)[7]).distinct().collect(Collectors.toList());
    if (versions.size() != 1) {
      throw new AssertionError("class file versions of " + jar + ": " + versions);
    }
    return versions.get(0) - BEFORE_JAVA_1;
  }

  /** Those in a scope, as group and artifact; there is none of tests. */
  List<String> dependencies(String scope) {
    NodeList all = document().getElementsByTagName("dependency");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element dependency = (Element) all.item(i);
      String written = text(dependency, "scope");
      if (!List.of("", "compile", "provided").contains(written)) {
        throw new AssertionError(pom + " has a dependency of scope " + written);
      }
      if (scope.equals(written.isEmpty() ? "compile" : written)) {
        found.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
      }
    }
    return found;
  }

  /** Whether the POM cannot be read without another. */
  boolean hasParent() {
    return document().getElementsByTagName("parent").getLength() > 0;
  }

  private Document document() {
    try (InputStream stream = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(pom.toString(), e);
    }
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
