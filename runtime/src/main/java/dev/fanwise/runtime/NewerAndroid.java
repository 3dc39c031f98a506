package dev.fanwise.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what calls more than Android 5.0 has, so that the build does not check it against that API.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.CONSTRUCTOR, ElementType.METHOD})
@interface NewerAndroid {
  /** The first Android API level that has all that is called. */
  int value();
}
