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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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
 * Beside it AutoValue with as many classes of as many properties.
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
    CompileCost cost = new CompileCost();
    cost.warm("Fanwise", FanwiseProcessor::new, CompileCost::model);
    cost.warm("AutoValue", AutoValueProcessor::new, CompileCost::value);
    cold();
  }

  /** Interleaved, so that what else the machine does falls on all alike; the least of each. */
  private void warm(String name, Supplier<Processor> processor, IntFunction<String> code)
      throws IOException {
    List<JavaFileObject> sources =
        IntStream.range(0, CLASSES)
            .mapToObj(i -> MemoryOutput.source("p.Model" + i, code.apply(i)))
            .toList();
    List<JavaFileObject> all = new ArrayList<>(sources);
    all.addAll(compile(sources, processor.get()).sources());
    if (all.size() != 2 * CLASSES) {
      throw new IllegalStateException(name + " generates " + (all.size() - CLASSES) + " classes");
    }
    double alone = Double.MAX_VALUE;
    double byHand = Double.MAX_VALUE;
    double processed = Double.MAX_VALUE;
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      double[] times = {millis(sources, null), millis(all, null), millis(sources, processor.get())};
      if (run >= WARM_UPS) {
        alone = Math.min(alone, times[0]);
        byHand = Math.min(byHand, times[1]);
        processed = Math.min(processed, times[2]);
      }
    }
    System.out.printf(
        "  warm, %d classes, ms a class: %-9s %.2f in all = %.2f to generate + %.2f to compile what"
            + " is generated (javac alone %.2f)%n",
        CLASSES,
        name,
        (processed - alone) / CLASSES,
        (processed - byHand) / CLASSES,
        (byHand - alone) / CLASSES,
        alone / CLASSES);
  }

  private double millis(List<JavaFileObject> sources, Processor processor) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    compile(sources, processor);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
  }

  private MemoryOutput compile(List<JavaFileObject> sources, Processor processor)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryOutput output = new MemoryOutput(files);
    List<String> options = new ArrayList<>(List.of("-classpath", libraries("")));
    if (processor == null) {
      options.add("-proc:none");
    }
    JavaCompiler.CompilationTask task =
        COMPILER.getTask(null, output, diagnostics, options, null, sources);
    if (processor != null) {
      task.setProcessors(List.of(processor));
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
  private static void cold() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fanwise-cost");
    Path source = folder.resolve("Model0.java");
    Files.writeString(source, model(0));
    Path sources = Files.createDirectory(folder.resolve("generated"));
    String processors = libraries("fanwise-");
    javac(folder, "-processorpath", processors, "-s", sources.toString(), source.toString());
    String generated = sources.resolve("p/Model0Initializer.java").toString();
    double[] alone = new double[PROCESSES];
    double[] byHand = new double[PROCESSES];
    double[] processed = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
      alone[i] = javac(folder, "-proc:none", source.toString());
      byHand[i] = javac(folder, "-proc:none", source.toString(), generated);
      processed[i] = javac(folder, "-processorpath", processors, source.toString());
    }
    System.out.printf(
        "  cold, one class, ms, median of %d: Fanwise %.0f in all = %.0f to generate + %.0f to"
            + " compile what is generated (javac alone %.0f)%n",
        PROCESSES,
        median(processed) - median(alone),
        median(processed) - median(byHand),
        median(byHand) - median(alone),
        median(alone));
    delete(folder);
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static double javac(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/javac");
    command.addAll(List.of("-d", folder.toString(), "-classpath", libraries("fanwise-")));
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

  /** The parts of this program's class path whose file names contain a text. */
  private static String libraries(String part) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().contains(part))
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
