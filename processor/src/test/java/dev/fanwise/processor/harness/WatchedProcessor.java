package dev.fanwise.processor.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A processor that is asked by javac and asks javac for files under our eyes. */
public final class WatchedProcessor extends AbstractProcessor {
  private final Processor watched;
  private final Consumer<String> watch;

  /**
   * @param watch gets every call of the filer: the method, the name and the originating elements
   */
  public WatchedProcessor(Processor watched, Consumer<String> watch) {
    this.watched = watched;
    this.watch = watch;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Filer filer = proxy(Filer.class, environment.getFiler(), null);
    watched.init(proxy(ProcessingEnvironment.class, environment, filer));
  }

  /** The same but for its filer, or, for a filer, with a record of its calls. */
  private <T> T proxy(Class<T> type, T real, Filer filer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (filer != null && method.getName().equals("getFiler")) {
                return filer;
              }
              if (filer == null) {
                record(method, arguments);
              }
              return call(real, method, arguments);
            });
    return type.cast(proxy);
  }

  private void record(Method method, Object[] arguments) {
    StringBuilder text = new StringBuilder(method.getName());
    for (Object argument : arguments) {
      text.append(' ');
      text.append(argument instanceof Element[] origins ? List.of(origins) : argument);
    }
    watch.accept(text.toString());
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return watched.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return watched.getSupportedOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return watched.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return watched.process(annotations, round);
  }
}
