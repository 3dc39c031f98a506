package dev.fanwise.inspect;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A jar or a folder of classes, as files with the names that they have in a jar. */
final class Target implements Closeable {
  private final Path path;
  private final ZipFile zip;
  private final Set<String> names;

  private Target(Path path, ZipFile zip, Set<String> names) {
    this.path = path;
    this.zip = zip;
    this.names = names;
  }

  /** Opens a jar or folder. */
  static Target open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new Refusal(Exit.USAGE, path + " does not exist.");
    }
    if (Files.isDirectory(path)) {
      return new Target(path, null, namesIn(path));
    }
    if (path.toString().endsWith(".class")) {
      throw new Refusal(
          Exit.USAGE,
          path + " is one class. Give the folder that its package begins in, or a jar.");
    }
    try {
      ZipFile zip = new ZipFile(path.toFile());
      Set<String> names =
          zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
      return new Target(path, zip, names);
    } catch (ZipException e) {
      throw new Refusal(
          Exit.USAGE, path + " is neither a jar nor a folder of classes: " + e.getMessage() + ".");
    }
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file ->
                  folder
                      .relativize(file)
                      .toString()
                      .replace(file.getFileSystem().getSeparator(), "/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The names of all files, sorted. */
  Set<String> names() {
    return names;
  }

  /** The names of the classes of the jar or folder itself. */
  List<String> classes() {
    List<String> classes = new ArrayList<>();
    for (String name : names) {
      boolean isOther = name.startsWith("META-INF/") || name.endsWith("module-info.class");
      if (name.endsWith(".class") && !isOther) {
        classes.add(name);
      }
    }
    return classes;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  byte[] read(String name) throws IOException {
    if (zip == null) {
      return Files.readAllBytes(path.resolve(name));
    }
    try (InputStream stream = zip.getInputStream(zip.getEntry(name))) {
      return stream.readAllBytes();
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
