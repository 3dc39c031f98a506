import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars on the paths of the command javac, as the README has it. */
final class ProcessorPaths {
  private static final String NET =
      "package net;\n"
          + "import dev.fanwise.*;\n"
          + "public final class Net {\n"
          + "  @Shape({2, 3}) @XavierInit float[] w;\n"
          + "  public Net() {}\n"
          + "}\n";
  private static final String MODULE =
      "module org.example.net { requires dev.fanwise.runtime; exports net; }\n";

  private ProcessorPaths() {}

  static void check(Artifact annotations, Artifact runtime, Artifact processor) throws Exception {
    isAModule(processor);
    String libraries = path(runtime, annotations);
    String all = path(processor, runtime, annotations);
    for (String kind : List.of("-processorpath", "--processor-module-path")) {
      compiles("-classpath", libraries, kind, all);
      compiles("--module-path", libraries, kind, all);
      compiles("-classpath", libraries, kind, all, "-Afanwise.report=true");
    }
    compiles("-classpath", all, "-processor", "dev.fanwise.processor.FanwiseProcessor");
    says("fanwise-annotations and fanwise-runtime", libraries, path(processor));
    says("fanwise-annotations", libraries, path(processor, runtime));
    says("fanwise-runtime", libraries, path(processor, annotations));
  }

  private static void isAModule(Artifact processor) {
    ModuleDescriptor module =
        ModuleFinder.of(processor.jar()).findAll().iterator().next().descriptor();
    require("dev.fanwise.processor", module.name(), "name of the module");
    require(false, module.isAutomatic(), "automatic");
    require(
        new TreeSet<>(Set.of("dev.fanwise.runtime", "java.base", "java.compiler")),
        required(module, false),
        "modules that it requires");
    // Trees, for cards; a compiler without them has none.
    require(
        new TreeSet<>(Set.of("jdk.compiler")), required(module, true), "modules that it may have");
    require(
        List.of("dev.fanwise.processor.FanwiseProcessor"),
        module.provides().iterator().next().providers(),
        "providers");
    require(true, module.packages().contains("dev.fanwise.processor.javapoet"), "JavaPoet");
  }

  private static TreeSet<String> required(ModuleDescriptor module, boolean areOptional) {
    return module.requires().stream()
        .filter(
            one ->
                areOptional == one.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .map(ModuleDescriptor.Requires::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(Artifact... artifacts) {
    return Stream.of(artifacts)
        .map(artifact -> artifact.jar().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void compiles(String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("published");
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add("-Werror");
    command.add("-Xlint:all,-processing" + (arguments[0].equals("-classpath") ? ",-path" : ""));
    if (arguments[0].equals("--module-path")) {
      command.add(Files.writeString(folder.resolve("module-info.java"), MODULE).toString());
    }
    require("", javac(folder, command), "what javac prints with " + command);
    require(true, Files.exists(folder.resolve("out/net/NetInitializer.class")), "with " + command);
  }

  private static void says(String missing, String libraries, String path) throws Exception {
    Path folder = Files.createTempDirectory("published");
    String printed = javac(folder, List.of("-classpath", libraries, "-processorpath", path));
    require(
        "error: [Fanwise:LibraryMissing] The processor path lacks "
            + missing
            + ", without which fanwise-processor does not work. Add "
            + missing
            + " to it.\n1 error\n",
        printed,
        "what javac prints with " + path);
  }

  /** Runs it on the model; all that it prints. */
  private static String javac(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.add("-J-Duser.language=en");
    command.addAll(List.of("-d", folder.resolve("out").toString()));
    command.addAll(arguments);
    command.add(Files.writeString(folder.resolve("Net.java"), NET).toString());
    Path printed = folder.resolve("printed.txt");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start()
        .waitFor();
    return new String(Files.readAllBytes(printed), StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n");
  }

  private static void require(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": " + found + " instead of " + expected);
    }
  }
}
