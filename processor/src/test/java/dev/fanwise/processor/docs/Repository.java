package dev.fanwise.processor.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository, without those that a build makes. */
final class Repository {
  static final Path ROOT = Path.of("..");
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules");

  private static List<Path> files;

  private Repository() {}

  /** All, in the order of their names. */
  static synchronized List<Path> files() {
    if (files == null) {
      List<Path> found = new ArrayList<>();
      try {
        Files.walkFileTree(
            ROOT,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                return LEFT_OUT.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
                found.add(file.normalize());
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files = found.stream().sorted().toList();
    }
    return files;
  }

  /** Those whose names end so. */
  static List<Path> files(String... endings) {
    return files().stream()
        .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
        .toList();
  }

  /** The path from the root, with slashes. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
