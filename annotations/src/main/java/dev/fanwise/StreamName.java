package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a field's random bits come from, instead of its own: with its former name a field
 * keeps its bits when it is renamed.
 *
 * <pre>{@code
 * @Shape({256, 784}) @XavierInit @StreamName("w1") float[] hidden; // was w1
 * }</pre>
 *
 * <p>No two weights of a model may have the same, be it by this or by their field's name: they
 * would have the same bits. Names of parameters remain those of the fields.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface StreamName {
  /** Any text that is not blank; it counts in full, with case and spaces. */
  String value();
}
