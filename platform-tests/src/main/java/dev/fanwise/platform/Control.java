package dev.fanwise.platform;

import java.lang.reflect.Method;

/**
 * What Fanwise does not do: finds an initialiser by its name. It shows that each platform's proof
 * would notice reflection.
 */
final class Control {
  private Control() {}

  /**
   * Initialises a {@link Layers} by reflection.
   *
   * @param name of the initialiser, from outside, so that no tool can see it in advance
   */
  static Layers initialize(String name, long seed) throws ReflectiveOperationException {
    Class<?> initializer = Class.forName(name);
    Method method = initializer.getDeclaredMethod("initialize", Layers.class, long.class);
    return (Layers) method.invoke(null, new Layers(), seed);
  }
}
