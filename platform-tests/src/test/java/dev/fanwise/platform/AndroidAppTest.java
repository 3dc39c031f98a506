package dev.fanwise.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project of docs/android.md, as far as it needs no Android: the network and its training. */
class AndroidAppTest {
  private static final Path SOURCES = Path.of("android-app/app/src/main/java/org/example/app");

  @TempDir Path classes;

  private void compile() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              List.of(
                  "--release=11",
                  "-Xlint:all,-options,-processing",
                  "-Werror",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-d",
                  classes.toString()),
              null,
              files.getJavaFileObjects(
                  SOURCES.resolve("Net.java"), SOURCES.resolve("Training.java")));
      task.setProcessors(List.of(new FanwiseProcessor()));
      assertTrue(task.call(), said::toString);
    }
    assertEquals("", said.toString());
  }

  private static Object training(ClassLoader loader) throws ReflectiveOperationException {
    Constructor<?> constructor =
        loader.loadClass("org.example.app.Training").getDeclaredConstructor(long.class);
    constructor.setAccessible(true);
    return constructor.newInstance(42L);
  }

  private static float epoch(Object training) throws ReflectiveOperationException {
    Method epoch = training.getClass().getDeclaredMethod("epoch");
    epoch.setAccessible(true);
    return (float) epoch.invoke(training);
  }

  @Test
  void learnsTheSameEachTime() throws IOException, ReflectiveOperationException {
    compile();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Object training = training(loader);
      Object again = training(loader);
      float first = epoch(training);
      float last = first;
      assertEquals(first, epoch(again));
      for (int i = 0; i < 200; i++) {
        last = epoch(training);
        assertEquals(last, epoch(again));
      }
      assertTrue(first > 0.5f && last < 0.01f, first + " to " + last);
    }
  }

  /** Nothing but comments: that Fanwise needs no rule is what the page says. */
  @Test
  void itsRulesAreNone() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("android-app/app/proguard-rules.pro"))) {
      assertEquals(List.of(), lines.filter(line -> !line.startsWith("#")).toList());
    }
  }
}
