/**
 * The vocabulary of Fanwise: {@link dev.fanwise.Shape} says what a tensor is, a scheme annotation
 * says how it is drawn.
 *
 * <p>Every annotation is retained in class files, so that a model in a jar can be extended and so
 * that incremental builds see a change; none is visible to reflection at run time.
 */
package dev.fanwise;
