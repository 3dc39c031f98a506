package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weights that are drawn where they are needed, such as in a checkpoint's file: {@code initialize}
 * and {@code allocate} leave the field null. Its shape may have more elements than an array can
 * hold. A field that has an array is filled like any other.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Lazy {}
