package dev.fanwise.spark;

import dev.fanwise.runtime.LazyParameter;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** A model by the name of its class, found by reflection on each machine. */
final class NamedModel implements ModelSupplier {
  private static final long serialVersionUID = 1;
  private static final String METHOD = "lazyParameters";

  private final String className;
  private final long seed;
  private final Serializable[] arguments;

  NamedModel(String className, long seed, Serializable... arguments) {
    this.className = className;
    this.seed = seed;
    this.arguments = arguments.clone();
  }

  @Override
  public List<LazyParameter> get() {
    Class<?> type = load(className);
    if (ModelSupplier.class.isAssignableFrom(type)) {
      Serializable[] all = new Serializable[arguments.length + 1];
      all[0] = seed;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      return ((ModelSupplier) make(type, all)).get();
    }
    Class<?> initializer = hasMethod(type) ? type : load(initializerName(type));
    return list(initializer);
  }

  /** As the processor names it: an outer class's name before that of one inside. */
  private static String initializerName(Class<?> type) {
    String name = type.getName();
    int simple = name.lastIndexOf('.') + 1;
    return name.substring(0, simple) + name.substring(simple).replace('$', '_') + "Initializer";
  }

  private static Class<?> load(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : NamedModel.class.getClassLoader();
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "there is no class " + name + ": is the model's jar given to Spark by --jars?", e);
    }
  }

  private static boolean hasMethod(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(METHOD));
  }

  @SuppressWarnings("unchecked") // its generated return type
  private List<LazyParameter> list(Class<?> initializer) {
    Method withModel = null;
    Method without = null;
    for (Method method : initializer.getDeclaredMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getName().equals(METHOD) && types.length > 0) {
        if (types.length == 1 && types[0] == long.class) {
          without = method;
        } else if (types.length == 2 && types[1] == long.class) {
          withModel = method;
        }
      }
    }
    Object list;
    if (withModel != null && (without == null || arguments.length > 0)) {
      list = call(withModel, make(withModel.getParameterTypes()[0], arguments), seed);
    } else if (without != null && arguments.length == 0) {
      list = call(without, seed);
    } else {
      throw new IllegalArgumentException(
          initializer.getName()
              + " has no method lazyParameters(model, seed): was the model compiled with Fanwise's"
              + " processor?");
    }
    return (List<LazyParameter>) list;
  }

  private static Object make(Class<?> type, Serializable[] values) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Object[] converted = Conversion.of(values, constructor.getParameterTypes());
      if (converted != null) {
        constructor.setAccessible(true);
        try {
          return constructor.newInstance(converted);
        } catch (InvocationTargetException e) {
          throw rethrown(constructor, e);
        } catch (ReflectiveOperationException e) {
          throw new IllegalArgumentException(type.getName() + " cannot be made", e);
        }
      }
    }
    throw new IllegalArgumentException(
        type.getName() + " has no constructor that takes " + Arrays.toString(values));
  }

  private static Object call(Method method, Object... values) {
    method.setAccessible(true);
    try {
      return method.invoke(null, values);
    } catch (InvocationTargetException e) {
      throw rethrown(method, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(method + " cannot be called", e);
    }
  }

  private static RuntimeException rethrown(Executable called, InvocationTargetException e) {
    if (e.getCause() instanceof RuntimeException runtime) {
      return runtime;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalArgumentException(called + " failed", e.getCause());
  }

  @Override
  public String toString() {
    return className + Arrays.toString(arguments) + " with seed " + seed;
  }
}
