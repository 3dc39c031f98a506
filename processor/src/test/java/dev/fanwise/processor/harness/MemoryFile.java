package dev.fanwise.processor.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A source or class file in memory. */
final class MemoryFile extends SimpleJavaFileObject {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:\\S.*? )??(?:class|@?interface|enum|record) ([^\\s<({]+)");
  private static final Pattern COMPACT = Pattern.compile("(?m)^void main\\(");
  private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ");

  private final String binaryName;
  private final String path;
  private byte[] bytes;

  MemoryFile(String binaryName, Kind kind) {
    this(binaryName, kind, new byte[0]);
  }

  MemoryFile(String binaryName, Kind kind, byte[] bytes) {
    this(binaryName, kind, bytes, uri(binaryName, kind));
  }

  private MemoryFile(String binaryName, Kind kind, byte[] bytes, URI uri) {
    super(uri, kind);
    this.binaryName = binaryName;
    this.path = uri(binaryName, kind).getPath().substring(1);
    this.bytes = bytes;
  }

  /** The same, for those who ask where it is, as a file in a folder. */
  MemoryFile in(Path folder) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      return new MemoryFile(binaryName, kind, bytes, Files.write(file, bytes).toUri());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source file with the name that its first top-level type gives it. */
  static MemoryFile source(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    if (MODULE.matcher(code).find()) {
      return new MemoryFile("module-info", Kind.SOURCE, bytes);
    }
    Matcher type = TYPE.matcher(code);
    if (!type.find() && COMPACT.matcher(code).find()) {
      return new MemoryFile("Main", Kind.SOURCE, bytes);
    }
    if (!type.reset().find()) {
      throw new IllegalArgumentException("no type at the start of a line:\n" + code);
    }
    Matcher inPackage = PACKAGE.matcher(code);
    String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
    return new MemoryFile(prefix + type.group(1), Kind.SOURCE, bytes);
  }

  private static URI uri(String binaryName, Kind kind) {
    try {
      return new URI("memory", null, "/" + binaryName.replace('.', '/') + kind.extension, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(binaryName, e);
    }
  }

  /** The path that javac prints. */
  @Override
  public String getName() {
    return path;
  }

  String binaryName() {
    return binaryName;
  }

  byte[] bytes() {
    return bytes;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text();
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public OutputStream openOutputStream() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        bytes = toByteArray();
      }
    };
  }
}
