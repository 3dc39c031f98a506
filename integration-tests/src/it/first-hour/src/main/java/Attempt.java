import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Sources that a user writes in a folder of their own, and what is said when they are compiled and run. */
final class Attempt {
  private final Path folder = Files.createTempDirectory(Path.of("target"), "attempt");
  private final List<String> files = new ArrayList<>();

  /**
   * @param sources by the names of their files
   */
  Attempt(Map<String, String> sources) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      files.add(Files.writeString(file, source.getValue()).toString());
    }
  }

  /** What javac prints. */
  String javac(String... options) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, command(options));
    return inOneLine(printed.toString());
  }

  /** What Eclipse's compiler prints. */
  String eclipse(String... options) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    BatchCompiler.compile(command(options), out, out, null);
    return inOneLine(printed.toString());
  }

  /** What a class says whose main method is run with nothing but what was compiled. */
  String run(String main) throws Exception {
    URL[] path = {folder.resolve("out").toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      return "";
    } catch (InvocationTargetException e) {
      return e.getCause().toString();
    }
  }

  private String[] command(String... options) {
    List<String> command = new ArrayList<>(List.of("-d", folder.resolve("out").toString()));
    command.addAll(List.of(options));
    command.addAll(files);
    return command.toArray(String[]::new);
  }

  private static String inOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
