package dev.fanwise.processor.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Keeps what javac writes, and shows it what it wrote in earlier runs. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final OutputWatch watch;
  private final List<Outcome> earlier;
  private final Map<String, MemoryFile> sources = new LinkedHashMap<>();
  private final Map<String, MemoryFile> classes = new LinkedHashMap<>();
  private final Map<String, MemoryFile> resources = new LinkedHashMap<>();

  MemoryFiles(JavaFileManager below, OutputWatch watch, List<Outcome> earlier) {
    super(below);
    this.watch = watch;
    this.earlier = earlier;
  }

  Map<String, String> sources() {
    Map<String, String> texts = new LinkedHashMap<>();
    sources.forEach((name, file) -> texts.put(name, file.text()));
    return texts;
  }

  Map<String, String> resources() {
    Map<String, String> texts = new LinkedHashMap<>();
    resources.forEach((name, file) -> texts.put(name, file.text()));
    return texts;
  }

  Map<String, byte[]> classes() {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    classes.forEach((name, file) -> bytes.put(name, file.bytes()));
    return bytes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
      throws IOException {
    watch.onOutput(className, kind);
    MemoryFile file = new MemoryFile(className, kind);
    (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(className, file);
    return file;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    if (location != StandardLocation.CLASS_OUTPUT || !packageName.isEmpty()) {
      throw new AssertionError("a resource is written: " + packageName + "/" + relativeName);
    }
    MemoryFile file = new MemoryFile(relativeName, JavaFileObject.Kind.OTHER);
    resources.put(relativeName, file);
    return file;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    List<JavaFileObject> found = new ArrayList<>();
    super.list(location, packageName, kinds, recurse).forEach(found::add);
    if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
      for (Outcome run : earlier) {
        run.classes()
            .forEach(
                (name, bytes) -> {
                  if (packageOf(name).equals(packageName)) {
                    found.add(new MemoryFile(name, JavaFileObject.Kind.CLASS, bytes));
                  }
                });
      }
    }
    return found;
  }

  private static String packageOf(String binaryName) {
    return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof MemoryFile memory
        ? memory.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  /** Leaves the file manager below open for the next run. */
  @Override
  public void close() {}
}
