package dev.fanwise.platform;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Classes that do what {@link ReflectionScan} finds, each one thing. */
final class Planted {
  private Planted() {}

  static final class ByName {
    static Class<?> find(String name) throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  /** By a method reference, which is no call. */
  static final class Referred {
    interface Finder {
      Class<?> find(String name) throws ClassNotFoundException;
    }

    static Finder finder() {
      return Class::forName;
    }
  }

  static final class Reflective {
    Method[] methods;
  }

  static final class Members {
    static int count(Class<?> type) {
      return type.getDeclaredFields().length;
    }
  }

  static final class NewArray {
    static Object make(Class<?> type) {
      return java.lang.reflect.Array.newInstance(type, 3);
    }
  }

  static final class Handles {
    static Object lookup() {
      return MethodHandles.lookup();
    }
  }

  static final class Services {
    static Object load() {
      return ServiceLoader.load(Runnable.class);
    }
  }

  static final class Resource {
    static URL find() {
      return Resource.class.getResource("table.bin");
    }
  }

  static final class Loader {
    static Class<?> load(String name) throws ClassNotFoundException {
      return Loader.class.getClassLoader().loadClass(name);
    }
  }

  static final class EnumByName {
    static TimeUnit unit(String name) {
      return Enum.valueOf(TimeUnit.class, name);
    }
  }

  /** Its {@code equals}, {@code hashCode} and {@code toString} are made by a bootstrap method. */
  record Bootstrapped(int number) {}

  /** What generated code does. */
  static final class Innocent {
    static Function<String, String> greeting(String name) {
      return text -> text + ", " + name + Nothing.valueOf("ONE");
    }

    enum Nothing {
      ONE
    }
  }
}
