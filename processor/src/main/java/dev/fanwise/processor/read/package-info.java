/**
 * From the compiler's elements to classes and fields as the user wrote them.
 *
 * <p>Nothing is judged here: what is wrong is kept as it stands, with its place, for {@code
 * validate}. Elements are walked in the order of the source, by {@code getEnclosedElements()},
 * since Eclipse's compiler returns annotated elements in an order of its own.
 */
package dev.fanwise.processor.read;
