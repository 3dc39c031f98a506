package dev.fanwise.inspect;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps in memory what the compiler would write; only the cards matter. */
final class CardFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, MemoryFile> resources = new TreeMap<>();
  private final Runnable written;
  private int count;

  /**
   * @param written is called for each page
   */
  CardFiles(StandardJavaFileManager below, Runnable written) {
    super(below);
    this.written = written;
  }

  /** A file that was written, or null. */
  String text(String name) {
    MemoryFile file = resources.get(name);
    return file == null ? null : file.bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new MemoryFile(className, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    MemoryFile file = new MemoryFile(relativeName, JavaFileObject.Kind.OTHER);
    resources.put(relativeName, file);
    if (relativeName.endsWith(".html")) {
      written.run();
    }
    return file;
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a == b || !isOurs(a) && !isOurs(b) && super.isSameFile(a, b);
  }

  private static boolean isOurs(FileObject file) {
    return file instanceof MemoryFile;
  }

  private final class MemoryFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final String simpleName;

    MemoryFile(String name, Kind kind) {
      // By number: names of classes may have letters that an address cannot have.
      super(URI.create("memory:/" + count++ + kind.extension), kind);
      this.simpleName = name.substring(name.lastIndexOf('.') + 1);
    }

    /** A public class is in a file of its name, which the address does not show. */
    @Override
    public boolean isNameCompatible(String otherName, Kind otherKind) {
      return otherKind == kind && otherName.equals(simpleName);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
