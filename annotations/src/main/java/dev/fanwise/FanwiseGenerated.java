package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the Fanwise processor wrote.
 *
 * <p>It stays in the class file, unlike the JDK's own {@code Generated}, so that coverage tools
 * leave the class out and so that the processor knows its own earlier output from a class of the
 * user's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FanwiseGenerated {}
