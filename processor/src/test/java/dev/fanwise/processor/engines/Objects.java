package dev.fanwise.processor.engines;

import java.lang.reflect.Field;

/** The fields of models inside models. */
final class Objects {
  private Objects() {}

  static Object get(Object object, String name) {
    for (Class<?> owner = object.getClass(); owner != null; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          try {
            field.setAccessible(true);
            return field.get(object);
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
    throw new AssertionError(name + " is no field of " + object.getClass());
  }
}
