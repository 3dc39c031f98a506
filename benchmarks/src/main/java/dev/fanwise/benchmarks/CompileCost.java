package dev.fanwise.benchmarks;

import com.google.auto.value.processor.AutoValueProcessor;
import dev.fanwise.processor.FanwiseProcessor;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to javac: processor time of the compiling thread over 500 models of eight
 * fields in one warm JVM, and time on the wall of a cold javac with one such model; each split into
 * what generates and what compiles the generated code, which would cost as much written by hand.
 * Beside it AutoValue with as many classes of as many properties; and, with {@code
 * -Dfanwise.before=…}, the jars of another build's processor, runtime and annotations, that build,
 * and how many times as long as that one this one takes.
 */
public final class CompileCost {
  private static final int CLASSES = 500;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 6;
  private static final int PROCESSES = 15;

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);

  private CompileCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.printf("Java %s%n", System.getProperty("java.version"));
    List<Subject> builds = new ArrayList<>();
    builds.add(new Subject("Fanwise", FanwiseProcessor::new, CompileCost::model, libraries("")));
    if (EarlierFill.isAsked()) {
      EarlierProcessor before = new EarlierProcessor();
      String path = EarlierFill.path() + File.pathSeparator + libraries("fanwise-");
      builds.add(new Subject("before", before::create, CompileCost::model, path));
    }
    List<Subject> all = new ArrayList<>(builds);
    all.add(new Subject("AutoValue", AutoValueProcessor::new, CompileCost::value, libraries("")));
    CompileCost cost = new CompileCost();
    ratios("warm", cost.warm(all));
    ratios("cold", cold(builds));
  }

  /** A processor, sources for it, and the class path for what it writes. */
  private record Subject(
      String name, Supplier<Processor> processor, IntFunction<String> code, String classPath) {

    /** Of the class path, what is Fanwise. */
    String ofFanwise() {
      return parts(classPath, part -> part.contains("fanwise-"));
    }
  }

  /** Milliseconds without the processor, beside what it has written, and with it. */
  private record Times(double alone, double byHand, double processed) {
    Times least(Times other) {
      return new Times(
          Math.min(alone, other.alone),
          Math.min(byHand, other.byHand),
          Math.min(processed, other.processed));
    }

    double toGenerate() {
      return processed - byHand;
    }

    double toCompile() {
      return byHand - alone;
    }

    double inAll() {
      return processed - alone;
    }
  }

  /** The first, which is this build, beside the second, if that is the other one. */
  private static void ratios(String how, Map<String, Times> measured) {
    Times now = measured.get("Fanwise");
    Times before = measured.get("before");
    if (before != null) {
      System.out.printf(
          "  %s, now / before: %.2f to generate, %.2f to compile what is generated, %.2f in all%n",
          how,
          now.toGenerate() / before.toGenerate(),
          now.toCompile() / before.toCompile(),
          now.inAll() / before.inAll());
    }
  }

  /** Interleaved, so that what else the machine does falls on all alike; the least of each. */
  private Map<String, Times> warm(List<Subject> subjects) throws IOException {
    Map<String, List<JavaFileObject>> sources = new LinkedHashMap<>();
    Map<String, List<JavaFileObject>> generated = new LinkedHashMap<>();
    for (Subject one : subjects) {
      List<JavaFileObject> code =
          IntStream.range(0, CLASSES)
              .mapToObj(i -> MemoryOutput.source("p.Model" + i, one.code().apply(i)))
              .toList();
      sources.put(one.name(), code);
      generated.put(one.name(), compile(one, code, true).sources());
      if (generated.get(one.name()).size() != CLASSES) {
        throw new IllegalStateException(one.name() + " does not generate " + CLASSES + " classes");
      }
    }
    Map<String, Times> least = new LinkedHashMap<>();
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      for (Subject one : subjects) {
        List<JavaFileObject> code = sources.get(one.name());
        List<JavaFileObject> all = new ArrayList<>(code);
        all.addAll(generated.get(one.name()));
        Times times =
            new Times(millis(one, code, false), millis(one, all, false), millis(one, code, true));
        if (run >= WARM_UPS) {
          least.merge(one.name(), times, Times::least);
        }
      }
    }
    for (Subject one : subjects) {
      long lines = 0;
      for (JavaFileObject file : generated.get(one.name())) {
        lines += file.getCharContent(true).toString().lines().count();
      }
      Times times = least.get(one.name());
      System.out.printf(
          "  warm, %d classes, ms a class: %-9s %.2f in all = %.2f to generate + %.2f to compile"
              + " what is generated, %d lines (javac alone %.2f)%n",
          CLASSES,
          one.name(),
          times.inAll() / CLASSES,
          times.toGenerate() / CLASSES,
          times.toCompile() / CLASSES,
          lines / CLASSES,
          times.alone() / CLASSES);
    }
    return least;
  }

  private double millis(Subject subject, List<JavaFileObject> sources, boolean isProcessed)
      throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    compile(subject, sources, isProcessed);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
  }

  private MemoryOutput compile(Subject subject, List<JavaFileObject> sources, boolean isProcessed)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryOutput output = new MemoryOutput(files);
    List<String> options = new ArrayList<>(List.of("-classpath", subject.classPath()));
    if (!isProcessed) {
      options.add("-proc:none");
    }
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(null, output, diagnostics, options, null, sources);
    if (isProcessed) {
      task.setProcessors(List.of(subject.processor().get()));
    }
    if (!task.call()) {
      throw new IllegalStateException(diagnostics.getDiagnostics().toString());
    }
    for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        throw new IllegalStateException(diagnostic.toString());
      }
    }
    return output;
  }

  /** A cold javac, without the processor, beside what it generates, and with it, in turn. */
  private static Map<String, Times> cold(List<Subject> builds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fanwise-cost");
    Path source = folder.resolve("Model0.java");
    Files.writeString(source, model(0));
    Map<Subject, Path> generated = new LinkedHashMap<>();
    for (Subject one : builds) {
      Path written = Files.createDirectory(folder.resolve(one.name()));
      javac(folder, one, "-processorpath", one.ofFanwise(), "-s", written + "", source + "");
      generated.put(one, written.resolve("p/Model0Initializer.java"));
    }
    Map<String, double[][]> all = new LinkedHashMap<>();
    for (Subject one : builds) {
      all.put(one.name(), new double[3][PROCESSES]);
    }
    for (int i = 0; i < PROCESSES; i++) {
      for (Subject one : builds) {
        double[][] times = all.get(one.name());
        times[0][i] = javac(folder, one, "-proc:none", source + "");
        times[1][i] = javac(folder, one, "-proc:none", source + "", generated.get(one) + "");
        times[2][i] = javac(folder, one, "-processorpath", one.ofFanwise(), source + "");
      }
    }
    delete(folder);
    Map<String, Times> medians = new LinkedHashMap<>();
    all.forEach(
        (name, times) -> {
          Times median = new Times(median(times[0]), median(times[1]), median(times[2]));
          medians.put(name, median);
          System.out.printf(
              "  cold, one class, ms, median of %d: %-9s %.0f in all = %.0f to generate + %.0f to"
                  + " compile what is generated (javac alone %.0f)%n",
              PROCESSES,
              name,
              median.inAll(),
              median.toGenerate(),
              median.toCompile(),
              median.alone());
        });
    return medians;
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static double javac(Path folder, Subject subject, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/javac");
    command.addAll(List.of("-d", folder.toString(), "-classpath", subject.ofFanwise()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("javac failed: " + printed);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** This program's class path without what has a text in its file name; all, if that is empty. */
  private static String libraries(String without) {
    return parts(
        System.getProperty("java.class.path"),
        part -> without.isEmpty() || !part.contains(without));
  }

  /** The parts of a path whose file names are asked for. */
  private static String parts(String path, Predicate<String> isAskedFor) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> isAskedFor.test(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String model(int i) {
    int in = 64 + i;
    int out = 32 + i % 7;
    return """
        package p;

        import dev.fanwise.*;

        public class Model%1$d {
          @Shape({%2$d, %3$d}) @XavierInit float[] first;
          @Shape(%2$d) @ZerosInit float[] firstBias;
          @Shape({%2$d, 3, 5, 5}) @KaimingInit(mode = FanMode.FAN_OUT) float[][][][] second;
          @Shape(%2$d) @ConstantInit(0.1) float[] secondBias;
          @Shape({%3$d, %2$d}) @LecunInit double[] third;
          @Shape({7, %2$d}) @NormalInit(std = 0.02) float[] fourth;
          @Shape({7, %3$d}) @TruncatedNormalInit(std = 0.02) float[] fifth;
          @Shape({%3$d, %3$d}) @OrthogonalInit float[] last;
        }
        """
        .formatted(i, out, in);
  }

  private static String value(int i) {
    return """
        package p;

        import com.google.auto.value.AutoValue;

        @AutoValue
        public abstract class Model%1$d {
          public abstract float[] first();
          public abstract String second();
          public abstract int third();
          public abstract double fourth();
          public abstract java.util.List<String> fifth();
          public abstract long sixth();
          public abstract boolean seventh();
          public abstract String last();
        }
        """
        .formatted(i)
        .replace(
            "public abstract float[] first",
            "@SuppressWarnings(\"mutable\")\n  public abstract float[] first");
  }
}
