package dev.fanwise.processor.harness;

import dev.fanwise.processor.FanwiseProcessor;
import java.net.URL;
import java.net.URLClassLoader;
import javax.annotation.processing.Processor;

/** The processor on a path without Fanwise's other libraries. */
public final class BareProcessor {
  private BareProcessor() {}

  /** Loads it, with libraries or without. */
  public static Processor load(Class<?>... libraries) {
    URL[] path = new URL[libraries.length + 1];
    path[0] = home(FanwiseProcessor.class);
    for (int i = 0; i < libraries.length; i++) {
      path[i + 1] = home(libraries[i]);
    }
    // Open as long as it lives: its classes need others.
    ClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    try {
      Class<?> type = loader.loadClass(FanwiseProcessor.class.getName());
      return (Processor) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
