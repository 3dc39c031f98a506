package dev.fanwise.processor.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;

/** Where a piece of code runs: in a class, on an object, with local variables. */
final class Frame {
  /** The class whose code it is. */
  final TypeElement type;

  /** The object that is made. */
  final Made.Instance self;

  final Names names;

  /** A variable: how its type holds values, and the one that it holds. */
  private record Local(UnaryOperator<Made> typed, Made value) {}

  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();

  Frame(TypeElement type, Made.Instance self, Names names) {
    this.type = type;
    this.self = self;
    this.names = names;
    open();
  }

  void open() {
    scopes.push(new HashMap<>());
  }

  void close() {
    scopes.pop();
  }

  /**
   * Declares a local variable.
   *
   * @param typed how its type holds values
   */
  void declare(String name, UnaryOperator<Made> typed, Made value) {
    scopes.element().put(name, new Local(typed, typed.apply(value)));
  }

  /** What a local variable holds, or null if there is none of that name. */
  Made local(String name) {
    Map<String, Local> scope = scopeOf(name);
    return scope == null ? null : scope.get(name).value();
  }

  /** Sets a local variable that there is, and returns what it holds. */
  Made set(String name, Made value) {
    Map<String, Local> scope = scopeOf(name);
    UnaryOperator<Made> typed = scope.get(name).typed();
    scope.put(name, new Local(typed, typed.apply(value)));
    return local(name);
  }

  private Map<String, Local> scopeOf(String name) {
    for (Map<String, Local> scope : scopes) {
      if (scope.containsKey(name)) {
        return scope;
      }
    }
    return null;
  }
}
