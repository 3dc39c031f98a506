package dev.fanwise.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One artifact in the folder that {@code .ci/stage} has made. */
record Staged(String name) {
  static final Path FOLDER = Path.of(System.getProperty("fanwise.staging"));
  static final String VERSION = System.getProperty("fanwise.version");

  /** All that are there. */
  static List<Staged> all() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER.resolve("dev/fanwise"))) {
      return folders.map(Path::getFileName).map(Path::toString).sorted().map(Staged::new).toList();
    }
  }

  private Path folder() {
    return FOLDER.resolve("dev/fanwise").resolve(name).resolve(VERSION);
  }

  /** A file by what follows the version in its name: {@code .pom}, {@code -sources.jar}. */
  Path file(String ending) {
    return folder().resolve(name + "-" + VERSION + ending);
  }

  /** What has been built, without signatures and checksums. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().matches(".*\\.(jar|pom)")).sorted().toList();
    }
  }

  Element pom() throws Exception {
    try (InputStream stream = Files.newInputStream(file(".pom"))) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(stream)
          .getDocumentElement();
    }
  }

  boolean isPom() throws Exception {
    return text(pom(), "packaging").equals("pom");
  }

  /**
   * The dependencies as {@code group:artifact:version}, with the scope if it is not the usual one.
   */
  List<String> dependencies(String... path) throws Exception {
    Element parent = pom();
    for (String step : path) {
      parent = child(parent, step);
    }
    List<String> found = new ArrayList<>();
    for (Element dependency : children(child(parent, "dependencies"))) {
      String scope = text(dependency, "scope");
      found.add(
          text(dependency, "groupId")
              + ":"
              + text(dependency, "artifactId")
              + ":"
              + text(dependency, "version")
              + (scope.isEmpty() || scope.equals("compile") ? "" : " " + scope));
    }
    return found;
  }

  /** The text of an element, by the way to it; empty if there is none. */
  static String text(Element from, String... path) {
    Element at = from;
    for (String step : path) {
      at = child(at, step);
    }
    return at == null ? "" : at.getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    for (Element child : children(parent)) {
      if (child.getTagName().equals(name)) {
        return child;
      }
    }
    return null;
  }

  private static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent == null ? null : parent.getFirstChild();
        node != null;
        node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return name;
  }
}
