package dev.fanwise.benchmarks;

import dev.fanwise.processor.FanwiseProcessor;
import java.net.URL;
import java.net.URLClassLoader;
import javax.annotation.processing.Processor;

/**
 * The processor of another build, so that both are measured in one process. The jars of that
 * processor, its runtime and its annotations are in the system property {@link
 * EarlierFill#PROPERTY}.
 */
final class EarlierProcessor {
  private final ClassLoader loader = new OwnFirst(EarlierFill.places());

  Processor create() {
    try {
      Class<?> type = loader.loadClass(FanwiseProcessor.class.getName());
      return (Processor) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no processor of Fanwise in " + EarlierFill.path(), e);
    }
  }

  /** Has Fanwise's classes from its own jars, and javac's, as this program has them. */
  private static final class OwnFirst extends URLClassLoader {
    OwnFirst(URL[] urls) {
      super(urls, EarlierProcessor.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.fanwise.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }
}
