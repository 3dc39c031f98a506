/**
 * The processor: javac's entry, its options, and the order in which a round's models are read,
 * checked and written.
 *
 * <p>Data goes one way: {@code read} → {@code validate}, with the formulas of {@code scheme} →
 * {@code plan} → {@code write} and {@code card}. What is before the plan knows the compiler, what
 * is behind it knows the source to write, and neither knows the other; {@code docs/architecture.md}
 * has the picture.
 */
package dev.fanwise.processor;
