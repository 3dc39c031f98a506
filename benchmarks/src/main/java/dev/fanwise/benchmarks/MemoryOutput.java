package dev.fanwise.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what a compiler writes in memory: disks are not what is measured. */
final class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {
  private final List<Written> sources = new ArrayList<>();

  MemoryOutput(JavaFileManager files) {
    super(files);
  }

  /** The generated sources. */
  List<JavaFileObject> sources() {
    return new ArrayList<>(sources);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    Written file = new Written(className, kind);
    if (kind == JavaFileObject.Kind.SOURCE) {
      sources.add(file);
    }
    return file;
  }

  /** A source that is given, not written. */
  static JavaFileObject source(String className, String code) {
    Written file = new Written(className, JavaFileObject.Kind.SOURCE);
    file.bytes.writeBytes(code.getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String className, Kind kind) {
      super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
