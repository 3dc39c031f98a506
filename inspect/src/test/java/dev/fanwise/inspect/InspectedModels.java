package dev.fanwise.inspect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Shape;
import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two models as class files, and runs of the command over them. */
abstract class InspectedModels {
  static final String NET =
      """
      package p;
      import dev.fanwise.*;
      class Net extends Base {
        @Shape({64, 32}) @KaimingInit float[] first;
        @Shape({64, 64}) @KaimingInit float[] second;
        @Shape(64) @BiasInit(of = "second") @StreamName("b") float[] bias;
        @Shape({64, 64}) @XavierInit(gain = 3) double[] third;
        @Shape(dims = {"n", "8"}) @KaimingInit float[] wide;
        static final int SIZE = 3;
        int n;
        @Submodule Inner[] inner;
        static class Inner { @Shape({2, 3}) @XavierInit @Deprecated float[] w, z, a; }
      }
      """;

  static final String BASE =
      """
      package p;
      import dev.fanwise.*;
      public class Base { @Shape({64, 64}) @KaimingInit float[] inherited; }
      """;

  @TempDir Path folder;

  /** Both, compiled. */
  Path classes;

  record Result(int code, String out, String err) {}

  @BeforeEach
  void compile() throws IOException {
    classes = compile("classes", List.of("-proc:none"), NET, BASE);
  }

  /** Compiles sources into a folder. */
  Path compile(String name, List<String> options, String... sources) throws IOException {
    Path into = Files.createDirectories(folder.resolve(name));
    List<File> files = new ArrayList<>();
    for (String source : sources) {
      String type = source.replaceFirst("(?s).*?\n(?:public )?class (\\w+).*", "$1");
      Path file = folder.resolve(name + "-sources").resolve(type + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source).toFile());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    String path = home(Shape.class) + File.pathSeparator + home(Fill.class);
    all.addAll(List.of("-d", into.toString(), "-cp", path + File.pathSeparator + into));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      StringWriter messages = new StringWriter();
      var units = manager.getJavaFileObjectsFromFiles(files);
      var task = compiler.getTask(messages, manager, null, all, null, units);
      if (!options.contains("-proc:none")) {
        task.setProcessors(List.of(new FanwiseProcessor()));
      }
      assertTrue(task.call(), messages::toString);
    }
    return into;
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code = InspectCommand.run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Result(code, out.toString(), err.toString());
  }

  Path jar(Path from, String prefix) throws IOException {
    Path jar = folder.resolve("models.jar");
    try (OutputStream stream = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(stream);
        var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = from.relativize(file).toString().replace(File.separatorChar, '/');
        zip.putNextEntry(new ZipEntry(prefix + name));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
