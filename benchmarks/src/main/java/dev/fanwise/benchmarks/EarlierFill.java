package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Fill;
import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * {@link Fill} of another build, so that both are measured in one process. Its class path, the
 * runtime's and the annotations' classes, is in the system property {@value #PROPERTY}.
 */
final class EarlierFill {
  static final String PROPERTY = "fanwise.before";

  private final MethodHandle fill;

  /** Whether there is another build; Maven gives an empty property where nobody names one. */
  static boolean isAsked() {
    return !System.getProperty(PROPERTY, "").isEmpty();
  }

  /** The other build's class path. */
  static String path() {
    return System.getProperty(PROPERTY);
  }

  /** The jars and folders of that path. */
  static URL[] places() {
    String[] places = path().split(File.pathSeparator);
    URL[] urls = new URL[places.length];
    try {
      for (int i = 0; i < places.length; i++) {
        urls[i] = Path.of(places[i]).toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no build of Fanwise in " + path(), e);
    }
    return urls;
  }

  /**
   * One of the methods for floats that take two numbers.
   *
   * @param name uniform or normal
   */
  EarlierFill(String name) {
    try {
      ClassLoader loader = new URLClassLoader(places(), ClassLoader.getPlatformClassLoader());
      MethodType type =
          MethodType.methodType(
              void.class,
              float[].class,
              int.class,
              int.class,
              long.class,
              long.class,
              double.class,
              double.class);
      fill =
          MethodHandles.publicLookup()
              .findStatic(loader.loadClass(Fill.class.getName()), name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no runtime of Fanwise in " + path(), e);
    }
  }

  void into(float[] floats, long key, double a, double b) throws Throwable {
    fill.invokeExact(floats, 0, floats.length, key, 0L, a, b);
  }
}
