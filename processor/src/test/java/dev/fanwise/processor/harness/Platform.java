package dev.fanwise.processor.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What {@code --release} shows javac of the JDK: the classes of that release, from the JDK's file
 * {@code ct.sym}. With the option javac opens that file, of thousands of entries, anew in every
 * run, which takes as long as the rest of a small one; here it stays open, and what is in its
 * packages is remembered.
 */
final class Platform extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private static final Map<Integer, JavaFileManager> KNOWN = new HashMap<>();

  private final Map<String, List<JavaFileObject>> classes = new HashMap<>();

  private Platform(StandardJavaFileManager files) {
    super(files);
  }

  /** This JDK's own classes, and the libraries of each run. */
  static JavaFileManager ofThisJdk() {
    return of(Runtime.version().feature());
  }

  /** The classes of a release, and the libraries of each run. */
  static synchronized JavaFileManager of(int release) {
    return KNOWN.computeIfAbsent(release, Platform::open);
  }

  private static JavaFileManager open(int release) {
    StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler()
            .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    if (release == Runtime.version().feature()) {
      return files;
    }
    files.handleOption("--system", List.of("none").iterator());
    try {
      for (Map.Entry<String, List<Path>> one : modules(release).entrySet()) {
        files.setLocationForModule(StandardLocation.SYSTEM_MODULES, one.getKey(), one.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Platform(files);
  }

  /** The folders of each module: {@code 9AB/java.base} has classes of 9, 10 and 11. */
  private static Map<String, List<Path>> modules(int release) throws IOException {
    Path file = Path.of(System.getProperty("java.home"), "lib", "ct.sym");
    FileSystem symbols = FileSystems.newFileSystem(file, (ClassLoader) null);
    String letter = Integer.toString(release, 36).toUpperCase(Locale.ROOT);
    Map<String, List<Path>> modules = new TreeMap<>();
    for (Path folder : folders(symbols.getPath("/"))) {
      if (name(folder).matches("[0-9A-Z]*" + letter + "[0-9A-Z]*")) {
        for (Path module : folders(folder)) {
          modules.computeIfAbsent(name(module), key -> new ArrayList<>()).add(module);
        }
      }
    }
    if (!modules.containsKey("java.base")) {
      throw new AssertionError("this JDK does not compile for release " + release);
    }
    return modules;
  }

  private static List<Path> folders(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString().replace("/", "");
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SYSTEM_MODULES || super.hasLocation(location);
  }

  private static boolean isOfTheJdk(Location location) {
    return location.getName().startsWith(StandardLocation.SYSTEM_MODULES.getName() + "[");
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (!isOfTheJdk(location) || recurse || !kinds.contains(JavaFileObject.Kind.CLASS)) {
      return super.list(location, packageName, kinds, recurse);
    }
    String key = location.getName() + packageName;
    List<JavaFileObject> found = classes.get(key);
    if (found == null) {
      found = new ArrayList<>();
      Set<JavaFileObject.Kind> other = Set.of(JavaFileObject.Kind.OTHER);
      for (JavaFileObject file : super.list(location, packageName, other, false)) {
        found.add(new Symbols(file));
      }
      classes.put(key, found);
    }
    return found;
  }

  @Override
  public JavaFileObject getJavaFileForInput(
      Location location, String className, JavaFileObject.Kind kind) throws IOException {
    if (!isOfTheJdk(location) || kind != JavaFileObject.Kind.CLASS) {
      return super.getJavaFileForInput(location, className, kind);
    }
    FileObject file = super.getFileForInput(location, "", className.replace('.', '/') + ".sig");
    return file == null ? null : new Symbols((JavaFileObject) file);
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return super.inferBinaryName(location, Symbols.unwrapped(file));
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return super.contains(location, Symbols.unwrapped((JavaFileObject) file));
  }

  @Override
  public Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
    return super.getLocationForModule(location, Symbols.unwrapped(file));
  }

  /** A class without code: {@code String.sig}. */
  private static final class Symbols extends ForwardingJavaFileObject<JavaFileObject> {
    Symbols(JavaFileObject file) {
      super(file);
    }

    static JavaFileObject unwrapped(JavaFileObject file) {
      return file instanceof Symbols symbols ? symbols.fileObject : file;
    }

    @Override
    public Kind getKind() {
      return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.CLASS && super.isNameCompatible(simpleName + ".sig", Kind.OTHER);
    }
  }
}
