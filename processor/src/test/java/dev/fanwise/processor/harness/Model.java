package dev.fanwise.processor.harness;

import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** A model object and the initialiser of its class, both by reflection. */
public final class Model {
  private final Class<?> type;
  private final Class<?> initializer;
  private final Object object;
  private final Map<String, Method> methods = new HashMap<>();

  private Model(Class<?> type, Class<?> initializer, Object object) {
    this.type = type;
    this.initializer = initializer;
    this.object = object;
  }

  /** A new object of a model class, given by its binary name, in a class loader of its own. */
  public static Model of(Outcome outcome, String className, Object... arguments) {
    return of(outcome.load(), className, arguments);
  }

  /** An object that is there, of a model class. */
  public static Model around(Object object) {
    Class<?> type = object.getClass();
    try {
      return new Model(type, initializerOf(type), object);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * A new object of a model class.
   *
   * @param arguments what its constructor takes: the object around it, for an inner class
   */
  public static Model of(ClassLoader loader, String className, Object... arguments) {
    try {
      Class<?> type = loader.loadClass(className);
      Constructor<?> constructor =
          Stream.of(type.getDeclaredConstructors())
              .filter(one -> one.getParameterCount() == arguments.length)
              .findFirst()
              .orElseThrow();
      constructor.setAccessible(true);
      return new Model(type, initializerOf(type), constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> initializerOf(Class<?> type) throws ClassNotFoundException {
    String name = type.getSimpleName();
    for (Class<?> around = type; (around = around.getEnclosingClass()) != null; ) {
      name = around.getSimpleName() + "_" + name;
    }
    String prefix = type.getPackageName().isEmpty() ? "" : type.getPackageName() + ".";
    return type.getClassLoader().loadClass(prefix + name + "Initializer");
  }

  public Object object() {
    return object;
  }

  public Class<?> initializer() {
    return initializer;
  }

  public Object get(String field) {
    try {
      return field(field).get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  public void set(String field, Object value) {
    try {
      field(field).set(object, value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private Field field(String name) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      try {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException e) {
        continue; // with its superclass
      }
    }
    throw new AssertionError(name + " is no field of " + type);
  }

  /** {@code initialize(model, seed)}. */
  public Object initialize(long seed) {
    return call("initialize", object, seed);
  }

  /** Calls {@code initialize} of the object with the threads of a pool. */
  public Object initialize(long seed, ForkJoinPool pool) {
    return call("initialize", object, seed, pool);
  }

  /** {@code initialize(other, seed)}. */
  public Object initialize(Object other, long seed) {
    return call("initialize", other, seed);
  }

  /** {@code fillName(array, seed)}. */
  public void fill(String field, Object array, long seed) {
    call(fillMethod(field), array, seed);
  }

  /** {@code fillName(into, offset, from, count, seed)}. */
  public void fill(String field, Object into, int offset, long from, int count, long seed) {
    call(fillMethod(field), into, offset, from, count, seed);
  }

  /** {@code fillName(array, dimensions..., seed)}, of a symbolic shape. */
  public void fill(String field, Object array, List<Integer> dimensions, long seed) {
    List<Object> arguments = new ArrayList<>(List.of(array));
    arguments.addAll(dimensions);
    arguments.add(seed);
    call(fillMethod(field), arguments.toArray());
  }

  /** {@code fillName(into, offset, from, count, dimensions..., seed)}, of a symbolic shape. */
  public void fill(
      String field,
      Object into,
      int offset,
      long from,
      int count,
      List<Integer> dimensions,
      long seed) {
    List<Object> arguments = new ArrayList<>(List.of(into, offset, from, count));
    arguments.addAll(dimensions);
    arguments.add(seed);
    call(fillMethod(field), arguments.toArray());
  }

  /** {@code visitParameters(model, visitor)}. */
  public void visit(ParameterVisitor visitor) {
    call("visitParameters", object, visitor);
  }

  /** {@code visitParameters(other, visitor)}. */
  public void visit(Object other, ParameterVisitor visitor) {
    call("visitParameters", other, visitor);
  }

  /** {@code parameters(model)}. */
  @SuppressWarnings("unchecked")
  public List<ParameterInfo> parametersOfModel() {
    return (List<ParameterInfo>) call("parameters", object);
  }

  /** {@code lazyParameters(model, seed)}. */
  @SuppressWarnings("unchecked")
  public List<LazyParameter> lazyParameters(long seed) {
    return (List<LazyParameter>) call("lazyParameters", object, seed);
  }

  /** {@code lazyParameters(seed)}. */
  @SuppressWarnings("unchecked")
  public List<LazyParameter> constantLazyParameters(long seed) {
    return (List<LazyParameter>) call("lazyParameters", seed);
  }

  /** {@code allocate(model)}. */
  public Object allocate() {
    return call("allocate", object);
  }

  /** {@code parameterCount(model)}. */
  public long count() {
    return (long) call("parameterCount", object);
  }

  /** {@code parameterCount()}. */
  public long constantCount() {
    return (long) call("parameterCount");
  }

  /** {@code parameters()}. */
  @SuppressWarnings("unchecked")
  public List<ParameterInfo> parameters() {
    return (List<ParameterInfo>) call("parameters");
  }

  public ParameterInfo parameter(String name) {
    return parameters().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The names of the parameters, in order. */
  public List<String> names() {
    return parameters().stream().map(ParameterInfo::name).toList();
  }

  private static String fillMethod(String field) {
    int first = field.codePointAt(0);
    return "fill"
        + Character.toString(Character.toUpperCase(first))
        + field.substring(Character.charCount(first));
  }

  private Object call(String name, Object... arguments) {
    Method method =
        methods.computeIfAbsent(name + arguments.length, any -> method(name, arguments.length));
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof OutOfMemoryError error) {
        throw error;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private Method method(String name, int parameters) {
    List<Method> found =
        Stream.of(initializer.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterCount() == parameters)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(name + " with " + parameters + " parameters: " + found);
    }
    found.get(0).setAccessible(true);
    return found.get(0);
  }
}
