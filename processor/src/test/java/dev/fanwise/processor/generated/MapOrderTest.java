package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maps of models are walked in an order that the JVM does not choose: {@code Map.of} has another
 * one in each of them.
 */
class MapOrderTest {
  private static final int JVMS = 5;

  private static final String MAPS =
      """
        static final String[] KEYS = {"d", "b", "h", "a", "c", "g", "f", "e"};
        @Submodule Map<String, Layer> shuffled = Map.copyOf(filled(new HashMap<>()));
        @Submodule Map<String, List<Layer>> hashed = new HashMap<>();
        @Submodule Map<String, Layer> sorted = filled(new TreeMap<>(Comparator.reverseOrder()));
        @Submodule Map<String, Layer> asPut = filled(new LinkedHashMap<>(16, 0.75f, true));
        { for (String key : KEYS) hashed.put(key, List.of(new Layer())); }
        static Map<String, Layer> filled(Map<String, Layer> map) {
          for (String key : KEYS) map.put(key, new Layer());
          return map;
        }
        static class Layer { @Shape({3, 5}) @XavierInit float[] w; }
      """;

  private static final String MAIN =
      """
      import java.util.*;
      class Main {
        public static void main(String[] none) {
          OwnNet own = OwnNetInitializer.initialize(new OwnNet(), 7);
          OwnNetInitializer.visitParameters(own, Main::print);
          TorchNet torch = TorchNetInitializer.initialize(new TorchNet(), 7);
          TorchNetInitializer.visitParameters(torch, Main::print);
          JaxNet jax = JaxNetInitializer.initialize(new JaxNet(), 7);
          JaxNetInitializer.visitParameters(jax, Main::print);
          System.out.println(JaxNetInitializer.parameters(jax));
          for (String key : Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1).keySet()) {
            System.out.print(key);
          }
        }
        static void print(dev.fanwise.runtime.ParameterInfo info, Object weights) {
          System.out.println(info.name() + " " + Arrays.toString((float[]) weights));
        }
      }
      """;

  private static String net(String name, String engine) {
    return "import dev.fanwise.*; import java.util.*;\n@RandomStream(RandomEngine."
        + (engine + ")\nclass " + name + " {\n" + MAPS + "}\n");
  }

  @Test
  void isTheSameInEveryJvm(@TempDir Path folder) throws IOException, InterruptedException {
    List<Path> sources =
        List.of(
            Files.writeString(folder.resolve("OwnNet.java"), net("OwnNet", "FANWISE")),
            Files.writeString(folder.resolve("TorchNet.java"), net("TorchNet", "TORCH")),
            Files.writeString(folder.resolve("JaxNet.java"), net("JaxNet", "JAX")),
            Files.writeString(folder.resolve("Main.java"), MAIN));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      CompilationTask task =
          compiler.getTask(
              null,
              files,
              null,
              List.of("-d", folder.toString(), "-cp", Javac.libraries(), "-implicit:none"),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new FanwiseProcessor()));
      assertTrue(task.call());
    }
    Set<List<String>> outputs = new HashSet<>();
    Set<String> orders = new HashSet<>();
    for (int i = 0; i < JVMS; i++) {
      List<String> lines = new ArrayList<>(run(folder));
      orders.add(lines.remove(lines.size() - 1));
      outputs.add(lines);
    }
    assertTrue(orders.size() > 1, "the JVMs shuffle: " + orders);
    assertEquals(1, outputs.size(), () -> "as many outputs: " + outputs);
    List<String> names =
        outputs.iterator().next().stream().limit(32).map(line -> line.split(" ")[0]).toList();
    List<String> expected = new ArrayList<>();
    add(expected, "shuffled.", "a b c d e f g h", ".w");
    add(expected, "hashed.", "a b c d e f g h", ".0.w");
    add(expected, "sorted.", "h g f e d c b a", ".w");
    add(expected, "asPut.", "d b h a c g f e", ".w");
    assertEquals(expected, names);
  }

  private static void add(List<String> names, String field, String keys, String end) {
    for (String key : keys.split(" ")) {
      names.add(field + key + end);
    }
  }

  private static List<String> run(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                folder + File.pathSeparator + Javac.libraries(),
                "Main")
            .redirectErrorStream(true)
            .start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
    return lines;
  }
}
